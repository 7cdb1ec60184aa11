// Merge requests: create, approve, merge, comment, close, reopen.

#include "core/base/error.h"
#include "core/catalog/cells.h"
#include "core/history/ref_name.h"
#include "core/store/overlay_store.h"
#include "extension/branch_merge.h"
#include "extension/merge_request.h"
#include "extension/protection.h"
#include "extension/recorded_renames.h"
#include "extension/revision_args.h"

extern "C" {
#include "utils/builtins.h"
#include "utils/uuid.h"
}

namespace pggit {
namespace {

std::string RequestArg(FunctionCallInfo fcinfo) {
  if (PG_ARGISNULL(0)) {
    throw Error(ErrorCode::kInvalidArgument, "the id of the merge request must not be null");
  }
  const Datum id = PG_GETARG_DATUM(0);
  return Server([id] { return DatumGetCString(DirectFunctionCall1(uuid_out, id)); });
}

// What somebody wrote, as it is kept: without empty lines around it.
std::string Written(const std::string& words) {
  std::string clean = CleanMessage(words);
  while (clean.ends_with('\n')) clean.pop_back();
  return clean;
}

// Throws unless there is something to merge; gives whether sides disagree.
bool HasConflicts(Repository& repository, const MergeRequest& request, const Sha& source,
                  const Sha& target) {
  CommitGraph graph(repository);
  if (IsAncestor(graph, source, target)) {
    throw Error(ErrorCode::kInvalidArgument,
                "branch \"" + request.target + "\" has all that \"" + request.source + "\" has");
  }
  OverlayStore store(repository.Objects());
  const auto base = MergeBaseTree(graph, store, target, source);
  if (!base) {
    throw Error(ErrorCode::kInvalidArgument, '"' + request.source + "\" and \"" + request.target +
                                                 "\" have no commit in common");
  }
  return !MergeTrees(store, base, store.ReadCommit(target).tree, store.ReadCommit(source).tree, {},
                     RenamesOfMerge(repository, graph, target, source))
              .conflicts.empty();
}

void CheckReviewer(Spi& spi, const std::string& reviewer) {
  const auto rows = spi.Query(
      "SELECT rolname OPERATOR(pg_catalog.=) session_user FROM pg_catalog.pg_roles "
      "WHERE rolname OPERATOR(pg_catalog.=) $1",
      {reviewer});
  if (rows.empty()) {
    throw Error(ErrorCode::kInvalidArgument, "role \"" + reviewer + "\" does not exist", {},
                "Name the role that the reviewer connects as.");
  }
  if (rows.front()[0] == "t") {
    throw Error(ErrorCode::kInvalidArgument, "nobody reviews a merge request of their own", {},
                "Name another role.");
  }
}

void Create(FunctionCallInfo fcinfo, ResultSet& result) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  MergeRequest request;
  request.source = RequiredText(fcinfo, 0, "the source branch");
  request.target = RequiredText(fcinfo, 1, "the target branch");
  request.title = Written(RequiredText(fcinfo, 2, "the title"));
  const std::string description = Written(OptionalText(fcinfo, 3).value_or(""));
  request.reviewer = OptionalText(fcinfo, 4);
  if (request.title.empty() || request.title.find('\n') != std::string::npos) {
    throw Error(ErrorCode::kInvalidArgument, "the title of a merge request is one line", {},
                "Say in a line what changes, and why in the description.");
  }
  const Sha source = repository.BranchHead(request.source);
  const Sha target = repository.BranchHead(request.target);
  if (request.reviewer) CheckReviewer(spi, *request.reviewer);
  const bool conflicts = HasConflicts(repository, request, source, target);
  const std::string id = spi.Query("SELECT pg_catalog.gen_random_uuid()").at(0)[0].value();
  const uint64 added = repository.Write(
      "INSERT INTO pggit_v0.stored_merge_requests (mr_id, source_branch, target_branch, title, "
      "description, reviewer, created_by, created_at) SELECT $1::pg_catalog.uuid, $2, $3, $4, "
      "NULLIF($5, ''), NULLIF($6, ''), session_user, pg_catalog.clock_timestamp() "
      "ON CONFLICT DO NOTHING",
      {id, request.source, request.target, request.title, description,
       request.reviewer.value_or("")});
  if (added == 0) {
    throw Error(ErrorCode::kInvalidArgument,
                "a merge request of \"" + request.source + "\" into \"" + request.target +
                    "\" is open already",
                {}, "Look for it with pggit_v0.list_merge_requests().");
  }
  result.Add({id, "open", conflicts ? "t" : "f"});
}

void Approve(FunctionCallInfo fcinfo) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  const MergeRequest request = HoldOpenRequest(repository, RequestArg(fcinfo));
  const std::string label = OptionalText(fcinfo, 1).value_or("");
  const std::string notes = Written(OptionalText(fcinfo, 2).value_or(""));
  const Sha source = repository.BranchHead(request.source);
  const Sha target = repository.BranchHead(request.target);
  const auto seen = OptionalText(fcinfo, 3);
  if (seen && ParseRevision(repository, *seen) != source) {
    throw Error(
        ErrorCode::kSerializationFailure, "branch \"" + request.source + "\" moved meanwhile",
        "It is at " + Hex(source) + '.', "Look at it again with pggit_v0.show_merge_request(id).");
  }
  RequireNotOwn(repository, request, source, target);
  repository.Write(
      "INSERT INTO pggit_v0.merge_request_approvals (mr_id, approved_by, source_sha, target_sha, "
      "label, notes, approved_at) SELECT $1::pg_catalog.uuid, session_user, $2::pggit_v0.sha, "
      "$3::pggit_v0.sha, NULLIF($4, ''), NULLIF($5, ''), pg_catalog.clock_timestamp() "
      "ON CONFLICT DO NOTHING",
      {request.id, Hex(source), Hex(target), label, notes});
}

