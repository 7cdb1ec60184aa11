#include "cli/groups.h"
#include "cli/history.h"
#include "cli/parser.h"
#include "core/catalog/cells.h"
#include "core/store/commit.h"

namespace pggit::cli {
namespace {

std::string Message(const Arguments& arguments) {
  std::string message;
  for (const std::string& paragraph : arguments.All("message")) {
    if (!message.empty()) message += "\n\n";
    message += paragraph;
  }
  if (message.empty()) {
    throw UsageError("a commit needs a message", "Give it one: pggit commit -m 'what changed'");
  }
  return message;
}

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  const std::string message = Message(arguments);
  const std::vector<std::string> objects = arguments.All("OBJECT");
  Connection& server = HistoryServer(context);
  const std::string sha =
      server
          .Query(
              "SELECT pggit.commit($1, NULLIF($2, '')::pg_catalog.text[], $3::pg_catalog.bool) "
              "AS sha",
              {message, objects.empty() ? "" : ArrayText(objects),
               arguments.Has("allow-empty") ? "true" : "false"})
          .Text(0, "sha");
  const Result changes = server.Query(
      "SELECT object_path, change_type FROM pggit.show($1) WHERE object_path IS NOT NULL", {sha});
  const std::string branch =
      server.Query("SELECT pg_catalog.substr(ref_name, 12) AS branch FROM pggit_v0.head")
          .Text(0, "branch");
  Output& output = context.output();
  if (context.json()) {
    Json::Array list;
    for (int row = 0; row < changes.rows(); ++row) {
      list.push_back(Json::Object{{"path", changes.Text(row, "object_path")},
                                  {"change", changes.Text(row, "change_type")}});
    }
    output.AnswerJson("commit",
                      {{"commit", sha}, {"branch", branch}, {"changes", std::move(list)}});
    return 0;
  }
  std::string text = '[' + branch + ' ' + sha.substr(0, kShownDigits) + "] " +
                     std::string(Subject(message)) + '\n';
  for (int row = 0; row < changes.rows() && !output.settings().quiet; ++row) {
    text += "  " + changes.Text(row, "change_type") + ' ' + changes.Text(row, "object_path") + '\n';
  }
  output.Answer(text);
  return 0;
}

}  // namespace

Command CommitCommand() {
  return {
      .name = "commit",
      .group = kGroupHistory,
      .summary = "record the live schema as a commit",
      .description =
          {"Takes the schema as the catalog has it now and records it as a commit on the current "
           "branch, with the message. With objects, records what changed of those and leaves the "
           "rest for a later commit.",
           "The commit is signed with the settings pggit.author_name and pggit.author_email of the "
           "session, else with the name of the database user. Who it really was is kept beside "
           "it."},
      .options = {{.name = "message",
                   .letter = 'm',
                   .value = "TEXT",
                   .help = "what changed and why; given again, another paragraph"},
                  {.name = "allow-empty", .help = "record a commit even when nothing changed"}},
      .positional = {.name = "OBJECT",
                     .help = "objects to record: users, public.users, f(integer) or a path",
                     .repeats = true},
      .examples = {{"pggit commit -m 'orders: add a status'", "Record all that changed."},
                   {"pggit commit -m 'add a status' orders order_totals",
                    "Record what changed of two objects."},
                   {"PGOPTIONS='-c pggit.author_name=Ann' pggit commit -m fix",
                    "Sign with another name."}},
      .exits = {{2, "wrong usage, failure, or nothing to commit"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
