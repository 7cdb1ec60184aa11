#include "cli/groups.h"
#include "cli/history.h"
#include "cli/parser.h"

namespace pggit::cli {
namespace {

int List(Context& context, Connection& server) {
  const Result rows = server.Query(
      "SELECT b.branch_name, b.head_sha, b.is_current, "
      "b.is_protected, pg_catalog.cardinality(b.schemas) > 0 AS has_workspace, "
      "pg_catalog.split_part(g.message, E'\\n', 1) AS subject FROM pggit.list_branches() AS b "
      "JOIN pggit_v0.commit_graph AS g ON g.commit_sha = b.head_sha::pggit_v0.sha "
      "ORDER BY b.branch_name");
  Output& output = context.output();
  const Style& style = output.answer_style();
  const bool verbose = context.arguments().Has("heads");
  std::string text;
  Json::Array list;
  for (int row = 0; row < rows.rows(); ++row) {
    const std::string name = rows.Text(row, "branch_name");
    const bool current = rows.Text(row, "is_current") == "t";
    const bool is_protected = rows.Text(row, "is_protected") == "t";
    text += (current ? "* " + style.Paint(Color::kGreen, name) : "  " + name) +
            (is_protected ? "  " + style.Paint(Color::kYellow, "protected") : "");
    if (verbose) {
      if (rows.Text(row, "has_workspace") == "t") text += "  " + style.Paint(Color::kCyan, "live");
      text += "  " + rows.Text(row, "head_sha").substr(0, kShownDigits) + ' ' +
              rows.Text(row, "subject");
    }
    text += '\n';
    list.push_back(Json::Object{{"name", name},
                                {"commit", rows.Text(row, "head_sha")},
                                {"current", current},
                                {"protected", is_protected},
                                {"workspace", rows.Text(row, "has_workspace") == "t"}});
  }
  if (context.json()) {
    output.AnswerJson("branch", {{"task", "list"}, {"branches", std::move(list)}});
  } else {
    output.PagedAnswer(text);
  }
  return 0;
}

int Answer(Context& context, const std::string& task, const std::string& name, bool changed,
           const std::string& said) {
  Output& output = context.output();
  if (context.json()) {
    output.AnswerJson("branch", {{"task", task}, {"name", name}, {"changed", changed}});
  } else {
    output.Talk(said);
  }
  return 0;
}

int Protect(Context& context, Connection& server, bool protects, const std::string& name) {
  const std::string function = protects ? "protect" : "unprotect";
  const bool changed = server.Query("SELECT pggit." + function + "_branch($1) AS changed", {name})
                           .Text(0, "changed") == "t";
  const std::string is_so = protects ? "is protected" : "is not protected";
  const std::string since = changed ? (protects ? " now" : " any more") : " already";
  const std::string is_not = protects || changed ? since : "";
  return Answer(context, function, name, changed,
                "Branch \"" + name + "\" " + is_so + is_not + ".\n");
}

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  const std::vector<std::string> words = arguments.All("NAME");
  const bool deletes = arguments.Has("delete");
  int tasks = 0;
  for (const char* const task : {"delete", "protect", "unprotect"}) {
    tasks += arguments.Has(task) ? 1 : 0;
  }
  if (arguments.Has("force") && !deletes) {
    throw UsageError("--force is for --delete", "Leave it out.");
  }
  if (tasks > 1) {
    throw UsageError("a branch is deleted, protected or set free",
                     "Leave out all of these options but one.");
  }
  if (arguments.Has("data") && (tasks > 0 || words.empty())) {
    throw UsageError("--data is for a new branch", "Name one: pggit branch NAME --data copy");
  }
  if (words.size() > (tasks > 0 ? 1U : 2U) || (tasks > 0 && words.empty())) {
    throw UsageError(tasks > 0 ? "that takes the name of one branch"
                               : "a branch takes one name and one revision",
                     "Name them: pggit branch NAME [REVISION]");
  }
  Connection& server = HistoryServer(context);
  if (words.empty()) return List(context, server);
  const std::string& name = words[0];
  if (arguments.Has("protect")) return Protect(context, server, true, name);
  if (arguments.Has("unprotect")) return Protect(context, server, false, name);
  if (deletes) {
    server.Query("SELECT pggit_v0.delete_branch($1, $2::pg_catalog.bool)",
                 {name, arguments.Has("force") ? "t" : "f"});
    return Answer(context, "delete", name, true, "Deleted branch \"" + name + "\".\n");
  }
  if (arguments.Has("data")) {
    server.Query("SELECT pggit.create_branch($1, $2, $3)",
                 {name, words.size() > 1 ? words[1] : "HEAD", *arguments.Value("data")});
  } else {
    server.Query("SELECT pggit_v0.create_branch($1, NULLIF($2, ''))",
                 {name, words.size() > 1 ? words[1] : ""});
  }
  return Answer(context, "create", name, true, "Made branch \"" + name + "\".\n");
}

}  // namespace

Command BranchCommand() {
  return {
      .name = "branch",
      .group = kGroupChange,
      .summary = "list, make, delete and protect branches",
      .description = {"Without a name, lists the branches; the current one has a star. With one, "
                      "makes a branch at the last commit or at the revision.",
                      "A branch is a name for a commit, and gets schemas of its own with its rows "
                      "when somebody goes to it, or at once by --data. One that the current branch "
                      "has not merged "
                      "is deleted by --delete --force only, and one that is protected never.",
                      "--protect makes a branch take changes through approved merge requests only, "
                      "see pggit mr."},
      .options = {{.name = "heads", .help = "list with the last commit of each"},
                  {.name = "data",
                   .value = "WHAT",
                   .help = "make its schemas now, with rows (copy) or without (none)",
                   .choices = {"copy", "none"}},
                  {.name = "delete", .help = "delete a branch that is merged"},
                  {.name = "force", .help = "with --delete, whether it is merged or not"},
                  {.name = "protect", .help = "let it move by approved merge requests only"},
                  {.name = "unprotect", .help = "end that"}},
      .positional = {.name = "NAME",
                     .help = "the branch; then, to make one, the revision",
                     .repeats = true},
      .examples = {{"pggit branch idea --data copy",
                    "Make a branch with tables and rows of its own."},
                   {"pggit branch idea HEAD~2", "Make a branch of an earlier state."},
                   {"pggit branch --protect main", "Have changes of main approved."}},
      .exits = {},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
