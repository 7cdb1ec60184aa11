// What a merge would give, without making it.

#include "core/store/overlay_store.h"
#include "extension/conflict_text.h"
#include "extension/repository.h"
#include "extension/revision_args.h"

namespace pggit {
namespace {

// Which side's version of a path stands: both made the same, or the two were merged.
const char* StatusOf(const MergedPath& path) {
  if (path.disputed) return "conflict";
  const bool ours = path.ours.before != path.ours.after;
  const bool theirs = path.theirs.before != path.theirs.after;
  if (!theirs) return "ours";
  if (!ours) return "theirs";
  return path.ours.after == path.theirs.after ? "same" : "merged";
}

void ThreeWayMerge(FunctionCallInfo fcinfo, ResultSet& result) {
  Spi spi;
  Repository repository(spi);
  const auto tree = [&](int index) {
    return ParseRevision(repository, TextArg(fcinfo, index), Wanted::kTree);
  };
  OverlayStore store(repository.Objects());
  const TreeMerge merge = MergeTrees(store, tree(0), tree(1), tree(2));
  for (const auto& [name, path] : merge.paths) {
    PollInterrupts();
    result.Add({name, StatusOf(path), ContentOf(store, path.ours.before),
                ContentOf(store, path.ours.after), ContentOf(store, path.theirs.after),
                path.disputed ? std::nullopt : ContentOf(store, path.merged)});
  }
}

void DetectConflicts(FunctionCallInfo fcinfo, ResultSet& result) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  const Sha source = repository.BranchHead(TextArg(fcinfo, 0));
  const Sha target = repository.BranchHead(TextArg(fcinfo, 1));
  OverlayStore store(repository.Objects());
  CommitGraph graph(repository);
  const auto base = MergeBaseTree(graph, store, target, source);
  const TreeMerge merge =
      MergeTrees(store, base, store.ReadCommit(target).tree, store.ReadCommit(source).tree);
  for (const Conflict& conflict : merge.conflicts) {
    PollInterrupts();
    const ConflictText text = TextOf(store, merge, conflict);
    result.Add({text.Path(), text.type, text.theirs, text.ours});
  }
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_three_way_merge) {
  pggit::ResultSet result(fcinfo);
  pggit::ThreeWayMerge(fcinfo, result);
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_detect_merge_conflicts) {
  pggit::ResultSet result(fcinfo);
  pggit::DetectConflicts(fcinfo, result);
  return pggit::VoidDatum();
}
