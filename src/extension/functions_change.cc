// What turns the live schema into that of a commit: pggit.reset(), restore(), undo(), revert(),
// cherry_pick() and merge().

#include "core/base/error.h"
#include "core/catalog/cells.h"
#include "core/history/merge_trees.h"
#include "core/history/ref_name.h"
#include "extension/live_change.h"
#include "extension/revision_args.h"

namespace pggit {
namespace {

class Changer {
 public:
  Changer() : repository_(spi_) { repository_.RequireInitialised(); }

  SpiObjectStore& Objects() { return repository_.Objects(); }
  Repository& repository() { return repository_; }
  Sha Head() {
    const auto head = repository_.Ref("HEAD");
    if (head) return *head;
    throw Error(ErrorCode::kUnknownRevision, "the current branch has no commit", {},
                "Make one with pggit.commit(message).");
  }
  Sha TreeOf(const Sha& commit) { return Objects().ReadCommit(commit).tree; }

  // Moves the current branch, and the live schema with it when it shall be `commit`'s.
  void Move(const Sha& commit, const std::string& reason, bool and_schema, DataLoss data_loss) {
    const std::string ref = repository_.HeadRef();
    const Sha head = Head();
    if (and_schema && HasWorkingState(ref)) {
      (void)TurnLiveSchemaInto(spi_, repository_, TreeOf(commit), data_loss);
    }
    if (commit != head) repository_.MoveRef(ref, head, commit, reason);
  }

  // Commits `tree` onto `ref`, after the live schema was turned into it where there is one. Columns
  // stand in the commit as they stand in the live tables.
  Sha CommitTree(const std::string& ref, Commit commit, const std::string& reason) {
    const Sha head = commit.parents.front();
    if (HasWorkingState(ref)) {
      const auto moved = TurnLiveSchemaInto(spi_, repository_, commit.tree, DataLoss::kRefused);
      commit.tree = UpdateTrees(Objects(), commit.tree, StoreFiles(Objects(), moved));
    }
    commit.committer = repository_.Author();
    if (commit.author.name.empty()) commit.author = commit.committer;
    const Sha sha = repository_.Store(ObjectType::kCommit, EncodeCommit(commit));
    repository_.MoveRef(ref, head, sha, reason);
    return sha;
  }

  void RequireClean(const std::string& ref, const Sha& head) {
    if (HasWorkingState(ref)) RequireCommitted(spi_, repository_, TreeOf(head));
  }

