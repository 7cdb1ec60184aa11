#include "cli/groups.h"
#include "cli/history.h"
#include "cli/live_change.h"
#include "cli/parser.h"
#include "cli/task.h"
#include "core/catalog/cells.h"

namespace pggit::cli {
namespace {

constexpr char kLatest[] = "stash@{0}";

constexpr char kAdvice[] =
    "The schema is as it was, and the stash is kept. Let one side win: pggit stash pop --strategy "
    "theirs\n(the stash's) or ours (the live schema's).\n";

// A number stands for the stash that has it.
std::string StashName(const Task& task) {
  const std::string word = task.Word(0, kLatest);
  const bool is_number = !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
  return is_number ? "stash@{" + word + '}' : word;
}

int Push(Context& context, Connection& server, const Task& task) {
  const std::string sha =
      server
          .Query("SELECT pggit.stash(NULLIF($1, ''), NULLIF($2, '{}')::pg_catalog.text[]) AS sha",
                 {context.arguments().Value("message").value_or(""), ArrayText(task.words)})
          .Text(0, "sha");
  Output& output = context.output();
  std::string message;
  if (!sha.empty()) message = ReadLog(server, sha, "1", "").at(0).subject();
  if (context.json()) {
    output.AnswerJson(
        "stash", {{"task", "push"}, {"stash", TextOrNull(sha)}, {"message", TextOrNull(message)}});
  } else {
    output.Answer(sha.empty() ? "No changes to put aside.\n" : "Put aside: " + message + '\n');
  }
  return 0;
}

int List(Context& context, Connection& server) {
  const Result rows = server.Query(
      "SELECT name, commit_sha, message, created_by, pg_catalog.to_char(created_at AT TIME ZONE "
      "'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') AS created_at FROM pggit.stashes");
  Output& output = context.output();
  std::string text;
  Json::Array list;
  for (int row = 0; row < rows.rows(); ++row) {
    text += output.answer_style().Paint(Color::kYellow, rows.Text(row, "name")) + ": " +
            rows.Text(row, "message") + '\n';
    list.push_back(Json::Object{{"name", rows.Text(row, "name")},
                                {"commit", rows.Text(row, "commit_sha")},
                                {"message", rows.Text(row, "message")},
                                {"created_by", rows.Text(row, "created_by")},
                                {"created_at", rows.Text(row, "created_at")}});
  }
  if (context.json()) {
    output.AnswerJson("stash", {{"task", "list"}, {"stashes", std::move(list)}});
  } else {
    output.PagedAnswer(text);
  }
  return 0;
}

int Show(Context& context, Connection& server, const std::string& name) {
  const Result rows = server.Query("SELECT * FROM pggit.stash_show($1)", {name});
  const bool patch = context.arguments().Has("patch");
  Output& output = context.output();
  std::string text;
  Json::Array list;
  for (int row = 0; row < rows.rows(); ++row) {
    const std::string path = rows.Text(row, "object_path");
    const std::string change = rows.Text(row, "change_type");
    text += patch ? PatchText(rows.Text(row, "diff"), output.answer_style())
                  : change + ' ' + path + '\n';
    list.push_back(
        Json::Object{{"path", path}, {"change", change}, {"diff", rows.Text(row, "diff")}});
  }
  if (context.json()) {
    output.AnswerJson("stash", {{"task", "show"}, {"changes", std::move(list)}});
  } else {
    output.PagedAnswer(text);
  }
  return 0;
}

int Apply(Context& context, Connection& server, const Task& task) {
  const std::string function = task.name == "pop" ? "pggit.stash_pop" : "pggit.stash_apply";
  const Result row =
      server.Query(std::string("SELECT status, stash_sha AS sha, ") + kConflictsColumn + " FROM " +
                       function + "($1, $2)",
                   {StashName(task), context.arguments().Value("strategy").value_or("recursive")});
  const std::string status = row.Text(0, "status");
  if (context.json() || status == "conflicts") {
    return AnswerMerge(context, row, {.verb = "stash", .done = "Applied", .advice = kAdvice});
  }
  const std::string kept = task.name == "pop" ? " Dropped it (" + row.Text(0, "sha") + ")." : "";
  context.output().Answer(
      (status == "applied" ? "Applied " + StashName(task) : "The live schema has all of it") + '.' +
      kept + '\n');
  return 0;
}

int Drop(Context& context, Connection& server, const Task& task) {
  const bool all = task.name == "clear";
  const std::string dropped =
      all ? server.Query("SELECT pggit.stash_clear() AS dropped").Text(0, "dropped")
          : server.Query("SELECT pggit.stash_drop($1) AS dropped", {StashName(task)})
                .Text(0, "dropped");
  Output& output = context.output();
  if (context.json()) {
    output.AnswerJson("stash",
                      {{"task", task.name},
                       {"dropped", all ? Json(std::int64_t{std::stoll(dropped)}) : Json(dropped)}});
  } else {
    output.Answer("Dropped " + (all ? dropped : StashName(task) + " (" + dropped + ')') + ".\n");
  }
  return 0;
}

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  const Task task = TaskOf(context.command(), arguments, "push");
  const bool names_one = task.name != "list" && task.name != "clear";
  if (task.name != "push") {
    RequireWords(context.command(), task, 0, names_one ? 1 : 0, "one stash");
  }
  OnlyFor(arguments, task, "message", {"push"});
  OnlyFor(arguments, task, "patch", {"show"});
  OnlyFor(arguments, task, "strategy", {"apply", "pop"});
  Connection& server = ServerToChange(context);
  if (task.name == "push") return Push(context, server, task);
  if (task.name == "list") return List(context, server);
  if (task.name == "show") return Show(context, server, StashName(task));
  if (task.name == "apply" || task.name == "pop") return Apply(context, server, task);
  return Drop(context, server, task);
}

}  // namespace

Command StashCommand() {
  return {
      .name = "stash",
      .group = kGroupChange,
      .summary = "put changes aside that are not committed, and take them back",
      .description =
          {"Keeps what the live schema has otherwise than the last commit as a stash and turns the "
           "schema into that of the commit, by a plan of statements. Where rows or values would be "
           "lost it refuses until --allow-data-loss: a stash holds definitions and no rows.",
           "apply and pop do to the live schema, as it is then, what the stash did: a three-way "
           "merge, part by part. Where both made different things of one part, nothing changes, "
           "the parts are listed, the stash is kept, and the exit status is 1.",
           "push is what happens without a word; with names it puts aside what changed of these "
           "objects "
           "alone. list, show, drop and clear do what they say. "
           "stash@{0} is the latest, and may stand wherever a revision may."},
      .options = {{.name = "message", .letter = 'm', .value = "TEXT", .help = "what is put aside"},
                  {.name = "patch", .help = "with show, the definitions line by line"},
                  {.name = "strategy",
                   .letter = 's',
                   .value = "STRATEGY",
                   .help = "with apply and pop, whose part wins where they disagree",
                   .choices = {"recursive", "ours", "theirs"}},
                  AllowDataLossOption()},
      .positional = {.name = "TASK",
                     .help = "objects follow push, a stash, 1 or stash@{1}, other tasks; the task",
                     .choices = {"push", "list", "show", "apply", "pop", "drop", "clear"},
                     .repeats = true},
      .examples = {{"pggit stash -m 'half an idea'", "Put aside what is not committed."},
                   {"pggit stash push users 'f(integer)'", "Put aside what changed of these."},
                   {"pggit stash pop", "Take the latest back."},
                   {"pggit stash show --patch 1", "See what the one before it did."}},
      .exits = {{1, "conflicts"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
