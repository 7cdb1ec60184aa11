#include "extension/protection.h"

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/history/ref_name.h"
#include "extension/store_lock.h"

namespace pggit {

bool IsProtected(Spi& spi, const std::string& ref) {
  const LatestSnapshot now;
  return !spi.Query(
                 "SELECT 1 FROM pggit_v0.protections "
                 "WHERE ref_name OPERATOR(pg_catalog.=) $1 AND ended_at IS NULL",
                 {ref})
              .empty();
}

void RequireUnprotected(Spi& spi, const std::string& ref) {
  if (!IsProtected(spi, ref)) return;
  const std::string branch(ShortRefName(ref));
  throw Error(
      ErrorCode::kProtectedBranch, "branch \"" + branch + "\" is protected",
      "It takes changes through an approved merge request only.",
      "Open one with pggit_v0.create_merge_request(source, " + QuoteLiteral(branch) + ", title).");
}

}  // namespace pggit
