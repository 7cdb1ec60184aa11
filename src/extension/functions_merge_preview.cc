// pggit_v0.preview_merge(): what a merge would do to the branch that takes it.

#include "core/base/error.h"
#include "core/base/text_diff.h"
#include "core/catalog/cells.h"
#include "core/diff/change.h"
#include "core/merge/net_renames.h"
#include "core/plan/plan.h"
#include "extension/conflict_text.h"
#include "extension/recorded_renames.h"
#include "extension/revision_args.h"
#include "extension/tree_schema.h"

namespace pggit {
namespace {

// What somebody who uses the schema should know before: what is lost, what may fail.
std::vector<std::string> BreaksOf(const Plan& plan) {
  std::vector<std::string> breaks;
  for (const Part& part : plan.parts) {
    for (const Step& step : part) {
      std::string hazards;
      for (const Hazard hazard : {Hazard::kDataLoss, Hazard::kBreakingChange}) {
        if (!step.cost.hazards.Has(hazard)) continue;
        hazards += (hazards.empty() ? "" : ", ") + std::string(HazardName(hazard));
      }
      if (hazards.empty()) continue;
      breaks.push_back(hazards + ": " + Describe(step.object, step.element) +
                       (step.cost.note.empty() ? "" : " (" + step.cost.note + ')'));
    }
  }
  return breaks;
}

std::string PatchBetween(ObjectStore& store, const std::optional<Sha>& from, const Sha& to) {
  std::string patch;
  for (const auto& [path, before, after] : DiffTrees(store, from, to)) {
    PollInterrupts();
    patch += UnifiedDiff(path, ContentOf(store, before), ContentOf(store, after));
  }
  return patch;
}

// Trees that are not stored: the repository keeps what is written to it until it is told to store
// something, which nobody does here.
void Preview(FunctionCallInfo fcinfo, ResultSet& result) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  const Sha source = ParseRevision(repository, TextArg(fcinfo, 0));
  const Sha target = ParseRevision(repository, TextArg(fcinfo, 1));
  SpiObjectStore& store = repository.Objects();
  CommitGraph graph(repository);
  const auto base = MergeBaseTree(graph, store, target, source);
  const Sha ours = store.ReadCommit(target).tree;
  const Sha theirs = store.ReadCommit(source).tree;
  const TreeMerge merge =
      MergeTrees(store, base, ours, theirs, {}, RenamesOfMerge(repository, graph, target, source));
  if (!merge.conflicts.empty()) {
    result.Add(
        {ArrayText(ConflictPaths(merge)), "{}", std::nullopt, PatchBetween(store, base, theirs)});
    return;
  }
  const Sha merged = UpdateTrees(store, ours, merge.Changes());
  std::string script;
  std::vector<std::string> breaks;
  try {
    const Schema from = SchemaOfTree(repository, ours);
    const Schema to = SchemaOfTree(repository, merged);
    const Renamed renamed =
        RenameAll(from, to, NetRenames(from, to, merge.told).Told(from), kBuiltForMajor);
    const Plan plan =
        BuildPlan(renamed, to, {.server_major = kBuiltForMajor, .one_transaction = true});
    script = PlanScript(plan);
    breaks = BreaksOf(plan);
  } catch (const Error& error) {
    // That no statements lead there is what a reviewer has to know.
    if (error.code() != ErrorCode::kNotSupported && error.code() != ErrorCode::kDependencyCycle) {
      throw;
    }
    breaks = {std::string("it cannot be done: ") + error.what()};
  }
  result.Add({"{}", ArrayText(breaks),
              breaks.empty() || !script.empty() ? std::optional(script) : std::nullopt,
              PatchBetween(store, ours, merged)});
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_preview_merge) {
  pggit::ResultSet result(fcinfo);
  pggit::Preview(fcinfo, result);
  return pggit::VoidDatum();
}