  Spi spi_;
  Repository repository_;
};

std::string ConflictList(const TreeMerge& merge) {
  std::string list;
  for (const Conflict& conflict : merge.conflicts) {
    list += (list.empty() ? "" : ", ") + ConflictPath(merge, conflict);
  }
  return list;
}

std::string Reset(const std::string& revision, bool hard) {
  Changer changer;
  const Sha commit = ParseRevision(changer.repository(), revision);
  changer.Move(commit, "reset: moving to " + revision, hard, DataLoss::kWarned);
  return Hex(commit);
}

std::string Undo() {
  Changer changer;
  const std::string ref = changer.repository().HeadRef();
  const Sha head = changer.Head();
  const auto before = changer.repository().RefBefore(ref, 1);
  if (!before) {
    throw Error(ErrorCode::kInvalidArgument,
                "branch \"" + std::string(ShortRefName(ref)) + "\" has not moved yet", {},
                "Look at where it was with SELECT * FROM pggit_v0.reflog.");
  }
  changer.RequireClean(ref, head);
  changer.Move(*before, "undo", /*and_schema=*/true, DataLoss::kRefused);
  return Hex(*before);
}

// One object of the live schema as a commit had it; it is no change of the history.
std::string Restore(const std::string& name, const std::string& revision) {
  Changer changer;
  Repository& repository = changer.repository();
  RequireWorkingState(repository);
  const Sha commit = ParseRevision(repository, revision);
  const Sha tree = changer.TreeOf(commit);
  const std::string path = PathIn(repository, commit, name);
  const auto entry = FindPath(changer.Objects(), tree, path);
  if (!entry || entry->mode != Mode::kFile) {
    throw Error(ErrorCode::kUnknownRevision, "there is nothing at \"" + path + '"', {},
                "List what is there with pggit_v0.ls_tree(revision, true).");
  }
  // The live schema with this one object as the commit has it.
  auto changes = LiveChangesFrom(changer.spi_, repository, tree);
  std::erase_if(changes, [&](const FileChange& change) { return change.path == path; });
  const Sha target = UpdateTrees(changer.Objects(), tree, StoreFiles(changer.Objects(), changes));
  (void)TurnLiveSchemaInto(changer.spi_, repository, target, DataLoss::kRefused);
  return path;
}

// The merge of what `commit` did, or of taking it back, with the current branch, as a commit of its
// own. A conflict raises: there is nothing to keep of it.
struct Picked {
  Sha from;  // trees
  Sha to;
};

std::string Pick(Changer& changer, const Picked& change, Commit made, const std::string& reason) {
  Repository& repository = changer.repository();
  const std::string ref = repository.HeadRef();
  const Sha head = changer.Head();
  changer.RequireClean(ref, head);
  const Sha ours = changer.TreeOf(head);
  const TreeMerge merge = MergeTrees(changer.Objects(), change.from, ours, change.to);
  if (!merge.conflicts.empty()) {
    throw Error(ErrorCode::kConflict, "what came since is in the way",
                "Conflicts: " + ConflictList(merge) + '.',
                "Make the change by hand, then commit it with pggit.commit(message).");
  }
  made.tree = UpdateTrees(changer.Objects(), ours, merge.Changes());
  if (made.tree == ours) {
    throw Error(ErrorCode::kInvalidArgument, "there is nothing to commit",
                "The current branch has it so already.");
  }
  made.parents = {head};
  return Hex(changer.CommitTree(ref, std::move(made), reason));
}

// The trees before and after a commit; it must have one parent.
Picked ChangeOf(Changer& changer, const std::string& revision, const Commit& commit) {
  if (commit.parents.size() != 1) {
    throw Error(ErrorCode::kInvalidArgument,
                '"' + revision + (commit.parents.empty() ? "\" has no parent" : "\" is a merge"),
                {}, "Name a commit with one parent.");
  }
  return {changer.TreeOf(commit.parents.front()), commit.tree};
}

std::string Revert(const std::string& revision) {
  Changer changer;
  const Sha sha = ParseRevision(changer.repository(), revision);
  const Commit commit = changer.Objects().ReadCommit(sha);
  const Picked change = ChangeOf(changer, revision, commit);
  const std::string subject(Subject(commit.message));
  Commit made;
  made.message = "Revert \"" + subject + "\"\n\nThis reverts commit " + Hex(sha) + ".\n";
  return Pick(changer, {change.to, change.from}, std::move(made), "revert: " + subject);
}

std::string CherryPick(const std::string& revision) {
  Changer changer;
  const Sha sha = ParseRevision(changer.repository(), revision);
  const Commit commit = changer.Objects().ReadCommit(sha);
  Commit made;
  made.author = commit.author;
  made.message = commit.message;
  return Pick(changer, ChangeOf(changer, revision, commit), std::move(made),
              "cherry-pick: " + std::string(Subject(commit.message)));
}

Favour FavourOf(const std::string& strategy) {
  if (strategy == "recursive") return Favour::kNobody;
  if (strategy == "ours") return Favour::kOurs;
  if (strategy == "theirs") return Favour::kTheirs;
  throw Error(ErrorCode::kInvalidArgument, "merge strategy \"" + strategy + "\" does not exist",
              "There are recursive, ours and theirs.");
}

/// What came of a merge.
struct MergeOutcome {
  std::string status;
  std::optional<Sha> commit;
  std::vector<std::string> conflicts;
};

MergeOutcome Merge(const std::string& source, const std::optional<std::string>& target_branch,
                   const std::string& strategy) {
  const Favour favour = FavourOf(strategy);
  Changer changer;
  Repository& repository = changer.repository();
  const Sha theirs = ParseRevision(repository, source);
  const std::string target =
      target_branch.value_or(std::string(ShortRefName(repository.HeadRef())));
  const Sha ours = repository.BranchHead(target);
  const std::string ref = BranchRef(target);
  CommitGraph graph(repository);
  if (IsAncestor(graph, theirs, ours)) return {"up_to_date", ours, {}};
  changer.RequireClean(ref, ours);
  const std::string reason = "merge " + source;
  if (IsAncestor(graph, ours, theirs)) {
    if (HasWorkingState(ref)) {
      (void)TurnLiveSchemaInto(changer.spi_, repository, changer.TreeOf(theirs),
                               DataLoss::kRefused);
    }
    repository.MoveRef(ref, ours, theirs, reason + ": fast-forward");
    return {"fast_forward", theirs, {}};
  }
  const auto base = MergeBaseTree(graph, changer.Objects(), ours, theirs);
  if (!base) {
    throw Error(ErrorCode::kInvalidArgument,
                "\"" + source + "\" and \"" + target + "\" have no commit in common");
  }
  const Sha our_tree = changer.TreeOf(ours);
  const TreeMerge merge =
      MergeTrees(changer.Objects(), base, our_tree, changer.TreeOf(theirs), favour);
  MergeOutcome outcome{"conflicts", std::nullopt, {}};
  for (const Conflict& conflict : merge.conflicts) {
    outcome.conflicts.push_back(ConflictPath(merge, conflict));
  }
  if (!outcome.conflicts.empty()) return outcome;
  Commit commit;
  commit.tree = UpdateTrees(changer.Objects(), our_tree, merge.Changes());
  commit.parents = {ours, theirs};
  commit.message = "Merge branch '" + source + "' into " + target + '\n';
  outcome.commit = changer.CommitTree(ref, std::move(commit), reason);
  outcome.status = "merged";
  return outcome;
}

std::string RequiredText(FunctionCallInfo fcinfo, int index, const char* name) {
  if (!PG_ARGISNULL(index)) return TextArg(fcinfo, index);
  throw Error(ErrorCode::kInvalidArgument, std::string(name) + " must not be null");
}

MergeOutcome MergeArgs(FunctionCallInfo fcinfo) {
  return Merge(RequiredText(fcinfo, 0, "the source branch"),
               PG_ARGISNULL(1) ? std::nullopt : std::optional(TextArg(fcinfo, 1)),
               PG_ARGISNULL(2) ? "recursive" : TextArg(fcinfo, 2));
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_reset) {
  const std::string sha =
      pggit::Reset(pggit::RevisionArg(fcinfo, 0), !PG_ARGISNULL(1) && PG_GETARG_BOOL(1));
  return pggit::TextDatum(sha);
}

PGGIT_FUNCTION(pggit_undo) {
  const std::string sha = pggit::Undo();
  return pggit::TextDatum(sha);
}

PGGIT_FUNCTION(pggit_restore) {
  const std::string path =
      pggit::Restore(pggit::RequiredText(fcinfo, 0, "the object"), pggit::RevisionArg(fcinfo, 1));
  return pggit::TextDatum(path);
}

PGGIT_FUNCTION(pggit_revert) {
  const std::string sha = pggit::Revert(pggit::RevisionArg(fcinfo, 0));
  return pggit::TextDatum(sha);
}

PGGIT_FUNCTION(pggit_cherry_pick) {
  const std::string sha = pggit::CherryPick(pggit::RequiredText(fcinfo, 0, "the revision"));
  return pggit::TextDatum(sha);
}

PGGIT_FUNCTION(pggit_merge) {
  pggit::ResultSet result(fcinfo);
  const pggit::MergeOutcome outcome = pggit::MergeArgs(fcinfo);
  result.Add({outcome.commit ? std::optional(pggit::Hex(*outcome.commit)) : std::nullopt,
              outcome.conflicts.empty() ? "f" : "t", pggit::ArrayText(outcome.conflicts),
              outcome.status});
  return pggit::VoidDatum();
}
