// pggit.merge(), merge_continue(), merge_abort() and resolve_conflict().

#include <algorithm>
#include <iterator>
#include <set>

#include "core/base/error.h"
#include "core/history/align_trees.h"
#include "core/history/ref_name.h"
#include "core/history/rename_trailers.h"
#include "extension/array_datum.h"
#include "extension/branch_merge.h"
#include "extension/changer.h"
#include "extension/decisions.h"
#include "extension/merge_record.h"
#include "extension/protection.h"
#include "extension/recorded_renames.h"
#include "extension/revision_args.h"
#include "extension/setting_scope.h"

namespace pggit {
namespace {

constexpr PlanSetting kSafePath[] = {{"search_path", "pg_catalog, pg_temp"}};

MergeOutcome Merge(const std::string& source, const std::optional<std::string>& target_branch,
                   const std::string& strategy, std::vector<std::string> renames) {
  (void)FavourOf(strategy);
  Changer changer;
  Repository& repository = changer.repository();
  MergeRecord record;
  record.source = ShortRefName(source);
  record.strategy = strategy;
  record.renames = std::move(renames);
  record.theirs = ParseRevision(repository, source);
  const std::string target =
      target_branch.value_or(std::string(ShortRefName(repository.HeadRef())));
  record.ours = repository.BranchHead(target);
  record.target = BranchRef(target);
  RequireUnprotected(changer.spi(), record.target);
  return MergeBranch(changer, std::move(record), {});
}

MergeOutcome Continue(const std::optional<std::string>& message) {
  const std::optional<std::string> text =
      message ? std::optional(RequiredMessage(*message)) : std::nullopt;
  Changer changer;
  Repository& repository = changer.repository();
  SpiObjectStore& store = changer.Objects();
  const std::string ref = repository.HeadRef();
  const OpenMerge open = RequireOpenMerge(changer.spi(), ref, "merge");
  RequireUnprotected(changer.spi(), ref);
  const Sha head = changer.Head();
  const Sha theirs = changer.TreeOf(open.theirs);
  const Sha ours = changer.TreeNow(ref, head);
  CommitGraph graph(repository);
  const auto base = MergeBaseTree(graph, store, head, open.theirs);
  const Favours strategy(FavourOf(open.strategy));
  const Sha head_tree = changer.TreeOf(head);
  MergeRenames before = RenamesOfMerge(repository, graph, head, open.theirs);
  MergeRenames renames = before;
  std::vector<std::string> by_hand;
  if (HasWorkingState(repository, ref)) {
    by_hand = RenamesBetweenTrees(store, head_tree, ours, LiveRenames(changer.spi(), ref, head));
  }
  std::ranges::copy(by_hand, std::back_inserter(renames.ours));
  AddTold(store, before, base, head_tree, theirs, open.renames, /*again=*/true);
  AddTold(store, renames, base, ours, theirs, open.renames, /*again=*/true);
  const TreeMerge committed = MergeTrees(store, base, head_tree, theirs, strategy, before);
  const TreeMerge undecided = MergeTrees(store, base, ours, theirs, strategy, renames);
  const TreeMerge merge = MergeTrees(store, base, ours, theirs,
                                     DecisionsOn(changer, open, undecided, committed), renames);
  if (!merge.conflicts.empty()) {
    KeepConflicts(repository, open, TextsOf(store, merge));
    return {"conflicts", std::nullopt, ConflictPaths(merge)};
  }
  Commit commit =
      MergeCommit(open.source, ref, head, open.theirs, UpdateTrees(store, ours, merge.Changes()));
  if (text) commit.message = *text;
  std::ranges::copy(open.renames, std::back_inserter(by_hand));
  commit.message = WithRenames(commit.message, RenamesToRecord(by_hand, renames, merge.told));
  Sha sha;
  const auto refusal = changer.RefusalOf(
      [&] { sha = changer.CommitTree(ref, commit, "merge " + open.source, merge.told); });
  if (refusal) {
    const ConflictText conflict = TextOf(store, merge, *refusal);
    KeepConflicts(repository, open, {conflict});
    return {"conflicts", std::nullopt, {conflict.Path()}};
  }
  EndMerge(repository, ref, open, "merged", sha);
  return {"merged", sha, {}};
}

std::string Abort() {
  Changer changer;
  const OpenMerge open = RequireOpenMerge(changer.spi(), changer.repository().HeadRef(), "merge");
  GiveUp(changer, open);
  return open.source;
}

// The conflicts that a person means by `name`: one by its path, or all of an object.
std::vector<std::string> ConflictsNamed(Spi& spi, const OpenMerge& open, const std::string& name) {
  std::set<std::string> objects;
  std::vector<std::string> found;
  const auto resolutions = ReadResolutions(spi, open);
  for (const auto& [path, resolution] : resolutions) objects.insert(path.substr(0, path.find('#')));
  const std::size_t part = name.find('#');
  const std::string object = PathOfName({objects.begin(), objects.end()}, name.substr(0, part));
  for (const auto& [path, resolution] : resolutions) {
    const bool is_object =
        path.starts_with(object) && (path.size() == object.size() || path[object.size()] == '#');
    if (part == std::string::npos ? is_object : path == object + name.substr(part)) {
      found.push_back(path);
    }
  }
  if (!found.empty()) return found;
  throw Error(ErrorCode::kUnknownRevision, "there is no conflict on \"" + name + '"', {},
              "List what there is with SELECT * FROM pggit.conflicts.");
}

void CheckResolution(const std::string& resolution, const std::optional<std::string>& ddl) {
  if (resolution != "source" && resolution != "target" && resolution != "manual_ddl") {
    throw Error(ErrorCode::kInvalidArgument, "resolution \"" + resolution + "\" does not exist",
                "There are source, target and manual_ddl.");
  }
  if (ddl.has_value() != (resolution == "manual_ddl")) {
    throw Error(ErrorCode::kInvalidArgument,
                ddl ? "statements are for the resolution manual_ddl"
                    : "the resolution manual_ddl needs statements",
                {}, "Pass them as p_manual_ddl, with p_resolution_strategy => 'manual_ddl'.");
  }
}

void ResolveConflict(const std::string& name, const std::string& resolution,
                     const std::optional<std::string>& ddl) {
  CheckResolution(resolution, ddl);
  Changer changer;
  const SettingScope safe_path(kSafePath);  // The statements run with the caller's.
  const OpenMerge open = RequireOpenMerge(changer.spi(), changer.repository().HeadRef());
  if (ddl) RequireWorkingState(changer.repository());
  if (ddl && open.operation == "rebase") {
    throw Error(ErrorCode::kNotSupported, "a rebase is decided without statements",
                "The live schema is that of the branch as it was.",
                "Decide for source or target, or leave the commit out with pggit.replay_skip().");
  }
  for (const std::string& path : ConflictsNamed(changer.spi(), open, name)) {
    Resolve(changer.repository(), open, path, resolution);
  }
  safe_path.PutBack();
  if (ddl) (void)changer.spi().Execute(ddl->c_str());
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_merge) {
  pggit::ResultSet result(fcinfo);
  pggit::AddOutcome(result, pggit::Merge(pggit::RequiredText(fcinfo, 0, "the source branch"),
                                         pggit::OptionalText(fcinfo, 1),
                                         pggit::OptionalText(fcinfo, 2).value_or("recursive"),
                                         pggit::OptionalTexts(fcinfo, 3)));
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_merge_continue) {
  pggit::ResultSet result(fcinfo);
  pggit::AddOutcome(result, pggit::Continue(pggit::OptionalText(fcinfo, 0)));
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_merge_abort) {
  const std::string source = pggit::Abort();
  return pggit::TextDatum(source);
}

PGGIT_FUNCTION(pggit_resolve_conflict) {
  pggit::ResolveConflict(pggit::RequiredText(fcinfo, 0, "the path of the conflict"),
                         pggit::RequiredText(fcinfo, 1, "the resolution"),
                         pggit::OptionalText(fcinfo, 2));
  return BoolGetDatum(true);
}
