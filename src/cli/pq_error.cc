#include "cli/pq_error.h"

#include <algorithm>
#include <optional>

#include "core/base/error.h"

namespace pggit::cli {
namespace {

constexpr std::string_view kCannotConnect = "08001";
constexpr std::string_view kNoPassword = "no password supplied";  // libpq's own words.

/// Where in `line` a SQLSTATE stands, as in `FATAL:  28P01: password ...`.
std::optional<std::size_t> FindSqlState(std::string_view line) {
  constexpr std::size_t kLength = 5;
  const auto letter = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
  for (std::size_t at = line.find(":  "); at != std::string_view::npos;
       at = line.find(":  ", at + 1)) {
    const std::string_view state = line.substr(at + 3, kLength);
    const bool good = state.size() == kLength && std::ranges::all_of(state, letter);
    if (good && line.substr(at + 3 + kLength).starts_with(": ")) return at + 3;
  }
  return std::nullopt;
}

/// One thing to do about a connection that failed with `sqlstate` and `text`.
std::string HintFor(std::string_view sqlstate, std::string_view text) {
  const auto says = [&](std::string_view words) {
    return text.find(words) != std::string_view::npos;
  };
  if (says(kNoPassword)) {
    return "Give the password in ~/.pgpass or PGPASSWORD, or have it asked for with -W.";
  }
  if (sqlstate == "28P01") return "Check the user with -U and the password with -W.";
  if (sqlstate.starts_with("28")) {
    return "Check the user with -U; which ways in there are, pg_hba.conf on the server says.";
  }
  if (sqlstate == "3D000") return "List the databases with: psql -l";
  if (sqlstate == "42501") return "Ask the database's owner for the CONNECT privilege.";
  if (says("could not translate host name")) return "Check the host name given with -h or PGHOST.";
  if (says("definition of service")) {
    return "Check PGSERVICE and the service file (~/.pg_service.conf).";
  }
  if (says("connection to server")) {
    return "Check that the server runs and listens there: pg_isready -h HOST -p PORT";
  }
  return "See \"pggit help doctor\" for how to say which server.";
}

}  // namespace

int ExitStatusOfSqlState(std::string_view sqlstate) {
  const auto same = [&](ErrorCode code) { return sqlstate == SqlState(code); };
  if (same(ErrorCode::kConflict)) return ExitStatus(ErrorCode::kConflict);
  if (same(ErrorCode::kIntegrity)) return ExitStatus(ErrorCode::kIntegrity);
  if (same(ErrorCode::kPermission) || sqlstate.starts_with("28")) {
    return ExitStatus(ErrorCode::kPermission);
  }
  // 57P01 to 57P05: the server shuts down, crashed, starts up, lost the database, or idled us out.
  if (sqlstate.starts_with("08") || sqlstate.starts_with("57P")) {
    return ExitStatus(ErrorCode::kConnection);
  }
  return 2;
}

ServerReport ReportOfFailedConnection(std::string_view text) {
  ServerReport report;
  report.sqlstate = kCannotConnect;
  report.message = "cannot connect to the database";
  const std::string_view whole = text;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.starts_with("LOCATION:  ")) continue;
    if (const auto at = FindSqlState(line)) {
      report.sqlstate = line.substr(*at, 5);
      line.erase(*at, 7);
    }
    if (line.front() == '\t') line.replace(0, 1, "  ");
    report.detail += (report.detail.empty() ? "" : "\n") + line;
  }
  const bool lacks_password = whole.find(kNoPassword) != std::string_view::npos;
  if (lacks_password) report.sqlstate = "28P01";
  report.hint = HintFor(report.sqlstate, whole);
  return report;
}

}  // namespace pggit::cli
