// pggit.protect_branch() and pggit.unprotect_branch().

#include "core/history/ref_name.h"
#include "extension/repository.h"

namespace pggit {
namespace {

// The branch's ref; it does not move until the transaction ends.
std::string HeldRef(Repository& repository, const std::string& branch) {
  repository.RequireInitialised();
  (void)repository.BranchHead(branch);
  std::string ref = BranchRef(branch);
  repository.Hold(ref);
  return ref;
}

bool Protect(const std::string& branch) {
  Spi spi;
  Repository repository(spi);
  const std::string ref = HeldRef(repository, branch);
  return repository.Write(
             "INSERT INTO pggit_v0.protections (ref_name, protected_at, protected_by) "
             "SELECT $1, pg_catalog.clock_timestamp(), session_user ON CONFLICT DO NOTHING",
             {ref}) > 0;
}

bool Unprotect(const std::string& branch) {
  Spi spi;
  Repository repository(spi);
  const std::string ref = HeldRef(repository, branch);
  return repository.Write(
             "UPDATE pggit_v0.protections SET ended_at = pg_catalog.clock_timestamp(), "
             "ended_by = session_user WHERE ref_name OPERATOR(pg_catalog.=) $1 "
             "AND ended_at IS NULL",
             {ref}) > 0;
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_protect_branch) {
  return BoolGetDatum(pggit::Protect(pggit::TextArg(fcinfo, 0)));
}

PGGIT_FUNCTION(pggit_unprotect_branch) {
  return BoolGetDatum(pggit::Unprotect(pggit::TextArg(fcinfo, 0)));
}
