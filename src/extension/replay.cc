#include "extension/replay.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/error.h"
#include "core/catalog/cells.h"
#include "core/history/align_trees.h"
#include "core/history/ref_name.h"
#include "core/history/rename_trailers.h"
#include "extension/branch_merge.h"
#include "extension/decisions.h"
#include "extension/recorded_renames.h"
#include "extension/rename_hints.h"

namespace pggit {
namespace {

/// A commit as it is to be done: the change from one commit to another, and what is said of it.
struct Change {
  Sha from;
  Sha to;
  Commit commit;  ///< Its tree and parents are to come.
};

class Replayer {
 public:
  Replayer(Changer& changer, Replay replay, const std::optional<OpenMerge>& open)
      : changer_(changer),
        repository_(changer.repository()),
        store_(changer.Objects()),
        replay_(std::move(replay)),
        open_(open),
        rebases_(replay_.operation == "rebase"),
        graph_(repository_) {}

  // `is_first`: what comes first is what it stopped at, if it did.
  MergeOutcome Run(bool is_first) {
    // What was done by hand since it stopped is part of a commit that is picked.
    Sha tree = open_ && !rebases_ ? changer_.TreeNow(replay_.target, replay_.head)
                                  : changer_.TreeOf(replay_.done);
    while (!replay_.todo.empty()) {
      PollInterrupts();
      Change change = ChangeOf(replay_.todo.front());
      const TreeMerge merge = Merge(change, tree, is_first);
      if (!merge.conflicts.empty()) return Stop(merge, is_first);
      is_first = false;
      const Sha merged = UpdateTrees(store_, tree, merge.Changes());
      const bool is_new = merged != changer_.TreeOf(replay_.done);
      tree = change.commit.tree = merged;
      if (is_new && !rebases_) return Pick(std::move(change.commit), merge);
      if (is_new) Add(std::move(change.commit));
      replay_.todo.erase(replay_.todo.begin());
    }
    return rebases_ ? Rebase() : End("up_to_date", replay_.head);
  }

 private:
  Change ChangeOf(const Sha& sha) {
    const Commit commit = store_.ReadCommit(sha);
    Change change{commit.parents.front(), sha, {}};
    change.commit.message = commit.message;
    change.commit.author = commit.author;
    if (replay_.operation != "revert") return change;
    std::swap(change.from, change.to);
    change.commit.author = {};
    change.commit.message = "Revert \"" + std::string(Subject(commit.message)) +
                            "\"\n\nThis reverts commit " + Hex(sha) + ".\n";
    return change;
  }

  // The merge of a change with what there is; of the first, as it was decided.
  TreeMerge Merge(Change& change, const Sha& tree, bool is_first) {
    const Sha from = changer_.TreeOf(change.from);
    const Sha to = changer_.TreeOf(change.to);
    MergeRenames renames{RenamesFromTo(repository_, graph_, change.from, replay_.done),
                         RenamesFromTo(repository_, graph_, change.from, change.to),
                         kBuiltForMajor};
    std::vector<std::string> told;
    if (replay_.operation == "revert") told = renames.theirs;
    const Sha done = changer_.TreeOf(replay_.done);
    if (tree != done && HasWorkingState(repository_, replay_.target)) {
      const auto by_hand = RenamesBetweenTrees(
          store_, done, tree, LiveRenames(changer_.spi(), replay_.target, replay_.head));
      std::ranges::copy(by_hand, std::back_inserter(renames.ours));
      std::ranges::copy(by_hand, std::back_inserter(told));
    }
    change.commit.message = WithRenames(change.commit.message, told);
    TreeMerge merge = MergeTrees(store_, from, tree, to, {}, renames);
    if (!is_first || !open_) return merge;
    const TreeMerge committed = MergeTrees(store_, from, done, to, {}, renames);
    return MergeTrees(store_, from, tree, to, DecisionsOn(changer_, *open_, merge, committed),
                      renames);
  }

  void Add(Commit commit) {
    commit.parents = {replay_.done};
    commit.committer = repository_.Author();
    replay_.done = repository_.Store(ObjectType::kCommit, EncodeCommit(commit));
  }

  MergeOutcome Stop(const TreeMerge& merge, bool is_first) {
    const auto texts = TextsOf(store_, merge);
    if (is_first && open_) {
      KeepConflicts(repository_, *open_, texts);
    } else {
      TellOfPossibleRenames(store_, merge);
      Wait(texts);
    }
    return {"conflicts", std::nullopt, ConflictPaths(merge)};
  }

