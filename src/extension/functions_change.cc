// What turns the live schema into that of a commit: pggit.reset(), restore(), undo(), revert() and
// cherry_pick().

#include "core/base/error.h"
#include "core/history/merge_trees.h"
#include "core/history/ref_name.h"
#include "core/history/rename_trailers.h"
#include "extension/changer.h"
#include "extension/recorded_renames.h"
#include "extension/revision_args.h"

namespace pggit {
namespace {

std::string ConflictList(const TreeMerge& merge) {
  std::string list;
  for (const std::string& path : ConflictPaths(merge)) list += (list.empty() ? "" : ", ") + path;
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
  auto changes = LiveChangesFrom(changer.spi(), repository, tree);
  std::erase_if(changes, [&](const FileChange& change) { return change.path == path; });
  const Sha target = UpdateTrees(changer.Objects(), tree, StoreFiles(changer.Objects(), changes));
  (void)TurnLiveSchemaInto(changer.spi(), repository, target, DataLoss::kRefused);
  return path;
}

// The merge of what `commit` did, or of taking it back, with the current branch, as a commit of its
// own. A conflict raises: there is nothing to keep of it.
struct Picked {
  Sha from;  // trees
  Sha to;
  MergeRenames renames;
};

std::string Pick(Changer& changer, const Picked& change, Commit made, const std::string& reason) {
  Repository& repository = changer.repository();
  const std::string ref = repository.HeadRef();
  const Sha head = changer.Head();
  changer.RequireClean(ref, head);
  const Sha ours = changer.TreeOf(head);
  const TreeMerge merge =
      MergeTrees(changer.Objects(), change.from, ours, change.to, {}, change.renames);
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
  return Hex(changer.CommitTree(ref, std::move(made), reason, merge.told));
}

// Throws unless the commit has one parent.
void RequireOneParent(const std::string& revision, const Commit& commit) {
  if (commit.parents.size() == 1) return;
  throw Error(ErrorCode::kInvalidArgument,
              '"' + revision + (commit.parents.empty() ? "\" has no parent" : "\" is a merge"), {},
              "Name a commit with one parent.");
}

// The change from one commit to another, and what the current branch renamed since the first.
Picked Between(Changer& changer, const Sha& from, const Sha& to) {
  Repository& repository = changer.repository();
  CommitGraph graph(repository);
  return {changer.TreeOf(from),
          changer.TreeOf(to),
          {RenamesFromTo(repository, graph, from, changer.Head()),
           RenamesFromTo(repository, graph, from, to), kServerVersionNumber / 10000}};
}

std::string Revert(const std::string& revision) {
  Changer changer;
  const Sha sha = ParseRevision(changer.repository(), revision);
  const Commit commit = changer.Objects().ReadCommit(sha);
  RequireOneParent(revision, commit);
  const std::string subject(Subject(commit.message));
  Commit made;
  made.message = "Revert \"" + subject + "\"\n\nThis reverts commit " + Hex(sha) + ".\n";
  const Picked change = Between(changer, sha, commit.parents.front());
  made.message = WithRenames(made.message, change.renames.theirs);
  return Pick(changer, change, std::move(made), "revert: " + subject);
}

std::string CherryPick(const std::string& revision) {
  Changer changer;
  const Sha sha = ParseRevision(changer.repository(), revision);
  const Commit commit = changer.Objects().ReadCommit(sha);
  RequireOneParent(revision, commit);
  Commit made;
  made.author = commit.author;
  made.message = commit.message;
  return Pick(changer, Between(changer, commit.parents.front(), sha), std::move(made),
              "cherry-pick: " + std::string(Subject(commit.message)));
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
