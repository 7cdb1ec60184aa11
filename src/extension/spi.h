#pragma once

#include <string>
#include <vector>

#include "extension/datum.h"
#include "extension/routing/routing_off.h"

extern "C" {
#include "executor/spi.h"
}

namespace pggit {

/// SPI_execute_plan() for a statement that only reads; for use within Server().
///
/// It runs under the snapshot of the calling statement, with what this statement has written
/// itself, so that update_ref('refs/heads/b', commit_tree(...)) finds the commit.
int SpiRead(SPIPlanPtr plan, Datum* values, long limit);

/// A connection to SPI for one scope.
///
/// Statements name everything with its schema, since a caller's search path is not to be trusted.
/// When a server error unwinds through the scope the connection is left to the abort, which knows
/// how many levels the error went through. What is palloc'ed while it is open goes with it, so a
/// function makes its result after the scope. In a session on a branch names mean main's meanwhile.
class Spi {
 public:
  Spi();
  Spi(const Spi&) = delete;
  Spi& operator=(const Spi&) = delete;
  ~Spi();

  /// The rows of a query that changes nothing. `$1`, `$2` ... are texts.
  std::vector<TextRow> Query(const char* sql, const std::vector<std::string>& arguments = {});

  /// Runs a statement that may change something; the number of rows it touched.
  uint64 Execute(const char* sql, const std::vector<std::string>& arguments = {});

 private:
  const RoutingOff off_;
  const int errors_before_ = ServerError::Live();
};

/// Acts as another role for one scope, as a SECURITY DEFINER function would.
///
/// The scope must be as narrow as the one statement that needs it. An abort puts the role back too.
class RunAs {
 public:
  explicit RunAs(Oid role);
  RunAs(const RunAs&) = delete;
  RunAs& operator=(const RunAs&) = delete;
  ~RunAs();

 private:
  Oid caller_ = InvalidOid;
  int security_context_ = 0;
};

}  // namespace pggit
