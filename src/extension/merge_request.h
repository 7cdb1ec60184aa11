#pragma once

#include <optional>
#include <string>

#include "extension/changer.h"

namespace pggit {

/// A merge request, and where its branches are.
struct MergeRequest {
  std::string id;
  std::string source;  ///< Names of branches.
  std::string target;
  std::string title;
  std::string state;   ///< open, merged or closed.
  std::string author;  ///< Session user who asked for it.
  std::optional<std::string> reviewer;
};

/// The request, held: nobody else changes what it is until the transaction ends.
/// Throws Error(kUnknownRevision) when there is none.
MergeRequest HoldMergeRequest(Repository& repository, const std::string& id);

/// The same. Throws Error(kInvalidArgument) unless it is open.
MergeRequest HoldOpenRequest(Repository& repository, const std::string& id);

/// The session users whose approval is of the commit `head`.
std::vector<std::string> ApproversOf(Spi& spi, const MergeRequest& request, const Sha& head);

/// Throws Error(kProtectedBranch) unless somebody approved of `head`; the reviewer, where one was
/// named. Gives who did.
std::vector<std::string> RequireApproved(Spi& spi, const MergeRequest& request, const Sha& head);

/// Throws Error(kPermission) when the session user asked for the request, or put something on the
/// source branch that the target has not: nobody approves what is their own.
void RequireNotOwn(Repository& repository, const MergeRequest& request, const Sha& head,
                   const Sha& target);

}  // namespace pggit
