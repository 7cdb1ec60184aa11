#pragma once

#include <string>

#include "cli/pq_connection.h"
#include "core/model/schema.h"

namespace pggit::cli {

/// A database of the server of `server` that is there as long as the object. Needs the right to
/// make one. Its name says what it is for: pggit_<purpose>_<number of the process>.
class ScratchDatabase {
 public:
  ScratchDatabase(Connection& server, const std::string& purpose);
  ScratchDatabase(const ScratchDatabase&) = delete;
  ScratchDatabase& operator=(const ScratchDatabase&) = delete;
  ~ScratchDatabase();

  const std::string& name() const { return name_; }

  /// A connection to it, as the user of `server`.
  Connection Connect(ConnectionSettings settings) const;

 private:
  Connection& server_;
  std::string name_;
};

/// A connection to a scratch database. Before it goes, the transaction is undone and
/// subscriptions, which hold on to their database, are dropped.
class ScratchConnection {
 public:
  ScratchConnection(const ScratchDatabase& database, const ConnectionSettings& settings)
      : connection_(database.Connect(settings)) {}
  ScratchConnection(const ScratchConnection&) = delete;
  ScratchConnection& operator=(const ScratchConnection&) = delete;
  ~ScratchConnection();

  Connection& connection() { return connection_; }

 private:
  Connection connection_;
};

/// Builds `schema` in an empty database, whole or not at all. Throws ServerError.
void BuildSchema(Connection& scratch, const Schema& schema);

}  // namespace pggit::cli
