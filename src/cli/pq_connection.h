#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/pq_error.h"
#include "cli/pq_result.h"

struct pg_conn;

namespace pggit::cli {

enum class PasswordPrompt {
  kWhenNeeded,  ///< The server wants one and none was found.
  kNever,
  kFirst,  ///< Before connecting.
};

/// What the command line said about the server; the rest is libpq's: PG* variables, service files,
/// ~/.pgpass, defaults.
struct ConnectionSettings {
  std::optional<std::string> host;
  std::optional<std::string> port;
  std::optional<std::string> username;
  std::optional<std::string> dbname;  ///< A name, a URI or a connection string.
  PasswordPrompt prompt = PasswordPrompt::kWhenNeeded;
};

/// One connection to one database, text in UTF-8.
class Connection {
 public:
  /// Connects. Throws ConnectError, with the server's SQLSTATE if it answered, else 08001.
  static Connection Open(const ConnectionSettings& settings);

  /// Hands every notice and warning of the server to `listener` from now on.
  void OnNotice(std::function<void(const ServerReport&)> listener);

  /// Runs one statement with text parameters. Ctrl-C meanwhile cancels it on the server. Throws
  /// ServerError.
  Result Query(const std::string& sql, const std::vector<std::string>& parameters = {});

  /// Runs a script of several statements, transactions of its own included, and calls `done` after
  /// each. Stops at the first that fails and throws ServerError; a transaction open then stays so.
  /// Ctrl-C as in Query.
  void RunScript(const std::string& script, const std::function<void()>& done);

  bool InTransaction() const;

  /// Ends the open transaction without its work; a connection that is gone is left alone.
  void AbandonTransaction() noexcept { Undo("ROLLBACK"); }

  /// Runs the ROLLBACK statement `sql` where a transaction is open, whatever comes of it.
  void Undo(const char* sql) noexcept;

  std::string database() const;
  std::string user() const;
  /// Host name, address or socket directory.
  std::string host() const;
  std::string port() const;
  /// As the server prints it, `15.4 (Debian ...)`.
  std::string server_version() const;
  /// 15 for 15.4.
  int server_major() const;
  /// 150004 for 15.4.
  int server_version_number() const;

 private:
  struct Closer {
    void operator()(pg_conn* connection) const;
  };
  explicit Connection(std::unique_ptr<pg_conn, Closer> connection)
      : connection_(std::move(connection)) {}
  static std::unique_ptr<pg_conn, Closer> Dial(const ConnectionSettings& settings,
                                               const std::optional<std::string>& password);

  // On the heap: libpq keeps its address.
  std::unique_ptr<std::function<void(const ServerReport&)>> listener_;
  std::unique_ptr<pg_conn, Closer> connection_;
};

}  // namespace pggit::cli
