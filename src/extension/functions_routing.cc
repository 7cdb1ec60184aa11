// pggit.switch_branch() and pggit.current_branch(): which branch the session is on.

#include "extension/workspace_build.h"

extern "C" {
#include "utils/guc.h"
}

namespace pggit {
namespace {

constexpr char kSetting[] = "pggit.current_branch";

void EnsureBranch(const std::string& branch) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  EnsureWorkspace(spi, repository, branch);
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_switch_branch) {
  const std::string branch = pggit::TextArg(fcinfo, 0);
  pggit::EnsureBranch(branch);
  const char* const name = branch.c_str();
  pggit::Server([name] { SetConfigOption(pggit::kSetting, name, PGC_USERSET, PGC_S_SESSION); });
  return pggit::TextDatum(branch);
}

PGGIT_FUNCTION(pggit_current_branch) {
  const char* const name = pggit::Server(
      [] { return GetConfigOption(pggit::kSetting, /*missing_ok=*/true, /*restrict=*/false); });
  return pggit::TextDatum(name == nullptr || *name == '\0' ? pggit::kMainBranch : name);
}
