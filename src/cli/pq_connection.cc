#include "cli/pq_connection.h"

#include <libpq-fe.h>

#include "cli/term/interrupt.h"
#include "cli/term/password.h"

namespace pggit::cli {
namespace {

std::string OrEmpty(const char* text) {
  return text == nullptr ? "" : text;
}

const char* OrNull(const std::optional<std::string>& text) {
  return text ? text->c_str() : nullptr;
}

ServerReport FieldsOf(const PGresult* result) {
  const auto field = [&](int code) { return OrEmpty(PQresultErrorField(result, code)); };
  return {field(PG_DIAG_SQLSTATE), field(PG_DIAG_MESSAGE_PRIMARY), field(PG_DIAG_MESSAGE_DETAIL),
          field(PG_DIAG_MESSAGE_HINT), field(PG_DIAG_CONTEXT)};
}

ServerReport ReportOf(const PGresult* result, const PGconn* connection) {
  ServerReport report = FieldsOf(result);
  if (report.sqlstate.empty()) {
    // Nothing from the server: the connection broke.
    report.sqlstate = "08006";
    report.message = "the connection to the server was lost";
    report.detail = OrEmpty(PQerrorMessage(connection));
    while (report.detail.ends_with('\n')) report.detail.pop_back();
  }
  return report;
}

}  // namespace

void Connection::Closer::operator()(pg_conn* connection) const {
  PQfinish(connection);
}

std::unique_ptr<pg_conn, Connection::Closer> Connection::Dial(
    const ConnectionSettings& settings, const std::optional<std::string>& password) {
  // In psql's order: what stands in a URI or connection string given as the database wins over the
  // single options before it.
  const std::vector<const char*> keywords = {
      "host", "port", "user", "password", "dbname", "fallback_application_name", "client_encoding",
      nullptr};
  const std::vector<const char*> values = {OrNull(settings.host),
                                           OrNull(settings.port),
                                           OrNull(settings.username),
                                           OrNull(password),
                                           OrNull(settings.dbname),
                                           "pggit",
                                           "UTF8",
                                           nullptr};
  std::unique_ptr<pg_conn, Closer> connection(
      PQconnectStartParams(keywords.data(), values.data(), /*expand_dbname=*/1));
  if (connection == nullptr) throw std::bad_alloc();
  if (PQstatus(connection.get()) == CONNECTION_BAD) return connection;
  // A failed connection keeps no SQLSTATE, but a verbose message has it. The verbosity must be set
  // before the server answers, and PQreset then dials anew by all of libpq's rules.
  PQsetErrorVerbosity(connection.get(), PQERRORS_VERBOSE);
  PQreset(connection.get());
  return connection;
}

Connection Connection::Open(const ConnectionSettings& settings) {
  std::optional<std::string> password;
  if (settings.prompt == PasswordPrompt::kFirst) password = AskPassword("Password: ");
  auto connection = Dial(settings, password);
  const bool ask = PQstatus(connection.get()) == CONNECTION_BAD && !password &&
                   PQconnectionNeedsPassword(connection.get()) != 0 &&
                   settings.prompt != PasswordPrompt::kNever;
  if (ask) {
    password = AskPassword("Password for user " + OrEmpty(PQuser(connection.get())) + ": ");
    if (password) connection = Dial(settings, password);
  }
  if (PQstatus(connection.get()) == CONNECTION_BAD) {
    throw ConnectError(ReportOfFailedConnection(OrEmpty(PQerrorMessage(connection.get()))));
  }
  return Connection(std::move(connection));
}

void Connection::OnNotice(std::function<void(const ServerReport&)> listener) {
  listener_ = std::make_unique<std::function<void(const ServerReport&)>>(std::move(listener));
  const auto receive = [](void* heard_by, const PGresult* result) {
    (*static_cast<std::function<void(const ServerReport&)>*>(heard_by))(FieldsOf(result));
  };
  PQsetNoticeReceiver(connection_.get(), receive, listener_.get());
}

Result Connection::Query(const std::string& sql, const std::vector<std::string>& parameters) {
  std::vector<const char*> values;
  values.reserve(parameters.size());
  for (const std::string& parameter : parameters) values.push_back(parameter.c_str());
  const std::unique_ptr<PGcancel, void (*)(PGcancel*)> cancel(PQgetCancel(connection_.get()),
                                                              PQfreeCancel);
  const CancelScope scope(cancel.get());
  PGresult* raw = PQexecParams(connection_.get(), sql.c_str(), static_cast<int>(values.size()),
                               nullptr, values.data(), nullptr, nullptr, /*resultFormat=*/0);
  Result result(raw);
  const ExecStatusType status = PQresultStatus(raw);
  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
    throw ServerError(ReportOf(raw, connection_.get()));
  }
  return result;
}

void Connection::RunScript(const std::string& script, const std::function<void()>& done) {
  const std::unique_ptr<PGcancel, void (*)(PGcancel*)> cancel(PQgetCancel(connection_.get()),
                                                              PQfreeCancel);
  const CancelScope scope(cancel.get());
  if (PQsendQuery(connection_.get(), script.c_str()) == 0) {
    throw ServerError(ReportOf(nullptr, connection_.get()));
  }
  std::optional<ServerReport> failure;
  while (PGresult* raw = PQgetResult(connection_.get())) {
    const Result result(raw);
    const ExecStatusType status = PQresultStatus(raw);
    const bool fine =
        status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY;
    if (fine) {
      done();
    } else if (!failure) {
      failure = ReportOf(raw, connection_.get());
    }
  }
  if (failure) throw ServerError(*failure);
}

bool Connection::InTransaction() const {
  return PQtransactionStatus(connection_.get()) == PQTRANS_INTRANS;
}

void Connection::Undo(const char* sql) noexcept {
  if (PQtransactionStatus(connection_.get()) == PQTRANS_IDLE) return;
  PQclear(PQexec(connection_.get(), sql));
}

std::string Connection::database() const {
  return OrEmpty(PQdb(connection_.get()));
}
std::string Connection::user() const {
  return OrEmpty(PQuser(connection_.get()));
}
std::string Connection::host() const {
  const std::string name = OrEmpty(PQhost(connection_.get()));
  return name.empty() ? OrEmpty(PQhostaddr(connection_.get())) : name;
}
std::string Connection::port() const {
  return OrEmpty(PQport(connection_.get()));
}
std::string Connection::server_version() const {
  return OrEmpty(PQparameterStatus(connection_.get(), "server_version"));
}
int Connection::server_major() const {
  return server_version_number() / 10000;
}
int Connection::server_version_number() const {
  return PQserverVersion(connection_.get());
}

}  // namespace pggit::cli
