// pggit.rebase(), cherry_pick() and revert(), and how they go on: the commits that one line of
// history has, done on top of another.

#include <algorithm>

#include "core/base/error.h"
#include "core/history/ref_name.h"
#include "core/history/rev_list.h"
#include "extension/branch_merge.h"
#include "extension/protection.h"
#include "extension/replay.h"
#include "extension/revision_args.h"

namespace pggit {
namespace {

// The commits that `onto` lacks, the oldest first. Merges are left out, as git does: what they
// brought is among the commits.
std::vector<Sha> CommitsToReplay(Changer& changer, CommitGraph& graph, const Sha& head,
                                 const Sha& onto) {
  RevListQuery query;
  query.include = {head};
  query.exclude = {onto};
  query.order = RevOrder::kLines;
  std::vector<Sha> list = RevList(graph, query);
  std::ranges::reverse(list);
  std::erase_if(
      list, [&](const Sha& sha) { return changer.Objects().ReadCommit(sha).parents.size() != 1; });
  return list;
}

MergeOutcome Rebase(const std::optional<std::string>& branch_name, const std::string& onto_name) {
  Changer changer;
  Repository& repository = changer.repository();
  const std::string branch = branch_name.value_or(std::string(ShortRefName(repository.HeadRef())));
  const Sha head = repository.BranchHead(branch);
  const std::string ref = BranchRef(branch);
  const Sha onto = ParseRevision(repository, onto_name);
  RefuseDuringMerge(changer.spi(), ref);
  RequireUnprotected(changer.spi(), ref);
  CommitGraph graph(repository);
  if (IsAncestor(graph, onto, head)) return {"up_to_date", head, {}};
  changer.RequireClean(ref, head);
  return RunReplay(
      changer,
      {"rebase", onto_name, ref, head, onto, onto, CommitsToReplay(changer, graph, head, onto)},
      std::nullopt);
}

void TellOfConflicts(const std::string& operation, const std::vector<std::string>& paths) {
  std::string list;
  for (const std::string& path : paths) list += (list.empty() ? "" : ", ") + path;
  const char* const name = operation.c_str();
  const char* const text = list.c_str();
  Server([=] {
    ereport(WARNING,
            (errmsg("what came since is in the way: the %s waits", name),
             errdetail("Conflicts: %s.", text),
             errhint("Decide with pggit_v0.resolve_conflict() or in the live schema, then go on "
                     "with pggit.replay_continue(), or give up with pggit.replay_abort().")));
  });
}

// One commit done on the current branch, or taken back; its id, or nothing when it waits.
std::optional<std::string> Pick(const std::string& operation, const std::string& revision) {
  Changer changer;
  Repository& repository = changer.repository();
  const Sha sha = ParseRevision(repository, revision);
  const Commit commit = changer.Objects().ReadCommit(sha);
  if (commit.parents.size() != 1) {
    throw Error(ErrorCode::kInvalidArgument,
                '"' + revision + (commit.parents.empty() ? "\" has no parent" : "\" is a merge"),
                {}, "Name a commit with one parent.");
  }
  const std::string ref = repository.HeadRef();
  const Sha head = changer.Head();
  RefuseDuringMerge(changer.spi(), ref);
  RequireUnprotected(changer.spi(), ref);
  changer.RequireClean(ref, head);
  const MergeOutcome outcome =
      RunReplay(changer, {operation, revision, ref, head, head, head, {sha}}, std::nullopt);
  if (outcome.status == "up_to_date") {
    throw Error(ErrorCode::kInvalidArgument, "there is nothing to commit",
                "The current branch has it so already.");
  }
  if (outcome.commit) return Hex(*outcome.commit);
  TellOfConflicts(operation == "revert" ? "revert" : "cherry-pick", outcome.conflicts);
  return std::nullopt;
}

Datum PickedDatum(FunctionCallInfo fcinfo, const std::string& operation,
                  const std::string& revision) {
  const auto sha = Pick(operation, revision);
  if (sha) return TextDatum(*sha);
  fcinfo->isnull = true;
  return Datum{0};
}

OpenMerge Waiting(Changer& changer, FunctionCallInfo fcinfo) {
  return RequireOpenMerge(changer.spi(), changer.repository().HeadRef(),
                          OptionalText(fcinfo, 0).value_or("replay"));
}

void GoOn(FunctionCallInfo fcinfo, bool skips) {
  ResultSet result(fcinfo);
  Changer changer;
  const OpenMerge open = Waiting(changer, fcinfo);
  Replay replay = RequireReplay(changer, open);
  if (skips && !replay.todo.empty()) replay.todo.erase(replay.todo.begin());
  if (skips && open.operation != "rebase") {
    GiveUp(changer, open);
    AddOutcome(result, {"up_to_date", replay.head, {}});
    return;
  }
  AddOutcome(result, RunReplay(changer, std::move(replay), open, skips));
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_rebase) {
  pggit::ResultSet result(fcinfo);
  pggit::AddOutcome(result, pggit::Rebase(pggit::OptionalText(fcinfo, 1),
                                          pggit::OptionalText(fcinfo, 0).value_or("main")));
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_revert) {
  return pggit::PickedDatum(fcinfo, "revert", pggit::RevisionArg(fcinfo, 0));
}

PGGIT_FUNCTION(pggit_cherry_pick) {
  return pggit::PickedDatum(fcinfo, "cherry_pick", pggit::RequiredText(fcinfo, 0, "the revision"));
}

PGGIT_FUNCTION(pggit_replay_continue) {
  pggit::GoOn(fcinfo, /*skips=*/false);
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_replay_skip) {
  pggit::GoOn(fcinfo, /*skips=*/true);
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_replay_abort) {
  pggit::Changer changer;
  const pggit::OpenMerge open = pggit::Waiting(changer, fcinfo);
  pggit::GiveUp(changer, open);
  return pggit::TextDatum(open.source);
}
