#include "cli/bisect_test_run.h"
#include "cli/groups.h"
#include "cli/history.h"
#include "cli/parser.h"
#include "cli/task.h"
#include "core/base/lines.h"
#include "core/catalog/cells.h"

namespace pggit::cli {
namespace {

constexpr char kColumns[] =
    "SELECT status, commit_sha, subject, remaining, steps, "
    "pg_catalog.array_to_string(suspects, E'\\n') AS suspects FROM ";

Result Ask(Connection& server, const std::string& call,
           const std::vector<std::string>& parameters = {}) {
  return server.Query(kColumns + call, parameters);
}

Result Mark(Connection& server, const std::string& term, const std::string& revision) {
  return Ask(server, "pggit.bisect_" + term + "(NULLIF($1, ''))", {revision});
}

// What git says of the same step.
std::string StepText(Connection& server, const Result& step, const Style& style) {
  const std::string status = step.Text(0, "status");
  const std::string sha = step.Text(0, "commit_sha");
  const std::string named = '[' + sha.substr(0, kShownDigits) + "] " + step.Text(0, "subject");
  if (status == "waiting") return "Waiting for a bad commit and a good one.\n";
  if (status == "merge_base") return "Bisecting: a merge base must be tested\n" + named + '\n';
  if (status == "testing") {
    const std::string left = step.Text(0, "remaining");
    const std::string steps = step.Text(0, "steps");
    return "Bisecting: " + left + (left == "1" ? " revision" : " revisions") +
           " left to test after this (roughly " + steps + (steps == "1" ? " step" : " steps") +
           ")\n" + named + '\n';
  }
  std::string text;
  if (status == "found") {
    text = sha + " is the first bad commit\n";
    const auto found = ReadLog(server, sha, "1", "");
    for (const std::string& line : CommitLines(found.at(0), style)) text += line + '\n';
    return text;
  }
  text = "Only skipped commits are left. The first bad commit is one of:\n";
  const std::string suspects = step.Text(0, "suspects");
  for (const std::string_view suspect : SplitLines(suspects)) text += std::string(suspect) + '\n';
  return text;
}

Json StepJson(const std::string& task, const Result& step) {
  Json::Array suspects;
  const std::string list = step.Text(0, "suspects");
  for (const std::string_view suspect : SplitLines(list)) {
    suspects.emplace_back(std::string(suspect));
  }
  return Json::Object{{"task", task},
                      {"status", step.Text(0, "status")},
                      {"commit", TextOrNull(step.Text(0, "commit_sha"))},
                      {"subject", TextOrNull(step.Text(0, "subject"))},
                      {"remaining", std::int64_t{std::stoll(step.Text(0, "remaining"))}},
                      {"steps", std::int64_t{std::stoll(step.Text(0, "steps"))}},
                      {"suspects", std::move(suspects)}};
}

int AnswerStep(Context& context, Connection& server, const std::string& task, const Result& step) {
  Output& output = context.output();
  if (context.json()) {
    const Json json = StepJson(task, step);
    output.AnswerJson("bisect", std::get<Json::Object>(json.value()));
  } else {
    output.Answer(StepText(server, step, output.answer_style()));
  }
  return step.Text(0, "status") == "undecided" ? 1 : 0;
}

int Start(Context& context, Connection& server, const Task& task) {
  const std::vector<std::string> good(task.words.begin() + (task.words.empty() ? 0 : 1),
                                      task.words.end());
  return AnswerStep(context, server, task.name,
                    Ask(server, "pggit.bisect_start(NULLIF($1, ''), $2::pg_catalog.text[])",
                        {task.Word(0), ArrayText(good)}));
}

// Says the same of each; the answer is what comes of the last.
int MarkAll(Context& context, Connection& server, const Task& task) {
  for (std::size_t at = 0; at + 1 < task.words.size(); ++at) {
    (void)Mark(server, task.name, task.words[at]);
  }
  return AnswerStep(context, server, task.name,
                    Mark(server, task.name, task.words.empty() ? "" : task.words.back()));
}

int Log(Context& context, Connection& server) {
  const Result rows = server.Query("SELECT term, commit_sha, subject FROM pggit.bisect_log()");
  Output& output = context.output();
  std::string text;
  Json::Array list;
  for (int row = 0; row < rows.rows(); ++row) {
    text += rows.Text(row, "term") + ": [" + rows.Text(row, "commit_sha") + "] " +
            rows.Text(row, "subject") + '\n';
    list.push_back(Json::Object{{"term", rows.Text(row, "term")},
                                {"commit", rows.Text(row, "commit_sha")},
                                {"subject", TextOrNull(rows.Text(row, "subject"))}});
  }
  if (context.json()) {
    output.AnswerJson("bisect", {{"task", "log"}, {"marks", std::move(list)}});
  } else {
    output.PagedAnswer(text);
  }
  return 0;
}

int Reset(Context& context, Connection& server) {
  const bool ended = server.Query("SELECT pggit.bisect_reset() AS ended").Text(0, "ended") == "t";
  Output& output = context.output();
  if (context.json()) {
    output.AnswerJson("bisect", {{"task", "reset"}, {"ended", ended}});
  } else {
    output.Talk(ended ? "The search is over.\n" : "No search was under way.\n");
  }
  return 0;
}

int RunTests(Context& context, Connection& server, const Task& task) {
  const BisectTest test{context.arguments().Value("sql").value_or(""), task.words};
  if (test.sql.empty() == test.command.empty()) {
    throw UsageError("a run takes a statement or a command",
                     "Name one of them: pggit bisect run --sql 'SELECT ...'");
  }
  Output& output = context.output();
  Result step = Ask(server, "pggit.bisect_next()");
  if (step.Text(0, "status") == "waiting") {
    throw Error(ErrorCode::kInvalidArgument, "a bad commit and a good one are to be named first",
                {}, "Name them with: pggit bisect bad REVISION, pggit bisect good REVISION");
  }
  while (step.Text(0, "status") == "testing" || step.Text(0, "status") == "merge_base") {
    const std::string sha = step.Text(0, "commit_sha");
    output.Talk(StepText(server, step, output.talk_style()));
    const std::string found = TestCommit(context, server, sha, test);
    output.Talk(sha.substr(0, kShownDigits) + " is " +
                (found == "skip" ? "not to be tested" : found) + ".\n");
    step = Mark(server, found, sha);
  }
  return AnswerStep(context, server, task.name, step);
}

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  const Task task = TaskOf(context.command(), arguments, "log");
  OnlyFor(arguments, task, "sql", {"run"});
  if (task.name == "log" || task.name == "reset") RequireWords(context.command(), task, 0, 0, "");
  Connection& server = HistoryServer(context);
  if (task.name == "start") return Start(context, server, task);
  if (task.name == "log") return Log(context, server);
  if (task.name == "reset") return Reset(context, server);
  if (task.name == "run") return RunTests(context, server, task);
  return MarkAll(context, server, task);
}

}  // namespace

