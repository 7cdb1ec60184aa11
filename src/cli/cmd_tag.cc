#include "cli/groups.h"
#include "cli/history.h"
#include "cli/parser.h"

namespace pggit::cli {
namespace {

int List(Context& context) {
  const Result rows = HistoryServer(context).Query(
      "SELECT pg_catalog.substr(name, 11) AS name, target_sha FROM pggit_v0.refs "
      "WHERE type = 'tag' ORDER BY name");
  Output& output = context.output();
  std::string text;
  Json::Array list;
  for (int row = 0; row < rows.rows(); ++row) {
    text += rows.Text(row, "name") + '\n';
    list.push_back(
        Json::Object{{"name", rows.Text(row, "name")}, {"target", rows.Text(row, "target_sha")}});
  }
  if (context.json()) {
    output.AnswerJson("tag", {{"tags", std::move(list)}});
  } else {
    output.PagedAnswer(text);
  }
  return 0;
}

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  const std::vector<std::string> words = arguments.All("NAME");
  if (words.empty()) return List(context);
  const bool deletes = arguments.Has("delete");
  if (words.size() > (deletes ? 1U : 2U)) {
    throw UsageError("a tag takes one name and one revision",
                     "Name them: pggit tag NAME [REVISION]");
  }
  Connection& server = HistoryServer(context);
  const std::string& name = words[0];
  std::string target;
  if (deletes) {
    server.Query("SELECT pggit_v0.update_ref('refs/tags/' || $1, NULL, NULL, 'tag: deleted')",
                 {name});
  } else {
    target = server
                 .Query("SELECT pggit.tag($1, $2, NULLIF($3, '')) AS sha",
                        {name, words.size() > 1 ? words[1] : "HEAD",
                         arguments.Value("message").value_or("")})
                 .Text(0, "sha");
  }
  Output& output = context.output();
  if (context.json()) {
    output.AnswerJson("tag", {{"name", name}, {"target", TextOrNull(target)}});
  } else {
    output.Talk((deletes ? "Deleted tag \"" : "Made tag \"") + name + "\".\n");
  }
  return 0;
}

}  // namespace

Command TagCommand() {
  return {
      .name = "tag",
      .group = kGroupHistory,
      .summary = "name a commit for good, or list such names",
      .description = {"Without a name, lists the tags. With one, makes a tag of the last commit or "
                      "of the revision; with a message the tag is an object of its own, that says "
                      "who made it, when and why."},
      .options = {{.name = "message", .letter = 'm', .value = "TEXT", .help = "why it is made"},
                  {.name = "delete", .help = "delete the tag"}},
      .positional = {.name = "NAME",
                     .help = "the tag, then the revision it is to name",
                     .repeats = true},
      .examples = {{"pggit tag v1.2 -m 'what shop.example.com runs'", "Mark a release."},
                   {"pggit tag before-cleanup main~3", "Mark an older commit."},
                   {"pggit tag", "List the tags."}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
