// pggit.ignore(): the patterns of what is left out.

#include <algorithm>

#include "core/base/error.h"
#include "core/base/lines.h"
#include "extension/ignore_file.h"
#include "extension/working_state.h"

namespace pggit {
namespace {

void ChangeLines(std::vector<std::string>& lines, const std::string& pattern, bool remove) {
  const auto [stays, gone] = std::ranges::remove(lines, pattern);
  if (remove && stays == gone) {
    throw Error(ErrorCode::kInvalidArgument, "pattern \"" + pattern + "\" is not there", {},
                "List them with pggit.ignore().");
  }
  lines.erase(stays, gone);
  // The last one that means a path decides, so one that was there already moves to the end.
  if (!remove) lines.push_back(pattern);
}

void Ignore(FunctionCallInfo fcinfo, ResultSet& result) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  RequireWorkingState(repository);
  const std::string ref = repository.HeadRef();
  const std::string before = WorkingIgnoreFile(spi, repository, ref).value_or("");
  const std::vector<std::string_view> views = SplitLines(before);
  std::vector<std::string> lines(views.begin(), views.end());
  if (!PG_ARGISNULL(0)) {
    const std::string pattern = TextArg(fcinfo, 0);
    if (pattern.empty() || pattern.find_first_of("\r\n") != std::string::npos) {
      throw Error(ErrorCode::kInvalidArgument, "a pattern is one line that is not empty");
    }
    ChangeLines(lines, pattern, !PG_ARGISNULL(1) && PG_GETARG_BOOL(1));
    std::string file;
    for (const std::string& line : lines) file += line + '\n';
    SetWorkingIgnoreFile(spi, repository, ref, file.empty() ? std::nullopt : std::optional(file));
  }
  for (const std::string& line : lines) result.Add({line});
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_ignore) {
  pggit::ResultSet result(fcinfo);
  pggit::Ignore(fcinfo, result);
  return pggit::VoidDatum();
}
