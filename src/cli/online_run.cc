#include "cli/online_run.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "cli/term/progress.h"

namespace pggit::cli {
namespace {

constexpr int kLongestPause = 30;  // seconds

void Set(Connection& server, const std::string& setting, const std::string& value) {
  server.Query("SELECT pg_catalog.set_config($1, $2, false)", {setting, value});
}

// What stopped while it was built or dropped is there, and no query uses it.
void DropInvalid(Connection& server, const ScriptPart& part) {
  for (const std::string& index : ConcurrentIndexes(part.sql)) {
    const Result rows = server.Query(
        "SELECT FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass($1) AND NOT "
        "indisvalid",
        {index});
    if (rows.rows() > 0) server.Query("DROP INDEX CONCURRENTLY " + index);
  }
}

// Whether it is worth another try: somebody else had a lock.
bool IsAboutLocks(const ServerError& error) {
  constexpr std::string_view kLockNotAvailable = "55P03";
  constexpr std::string_view kDeadlock = "40P01";
  return error.report().sqlstate == kLockNotAvailable || error.report().sqlstate == kDeadlock;
}

class OnlineRunner {
 public:
  OnlineRunner(Context& context, Connection& server, const PlanHead& head,
               const OnlineScript& script, const LockPatience& patience)
      : context_(context), server_(server), head_(head), script_(script), patience_(patience) {}

  void Run(std::size_t first) {
    for (std::size_t i = 0; i < first; ++i) CleanUp(script_.parts[i]);
    done_ = head_.steps - StepsFrom(script_, first);
    server_.RunScript(script_.settings, [] {});
    for (std::size_t i = first; i < script_.parts.size(); ++i) RunPatiently(script_.parts[i]);
    server_.RunScript(script_.closing, [] {});
  }

 private:
  void CleanUp(const ScriptPart& part) {
    if (part.head.alone) DropInvalid(server_, part);
  }

  void RunPatiently(const ScriptPart& part) {
    for (int tried = 0;; ++tried) {
      try {
        RunOnce(part);
        done_ += part.head.steps;
        return;
      } catch (const ServerError& error) {
        server_.AbandonTransaction();
        if (part.head.alone) LeaveNothing(part);
        if (tried >= patience_.retries || !IsAboutLocks(error)) throw;
        Pause(part, error, tried);
      }
    }
  }

  void RunOnce(const ScriptPart& part) {
    Output& output = context_.output();
    Progress progress(output.may_draw(), "Changing " + server_.database(), output.talk_width(),
                      output.talk_style());
    const int total = static_cast<int>(head_.steps);
    int shown = static_cast<int>(done_);
    progress.Show(shown, total);
    if (part.head.alone) {
      CleanUp(part);
      for (const std::string& statement : StatementsOf(part.sql)) server_.Query(statement);
      return;
    }
    Set(server_, "lock_timeout", patience_.timeout);
    const int end = shown + static_cast<int>(part.head.steps);
    server_.RunScript(part.sql, [&] { progress.Show(shown = std::min(shown + 1, end), total); });
  }

  // An index that came to nothing would be kept up to date by every write. What the server says to
  // this matters less than what it said before; another run tries again.
  void LeaveNothing(const ScriptPart& part) {
    try {
      CleanUp(part);
    } catch (const ServerError&) {
    }
  }

  void Pause(const ScriptPart& part, const ServerError& error, int tried) {
    const int seconds = std::min(1 << std::min(tried, 10), kLongestPause);
    context_.output().Talk(
        "Part " + std::to_string(part.head.number) + " of " + std::to_string(part.head.of) + ": " +
        error.what() + "; trying again in " + std::to_string(seconds) + " s (" +
        std::to_string(tried + 1) + " of " + std::to_string(patience_.retries) + ")\n");
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
  }

  Context& context_;
  Connection& server_;
  const PlanHead& head_;
  const OnlineScript& script_;
  const LockPatience& patience_;
  std::size_t done_ = 0;
};

}  // namespace

std::optional<std::size_t> PartsDone(const PlanHead& head, const OnlineScript& script,
                                     const std::string& state) {
  for (std::size_t done = script.parts.size(); done > 0; --done) {
    if (script.parts[done - 1].head.end == state) return done;
  }
  return state == head.from ? std::optional<std::size_t>(0) : std::nullopt;
}

void RunOnlineParts(Context& context, Connection& server, const PlanHead& head,
                    const OnlineScript& script, std::size_t first, const LockPatience& patience) {
  OnlineRunner(context, server, head, script, patience).Run(first);
}

std::size_t StepsFrom(const OnlineScript& script, std::size_t first) {
  std::size_t steps = 0;
  for (std::size_t i = first; i < script.parts.size(); ++i) steps += script.parts[i].head.steps;
  return steps;
}

}  // namespace pggit::cli
