#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace pggit::cli {

/// What a server, or libpq on the way to it, reported.
struct ServerReport {
  std::string sqlstate = {};
  std::string message = {};
  std::string detail = {};
  std::string hint = {};
  std::string context = {};

  bool operator==(const ServerReport&) const = default;
};

/// A statement failed.
class ServerError : public std::runtime_error {
 public:
  explicit ServerError(ServerReport report)
      : std::runtime_error(report.message), report_(std::move(report)) {}
  const ServerReport& report() const { return report_; }

 private:
  ServerReport report_;
};

/// No connection came about.
class ConnectError : public ServerError {
 public:
  using ServerError::ServerError;
};

/// The command's exit status for what the server reported: 1 for a conflict, 3 when the connection
/// is the trouble, 4 when the role is, 5 for an integrity violation, else 2.
int ExitStatusOfSqlState(std::string_view sqlstate);

/// Makes a report of libpq's account of a failed connection.
///
/// `text` is PQerrorMessage() under PQERRORS_VERBOSE, which carries the server's SQLSTATE if one
/// answered; without one it is 08001, or 28P01 when the server asked for a password and there was
/// none. libpq's lines become the detail, told plainly.
ServerReport ReportOfFailedConnection(std::string_view text);

}  // namespace pggit::cli
