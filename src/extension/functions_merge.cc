// What a merge would give, without making it.

#include "core/base/error.h"
#include "core/catalog/cells.h"
#include "core/store/overlay_store.h"
#include "extension/array_datum.h"
#include "extension/conflict_text.h"
#include "extension/recorded_renames.h"
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
      MergeTrees(store, base, store.ReadCommit(target).tree, store.ReadCommit(source).tree, {},
                 RenamesOfMerge(repository, graph, target, source));
  for (const Conflict& conflict : merge.conflicts) {
    PollInterrupts();
    const ConflictText text = TextOf(store, merge, conflict);
    result.Add({text.Path(), text.type, text.theirs, text.ours});
  }
}

// The tree that a merge of two revisions would have; its id is found out, and the tree not kept.
void MergeTree(FunctionCallInfo fcinfo, ResultSet& result) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  const std::string ours_name = RequiredText(fcinfo, 0, "the first revision");
  const std::string theirs_name = RequiredText(fcinfo, 1, "the second revision");
  const auto base_name = OptionalText(fcinfo, 2);
  OverlayStore store(repository.Objects());
  // With a base of their own trees merge, too, that no commit has.
  const auto tree = [&](const std::string& name) {
    return ParseRevision(repository, name, Wanted::kTree);
  };
  std::optional<Sha> base;
  MergeRenames renames;
  if (base_name) {
    base = tree(*base_name);
  } else {
    CommitGraph graph(repository);
    const Sha ours = ParseRevision(repository, ours_name);
    const Sha theirs = ParseRevision(repository, theirs_name);
    base = MergeBaseTree(graph, store, ours, theirs);
    renames = RenamesOfMerge(repository, graph, ours, theirs);
  }
  if (!base) {
    throw Error(ErrorCode::kInvalidArgument,
                '"' + theirs_name + "\" and \"" + ours_name + "\" have no commit in common", {},
                "Name what both came from as p_base.");
  }
  const Sha ours = tree(ours_name);
  const Sha theirs = tree(theirs_name);
  AddTold(store, renames, base, ours, theirs, OptionalTexts(fcinfo, 3));
  const TreeMerge merge = MergeTrees(store, base, ours, theirs, {}, renames);
  const bool clean = merge.conflicts.empty();
  result.Add({clean ? std::optional(Hex(UpdateTrees(store, ours, merge.Changes()))) : std::nullopt,
              clean ? "f" : "t", ArrayText(ConflictPaths(merge))});
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

PGGIT_FUNCTION(pggit_merge_tree) {
  pggit::ResultSet result(fcinfo);
  pggit::MergeTree(fcinfo, result);
  return pggit::VoidDatum();
}
