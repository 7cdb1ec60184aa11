#include "cli/scratch_database.h"

#include <unistd.h>

#include "core/base/identifier.h"
#include "core/plan/restore.h"

namespace pggit::cli {
namespace {

void ForgetSubscriptions(Connection& scratch) {
  const Result rows = scratch.Query(
      "SELECT pg_catalog.quote_ident(subname) AS name FROM pg_catalog.pg_subscription WHERE subdbid"
      " = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())");
  for (int row = 0; row < rows.rows(); ++row) {
    const std::string name = rows.Text(row, "name");
    scratch.Query("ALTER SUBSCRIPTION " + name + " DISABLE");
    scratch.Query("ALTER SUBSCRIPTION " + name + " SET (slot_name = NONE)");
    scratch.Query("DROP SUBSCRIPTION " + name);
  }
}

}  // namespace

ScratchDatabase::ScratchDatabase(Connection& server, const std::string& purpose)
    : server_(server), name_("pggit_" + purpose + '_' + std::to_string(getpid())) {
  server_.Query("CREATE DATABASE " + QuoteIdentifier(name_) + " TEMPLATE template0");
}

ScratchDatabase::~ScratchDatabase() {
  try {
    server_.Query("DROP DATABASE " + QuoteIdentifier(name_));
  } catch (const std::exception&) {
    // It stays, by a name that says what it was; the error on its way matters more.
  }
}

Connection ScratchDatabase::Connect(ConnectionSettings settings) const {
  settings.host = server_.host();
  settings.port = server_.port();
  settings.username = server_.user();
  settings.dbname = name_;
  return Connection::Open(settings);
}

ScratchConnection::~ScratchConnection() {
  try {
    connection_.AbandonTransaction();
    ForgetSubscriptions(connection_);
  } catch (const std::exception&) {
    // Then the database stays as well.
  }
}

void BuildSchema(Connection& scratch, const Schema& schema) {
  scratch.RunScript("BEGIN;\n" + RestoreScript(schema) + "\nCOMMIT;", [] {});
}

}  // namespace pggit::cli
