#include "extension/merge_request.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/history/ref_name.h"
#include "extension/store_lock.h"

namespace pggit {
namespace {

std::string SessionUser(Spi& spi) {
  return spi.Query("SELECT session_user").at(0)[0].value();
}

[[noreturn]] void OwnRequest(const std::string& detail) {
  throw Error(ErrorCode::kPermission, "nobody approves a merge request of their own", detail,
              "Ask somebody else to review it.");
}

}  // namespace

MergeRequest HoldMergeRequest(Repository& repository, const std::string& id) {
  repository.Write(
      "SELECT FROM pggit_v0.stored_merge_requests WHERE mr_id = $1::pg_catalog.uuid FOR UPDATE",
      {id});
  const LatestSnapshot now;
  const auto rows = repository.spi().Query(
      "SELECT mr_id, source_branch, target_branch, title, state, created_by, reviewer "
      "FROM pggit_v0.stored_merge_requests WHERE mr_id = $1::pg_catalog.uuid",
      {id});
  if (rows.empty()) {
    throw Error(ErrorCode::kUnknownRevision, "merge request \"" + id + "\" does not exist", {},
                "List what there is with pggit_v0.list_merge_requests().");
  }
  const TextRow& row = rows.front();
  return {*row[0], *row[1], *row[2], *row[3], *row[4], *row[5], row[6]};
}

MergeRequest HoldOpenRequest(Repository& repository, const std::string& id) {
  MergeRequest request = HoldMergeRequest(repository, id);
  if (request.state == "open") return request;
  throw Error(ErrorCode::kInvalidArgument, "merge request \"" + id + "\" is " + request.state, {},
              request.state == "closed" ? "Open it with pggit_v0.reopen_merge_request(id)."
                                        : "Open another with pggit_v0.create_merge_request().");
}

std::vector<std::string> ApproversOf(Spi& spi, const MergeRequest& request, const Sha& head) {
  const LatestSnapshot now;
  std::vector<std::string> approvers;
  for (const TextRow& row : spi.Query("SELECT approved_by FROM pggit_v0.merge_request_approvals "
                                      "WHERE mr_id = $1::pg_catalog.uuid "
                                      "AND source_sha OPERATOR(pg_catalog.=) $2::pggit_v0.sha "
                                      "ORDER BY approved_at, approved_by",
                                      {request.id, Hex(head)})) {
    approvers.push_back(*row[0]);
  }
  return approvers;
}

std::vector<std::string> RequireApproved(Spi& spi, const MergeRequest& request, const Sha& head) {
  std::vector<std::string> approvers = ApproversOf(spi, request, head);
  const bool by_reviewer =
      !request.reviewer || std::ranges::find(approvers, *request.reviewer) != approvers.end();
  if (!approvers.empty() && by_reviewer) return approvers;
  const std::string at = '"' + request.source + "\" at " + Hex(head).substr(0, kShownDigits);
  const std::string whose = request.reviewer ? '"' + *request.reviewer + '"' : "somebody else";
  throw Error(ErrorCode::kProtectedBranch, "merge request \"" + request.id + "\" is not approved",
              "It takes the approval of " + whose + " for " + at + '.',
              "Have it approved with pggit_v0.approve_merge_request(id).");
}

void RequireNotOwn(Repository& repository, const MergeRequest& request, const Sha& head,
                   const Sha& target) {
  Spi& spi = repository.spi();
  const std::string user = SessionUser(spi);
  if (request.author == user) OwnRequest('"' + user + "\" opened it.");
  const LatestSnapshot now;
  CommitGraph graph(repository);
  for (const TextRow& row :
       spi.Query("SELECT DISTINCT l.sha FROM (SELECT new_sha FROM pggit_v0.reflog "
                 "WHERE ref_name = $1 AND moved_by = $2 "
                 "UNION ALL SELECT target_sha FROM pggit_v0.refs "
                 "WHERE name = $1 AND updated_by = $2) AS l (sha) "
                 "JOIN pggit_v0.commit_graph AS g ON g.commit_sha OPERATOR(pg_catalog.=) l.sha",
                 {BranchRef(request.source), user})) {
    const Sha put = ParseSha(*row[0]).value();
    if (!IsAncestor(graph, put, head) || IsAncestor(graph, put, target)) continue;
    OwnRequest('"' + user + "\" put " + Hex(put).substr(0, kShownDigits) + " on branch \"" +
               request.source + "\".");
  }
}

}  // namespace pggit
