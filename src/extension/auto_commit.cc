#include "extension/auto_commit.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "extension/settings.h"
#include "extension/spi.h"
#include "extension/subtransaction.h"

extern "C" {
#include "access/xact.h"
#include "utils/snapmgr.h"
}

namespace pggit {
namespace {

constexpr char kNotCommitted[] = "the DDL of this transaction was not committed to its branch";

// How often a commit is tried again when another session moved the branch meanwhile.
constexpr int kAttempts = 5;

// As the user would: whoever may not commit is told so by the function itself.
void CommitPending(const std::string& message) {
  // Nothing runs any more that would have brought a snapshot.
  Server([] { PushActiveSnapshot(GetTransactionSnapshot()); });
  {
    Spi spi;
    spi.Execute("SELECT pggit.commit($1) WHERE EXISTS (SELECT FROM pggit.status())", {message});
  }
  Server([] { PopActiveSnapshot(); });
}

// The message for what this transaction has not committed by hand.
std::string MessageFor(const std::vector<DdlCommand>& commands) {
  std::vector<DdlCommand> left;
  std::ranges::copy_if(commands, std::back_inserter(left),
                       [](const DdlCommand& command) { return !command.commit; });
  return MessageOfCommands(left.empty() ? commands : left);
}

}  // namespace

void AutoCommit(const std::vector<DdlCommand>& commands) {
  if (!AutoCommitsTransactions()) return;
  const std::string message = MessageFor(commands);
  std::optional<Failure> failure;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    failure = Attempt([&] { CommitPending(message); });
    if (!failure || failure->sqlstate != ERRCODE_T_R_SERIALIZATION_FAILURE) break;
    // Under a snapshot of the whole transaction the branch would look the same again.
    if (IsolationUsesXactSnapshot()) break;
  }
  if (failure) Warn(kNotCommitted, failure->message);
}

void AutoCommitPrepared() {
  if (AutoCommitsTransactions()) Warn(kNotCommitted, "It is prepared for a commit in two phases.");
}

}  // namespace pggit
