// pggit.rebase(): the commits of a branch anew, on top of another.

#include <algorithm>
#include <iterator>

#include "core/base/error.h"
#include "core/history/ref_name.h"
#include "core/history/rename_trailers.h"
#include "core/history/rev_list.h"
#include "extension/changer.h"
#include "extension/merge_record.h"
#include "extension/recorded_renames.h"
#include "extension/revision_args.h"

namespace pggit {
namespace {

// The commits that `onto` lacks, the oldest first. Merges are left out, as git does: what they
// brought is among the commits.
std::vector<Commit> CommitsToReplay(Changer& changer, CommitGraph& graph, const Sha& head,
                                    const Sha& onto) {
  RevListQuery query;
  query.include = {head};
  query.exclude = {onto};
  query.order = RevOrder::kLines;
  std::vector<Sha> list = RevList(graph, query);
  std::ranges::reverse(list);
  std::vector<Commit> commits;
  for (const Sha& sha : list) {
    Commit commit = changer.Objects().ReadCommit(sha);
    if (commit.parents.size() == 1) commits.push_back(std::move(commit));
  }
  return commits;
}

// The same change on top of `tree`, where `renamed` have other names; of conflicts their paths.
std::vector<std::string> Replay(Changer& changer, Commit& commit, const Sha& tree,
                                const std::vector<std::string>& renamed) {
  SpiObjectStore& store = changer.Objects();
  const TreeMerge merge =
      MergeTrees(store, changer.TreeOf(commit.parents.front()), tree, commit.tree, {},
                 {renamed, RenamesOfMessage(commit.message), kServerVersionNumber / 10000});
  if (merge.conflicts.empty()) commit.tree = UpdateTrees(store, tree, merge.Changes());
  return ConflictPaths(merge);
}

MergeOutcome Rebase(const std::optional<std::string>& branch_name, const std::string& onto_name) {
  Changer changer;
  Repository& repository = changer.repository();
  const std::string branch = branch_name.value_or(std::string(ShortRefName(repository.HeadRef())));
  const Sha head = repository.BranchHead(branch);
  const std::string ref = BranchRef(branch);
  const Sha onto = ParseRevision(repository, onto_name);
  RefuseDuringMerge(changer.spi(), ref);
  CommitGraph graph(repository);
  if (IsAncestor(graph, onto, head)) return {"up_to_date", head, {}};
  changer.RequireClean(ref, head);
  const std::vector<std::string> renamed = RenamesOfMerge(repository, graph, onto, head).ours;
  std::vector<Commit> replayed;
  Sha tree = changer.TreeOf(onto);
  for (Commit& commit : CommitsToReplay(changer, graph, head, onto)) {
    PollInterrupts();
    auto conflicts = Replay(changer, commit, tree, renamed);
    if (!conflicts.empty()) return {"conflicts", std::nullopt, std::move(conflicts)};
    if (commit.tree == tree) continue;  // It is there already.
    tree = commit.tree;
    replayed.push_back(std::move(commit));
  }
  const std::string reason = "rebase: onto " + onto_name;
  if (replayed.empty()) {
    changer.FastForward(ref, head, onto, reason);
    return {"fast_forward", onto, {}};
  }
  // What the branch renamed it renames again.
  std::vector<std::string> told = RenamesFromTo(repository, graph, head, onto);
  for (const Commit& commit : replayed) {
    std::ranges::move(RenamesOfMessage(commit.message), std::back_inserter(told));
  }
  Sha last = onto;
  for (Commit& commit : replayed) {
    commit.parents = {last};
    commit.more.clear();  // Signatures were of the commit as it was.
    if (&commit == &replayed.back()) break;
    commit.committer = repository.Author();
    last = repository.Store(ObjectType::kCommit, EncodeCommit(commit));
  }
  last = changer.CommitTree(ref, std::move(replayed.back()), reason, head, told);
  return {"rebased", last, {}};
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_rebase) {
  pggit::ResultSet result(fcinfo);
  pggit::AddOutcome(result, pggit::Rebase(pggit::OptionalText(fcinfo, 1),
                                          pggit::OptionalText(fcinfo, 0).value_or("main")));
  return pggit::VoidDatum();
}
