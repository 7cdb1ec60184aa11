#include "extension/branch_merge.h"

#include "core/base/error.h"
#include "core/diff/change.h"
#include "core/history/ref_name.h"
#include "core/history/rename_trailers.h"
#include "core/model/path.h"
#include "extension/recorded_renames.h"
#include "extension/rename_hints.h"

namespace pggit {

std::vector<ConflictText> TextsOf(ObjectStore& store, const TreeMerge& merge) {
  std::vector<ConflictText> texts;
  for (const Conflict& conflict : merge.conflicts) texts.push_back(TextOf(store, merge, conflict));
  return texts;
}

Commit MergeCommit(const std::string& source, const std::string& ref, const Sha& ours,
                   const Sha& theirs, const Sha& tree) {
  Commit commit;
  commit.tree = tree;
  commit.parents = {ours, theirs};
  commit.message = "Merge branch '" + source + "' into " + std::string(ShortRefName(ref)) + '\n';
  return commit;
}

ConflictText TextOf(ObjectStore& store, const TreeMerge& merge, const Refusal& refusal) {
  ConflictText text;
  text.path = PathOf(refusal.object);
  text.type = ConflictTypeName(ConflictType::kDependency);
  if (merge.paths.contains(text.path)) {
    text = TextOf(store, merge,
                  Conflict{refusal.object, refusal.element, ConflictType::kDependency, {}});
  } else {
    text.element = ElementText(refusal.element);
  }
  text.reason = refusal.reason;
  const std::string what = Describe(refusal.object, refusal.element);
  const char* const name = what.c_str();
  const char* const reason = text.reason->c_str();
  Server([=] {
    ereport(WARNING, (errmsg("what merged as definitions cannot be: %s", name),
                      errdetail_internal("%s", reason)));
  });
  return text;
}

void GiveUp(Changer& changer, const OpenMerge& open) {
  const std::string ref = changer.repository().HeadRef();
  EndMerge(changer.repository(), ref, open, "aborted", std::nullopt);
  if (!HasWorkingState(changer.repository(), ref) ||
      LiveChangesFrom(changer.spi(), changer.repository(), ref, changer.TreeOf(changer.Head()))
          .empty()) {
    return;
  }
  Server([] {
    ereport(NOTICE, (errmsg("the live schema keeps the changes that are not committed"),
                     errhint("Throw them away with pggit.reset(hard => true).")));
  });
}

namespace {

// A merge that the server refuses stops as at any other conflict.
MergeOutcome Refused(Changer& changer, MergeRecord& record, const MergeWay& way,
                     const Refusal& refusal) {
  if (!record.base) record.base = record.ours;
  SpiObjectStore& store = changer.Objects();
  CommitGraph graph(changer.repository());
  const TreeMerge merge =
      MergeTrees(store, changer.TreeOf(*record.base), changer.TreeOf(record.ours),
                 changer.TreeOf(record.theirs), {},
                 RenamesOfMerge(changer.repository(), graph, record.ours, record.theirs));
  const ConflictText conflict = TextOf(store, merge, refusal);
  if (way.waits) StopMerge(changer.repository(), record, {conflict});
  return {"conflicts", std::nullopt, {conflict.Path()}};
}

}  // namespace

MergeOutcome MergeBranch(Changer& changer, MergeRecord record, const MergeWay& way) {
  Repository& repository = changer.repository();
  const Favour favour = FavourOf(record.strategy);
  RefuseDuringMerge(changer.spi(), record.target);
  CommitGraph graph(repository);
  if (IsAncestor(graph, record.theirs, record.ours)) return {"up_to_date", record.ours, {}};
  changer.RequireClean(record.target, record.ours);
  const std::string reason = "merge " + record.source;
  if (way.fast_forwards && IsAncestor(graph, record.ours, record.theirs)) {
    const Sha tree = changer.TreeOf(record.ours);
    MergeRenames renames;
    AddTold(changer.Objects(), renames, tree, tree, changer.TreeOf(record.theirs), record.renames);
    const auto refusal = changer.RefusalOf([&] {
      changer.FastForward(record.target, record.ours, record.theirs, reason + ": fast-forward",
                          renames.theirs);
    });
    if (refusal) return Refused(changer, record, way, *refusal);
    RecordMerge(repository, record, "fast_forward", record.theirs);
    return {"fast_forward", record.theirs, {}};
  }
  SpiObjectStore& store = changer.Objects();
  const auto base = MergeBaseTree(graph, store, record.ours, record.theirs);
  if (!base) {
    throw Error(ErrorCode::kInvalidArgument, '"' + record.source + "\" and \"" +
                                                 std::string(ShortRefName(record.target)) +
                                                 "\" have no commit in common");
  }
  record.base = MergeBases(graph, record.ours, record.theirs).front();
  const Sha our_tree = changer.TreeOf(record.ours);
  const Sha their_tree = changer.TreeOf(record.theirs);
  MergeRenames renames = RenamesOfMerge(repository, graph, record.ours, record.theirs);
  AddTold(store, renames, base, our_tree, their_tree, record.renames);
  const TreeMerge merge = MergeTrees(store, base, our_tree, their_tree, favour, renames);
  if (!merge.conflicts.empty()) {
    TellOfPossibleRenames(store, merge);
    if (way.waits) StopMerge(repository, record, TextsOf(store, merge));
    return {"conflicts", std::nullopt, ConflictPaths(merge)};
  }
  Commit commit = MergeCommit(record.source, record.target, record.ours, record.theirs,
                              UpdateTrees(store, our_tree, merge.Changes()));
  if (!way.message.empty()) commit.message = way.message;
  commit.message =
      WithRenames(commit.message, RenamesToRecord(record.renames, renames, merge.told));
  Sha sha;
  const auto refusal = changer.RefusalOf(
      [&] { sha = changer.CommitTree(record.target, commit, reason, merge.told); });
  if (refusal) return Refused(changer, record, way, *refusal);
  RecordMerge(repository, record, "merged", sha);
  return {"merged", sha, {}};
}

}  // namespace pggit