Command BisectCommand() {
  return {
      .name = "bisect",
      .group = kGroupHistory,
      .summary = "find the commit that broke something",
      .description =
          {"Halves the commits between a bad one and a good one, as git does, until the first bad "
           "one is found. start names the bad commit and the good ones; good, bad and skip say "
           "what one is, the one to be tested when none is named; log prints what was said, reset "
           "ends the search. Each user has one search at a time, which outlives the session.",
           "run does the testing: each commit's schema is built in a scratch database of the same "
           "server, which takes the right to make one. With --sql a commit is bad when the "
           "statement fails or its first value is false. A command after it, best behind --, finds "
           "the database by PGHOST, PGPORT, PGUSER and PGDATABASE; ending with 0 it says good, "
           "with "
           "125 that this one cannot be tested, with any other up to 125 bad. What cannot be built "
           "is skipped. The live schema is never touched."},
      .options = {{.name = "sql", .value = "SQL", .help = "with run, the statement that tests"}},
      .positional = {.name = "TASK",
                     .help = "revisions, or the command, follow the task; the task",
                     .choices = {"start", "good", "bad", "skip", "run", "log", "reset"},
                     .repeats = true},
      .examples = {{"pggit bisect start main v1.2", "Something worked in v1.2."},
                   {"pggit bisect run --sql \"SELECT 'orders'::regclass\"",
                    "Find who dropped a table."},
                   {"pggit bisect run -- sh -c 'psql -f check.sql'", "Test with a command."},
                   {"pggit bisect reset", "End the search."}},
      .exits = {{1, "only commits that cannot be tested are left"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
