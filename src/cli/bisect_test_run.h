#pragma once

#include <string>
#include <vector>

#include "cli/context.h"

namespace pggit::cli {

/// How a commit is tested: by a statement or by a command.
struct BisectTest {
  std::string sql;                   ///< Bad when it fails, or its first value is false.
  std::vector<std::string> command;  ///< As git: 0 is good, 125 cannot be tested, to 127 bad.
};

/// Builds the schema of the commit in a scratch database and tests it there: "good", "bad" or
/// "skip", which is also a schema that cannot be built.
///
/// The command finds the database by PGHOST, PGPORT, PGUSER and PGDATABASE and the commit in
/// PGGIT_BISECT_COMMIT; its output is talk. Throws Error when it cannot be run, or ends in another
/// way.
std::string TestCommit(Context& context, Connection& server, const std::string& commit,
                       const BisectTest& test);

}  // namespace pggit::cli