  // Notes where it stopped, for the first time or again.
  void Wait(const std::vector<ConflictText>& conflicts) {
    MergeRecord record;
    record.operation = replay_.operation;
    record.source = replay_.source;
    record.target = replay_.target;
    record.ours = replay_.head;
    record.strategy = "recursive";
    record.onto = replay_.onto;
    record.done = replay_.done;
    record.todo = replay_.todo;
    // What else would keep them: a branch has what it is rebased from, and what is picked lies
    // apart.
    record.theirs = rebases_ ? replay_.done : replay_.todo.front();
    if (open_) {
      StopAgain(repository_, *open_, record, conflicts);
    } else {
      StopMerge(repository_, record, conflicts);
    }
  }

  // The server does not run what merged as definitions: it waits until the schema or the rows are
  // otherwise, and tries again.
  MergeOutcome Refused(const Refusal& refusal) {
    const ConflictText conflict = TextOf(store_, {}, refusal);
    if (open_ && !rebases_) {
      KeepConflicts(repository_, *open_, {conflict});
    } else {
      Wait({conflict});
    }
    return {"conflicts", std::nullopt, {conflict.Path()}};
  }

  MergeOutcome Pick(Commit commit, const TreeMerge& merge) {
    commit.parents = {replay_.head};
    const std::string subject(Subject(store_.ReadCommit(replay_.todo.front()).message));
    const std::string reason =
        (replay_.operation == "revert" ? "revert: " : "cherry-pick: ") + subject;
    Sha sha;
    const auto refusal = changer_.RefusalOf(
        [&] { sha = changer_.CommitTree(replay_.target, std::move(commit), reason, merge.told); });
    return refusal ? Refused(*refusal) : End("committed", sha);
  }

  MergeOutcome Rebase() {
    const std::string reason = "rebase: onto " + replay_.source;
    changer_.RequireClean(replay_.target, replay_.head);
    // What the branch renamed it renames again.
    const auto told = RenamesFromTo(repository_, graph_, replay_.head, replay_.done);
    const bool has_own = replay_.done != replay_.onto;
    Sha sha = replay_.onto;
    const auto refusal = changer_.RefusalOf([&] {
      if (has_own) {
        sha = changer_.CommitTree(replay_.target, store_.ReadCommit(replay_.done), reason,
                                  replay_.head, told);
      } else {
        changer_.FastForward(replay_.target, replay_.head, replay_.onto, reason);
      }
    });
    return refusal ? Refused(*refusal) : End(has_own ? "rebased" : "fast_forward", sha);
  }

  MergeOutcome End(const std::string& status, const Sha& commit) {
    if (open_) EndMerge(repository_, replay_.target, *open_, "merged", commit);
    return {status, commit, {}};
  }

  Changer& changer_;
  Repository& repository_;
  SpiObjectStore& store_;
  Replay replay_;
  const std::optional<OpenMerge>& open_;
  const bool rebases_;
  CommitGraph graph_;
};

}  // namespace

MergeOutcome RunReplay(Changer& changer, Replay replay, const std::optional<OpenMerge>& open,
                       bool skips) {
  return Replayer(changer, std::move(replay), open).Run(/*is_first=*/!skips);
}

Replay RequireReplay(Changer& changer, const OpenMerge& open) {
  const auto rows = changer.spi().Query(
      "SELECT target, target_sha, onto_sha, done_sha, todo FROM pggit_v0.merges "
      "WHERE id OPERATOR(pg_catalog.=) $1::pg_catalog.uuid",
      {open.id});
  const TextRow& row = rows.at(0);
  const std::string branch(ShortRefName(*row[0]));
  const auto sha = [&](std::size_t column) { return ParseSha(*row[column]).value(); };
  Replay replay{open.operation, open.source, *row[0], sha(1), sha(2), sha(3), ShasOfArray(*row[4])};
  if (changer.repository().BranchHead(branch) == replay.head) return replay;
  throw Error(ErrorCode::kSerializationFailure, "branch \"" + branch + "\" moved meanwhile",
              "It is not where it was when this began.",
              "Give it up with pggit.replay_abort(), and begin it again.");
}

}  // namespace pggit