void End(Repository& repository, const MergeRequest& request, const std::string& state,
         const std::optional<Sha>& source, const std::optional<Sha>& target,
         const std::optional<Sha>& merged) {
  const auto hex = [](const std::optional<Sha>& sha) { return sha ? Hex(*sha) : std::string(); };
  repository.Write(
      "UPDATE pggit_v0.stored_merge_requests SET state = $2, "
      "source_sha = NULLIF($3, '')::pggit_v0.sha, target_sha = NULLIF($4, '')::pggit_v0.sha, "
      "merge_commit_sha = NULLIF($5, '')::pggit_v0.sha, ended_by = session_user, "
      "ended_at = pg_catalog.clock_timestamp() WHERE mr_id = $1::pg_catalog.uuid",
      {request.id, state, hex(source), hex(target), hex(merged)});
}

// The commit says which request it came of, and who approved it.
std::string MessageOf(const MergeRequest& request, const std::vector<std::string>& approvers) {
  std::string message = "Merge branch '" + request.source + "' into " + request.target + "\n\n" +
                        request.title + "\n\nMerge-Request: " + request.id + '\n';
  for (const std::string& approver : approvers) message += "Approved-By: " + approver + '\n';
  return message;
}

MergeOutcome MergeRequested(const std::string& id) {
  Changer changer;
  Repository& repository = changer.repository();
  const MergeRequest request = HoldOpenRequest(repository, id);
  MergeRecord record;
  record.source = request.source;
  record.strategy = "recursive";
  record.target = BranchRef(request.target);
  record.theirs = repository.BranchHead(request.source);
  record.ours = repository.BranchHead(request.target);
  // What is merged is this commit, wherever the branch goes meanwhile.
  auto approvers = ApproversOf(changer.spi(), request, record.theirs);
  if (request.reviewer || IsProtected(changer.spi(), record.target)) {
    approvers = RequireApproved(changer.spi(), request, record.theirs);
    repository.MayMove(record.target);
  }
  const Sha source = record.theirs;
  const Sha target = record.ours;
  MergeOutcome outcome = MergeBranch(
      changer, std::move(record),
      {.waits = false, .fast_forwards = false, .message = MessageOf(request, approvers)});
  if (outcome.commit) End(repository, request, "merged", source, target, outcome.commit);
  return outcome;
}

std::string Comment(const std::string& id, const std::string& body) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  const MergeRequest request = HoldMergeRequest(repository, id);
  const std::string text = Written(body);
  if (text.empty()) throw Error(ErrorCode::kInvalidArgument, "a comment must not be empty");
  std::string comment = spi.Query("SELECT pg_catalog.gen_random_uuid()").at(0)[0].value();
  repository.Write(
      "INSERT INTO pggit_v0.merge_request_comments (mr_id, comment_id, written_by, written_at, "
      "body) SELECT $1::pg_catalog.uuid, $2::pg_catalog.uuid, session_user, "
      "pg_catalog.clock_timestamp(), $3",
      {request.id, comment, text});
  return comment;
}

void Close(const std::string& id) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  const MergeRequest request = HoldOpenRequest(repository, id);
  End(repository, request, "closed", repository.Ref(BranchRef(request.source)),
      repository.Ref(BranchRef(request.target)), std::nullopt);
}

void Reopen(const std::string& id) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  const MergeRequest request = HoldMergeRequest(repository, id);
  if (request.state != "closed") {
    throw Error(ErrorCode::kInvalidArgument, "merge request \"" + id + "\" is " + request.state, {},
                "Only a closed one is opened again.");
  }
  (void)HasConflicts(repository, request, repository.BranchHead(request.source),
                     repository.BranchHead(request.target));
  repository.Write(
      "UPDATE pggit_v0.stored_merge_requests SET state = 'open', source_sha = NULL, "
      "target_sha = NULL, ended_by = NULL, ended_at = NULL WHERE mr_id = $1::pg_catalog.uuid",
      {request.id});
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_create_merge_request) {
  pggit::ResultSet result(fcinfo);
  pggit::Create(fcinfo, result);
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_approve_merge_request) {
  pggit::Approve(fcinfo);
  return BoolGetDatum(true);
}

PGGIT_FUNCTION(pggit_merge_merge_request) {
  pggit::ResultSet result(fcinfo);
  pggit::AddOutcome(result, pggit::MergeRequested(pggit::RequestArg(fcinfo)));
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_comment_merge_request) {
  const std::string id =
      pggit::Comment(pggit::RequestArg(fcinfo), pggit::RequiredText(fcinfo, 1, "the comment"));
  const char* const digits = id.c_str();
  return pggit::Server([digits] { return DirectFunctionCall1(uuid_in, CStringGetDatum(digits)); });
}

PGGIT_FUNCTION(pggit_close_merge_request) {
  pggit::Close(pggit::RequestArg(fcinfo));
  return BoolGetDatum(true);
}

PGGIT_FUNCTION(pggit_reopen_merge_request) {
  pggit::Reopen(pggit::RequestArg(fcinfo));
  return BoolGetDatum(true);
}
