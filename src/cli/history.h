#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/context.h"
#include "cli/json.h"
#include "cli/pq_connection.h"
#include "cli/term/style.h"
#include "core/store/sha.h"

namespace pggit::cli {

/// The connection, to a database where pggit.init() has run. Throws Error(kNotInitialised) when it
/// has not, with what to do.
Connection& InitialisedServer(Context& context);

/// Puts the connection on a branch. Throws Error(kUnknownRevision) when there is none of that name.
void GoToBranch(Connection& server, const std::string& branch);

/// InitialisedServer(), on the branch that the command is told to work on.
Connection& HistoryServer(Context& context);

/// A commit as pggit.log() has it.
struct LoggedCommit {
  std::string sha;
  std::string author;
  std::string authored_at;   ///< As the session writes times.
  std::string committed_at;  ///< ISO 8601, UTC.
  std::string message;
  std::vector<std::string> parents;
  std::vector<std::string> refs;

  std::string_view subject() const;
};

/// The commits of a range; `limit` and `object` may be empty.
std::vector<LoggedCommit> ReadLog(Connection& server, const std::string& revision,
                                  const std::string& limit, const std::string& object);

Json LoggedCommitJson(const LoggedCommit& commit);

/// `(main, tag: v1)` in colours; empty without refs.
std::string RefsText(const LoggedCommit& commit, const Style& style);

/// Lines of a commit as `git log` prints them: id, author, date, an empty line, the message.
std::vector<std::string> CommitLines(const LoggedCommit& commit, const Style& style);

/// A patch in colours.
std::string PatchText(std::string_view patch, const Style& style);

}  // namespace pggit::cli
