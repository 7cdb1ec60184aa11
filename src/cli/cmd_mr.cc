#include "cli/groups.h"
#include "cli/history.h"
#include "cli/live_change.h"
#include "cli/merge_requests.h"
#include "cli/parser.h"
#include "cli/task.h"
#include "core/plan/rename_proposals.h"

namespace pggit::cli {
namespace {

// How the conflicts of a request are decided: on its own branch, which is approved again then.
std::string Advice(Connection& server, const std::string& id) {
  const Result row = server.Query(
      "SELECT source_branch, target_branch FROM pggit_v0.merge_requests "
      "WHERE mr_id = $1::pg_catalog.uuid",
      {id});
  return "Nothing was changed. Decide on its own branch, and have it approved again:\n"
         "  export PGGIT_BRANCH=" +
         ShellWord(row.Text(0, "source_branch")) + "\n  pggit merge " +
         ShellWord(row.Text(0, "target_branch")) +
         "\n  pggit conflicts --take source|target PATH\n  pggit merge --continue\n";
}

int Create(Context& context, Connection& server, const Task& task) {
  const Arguments& arguments = context.arguments();
  if (!arguments.Has("title")) {
    throw UsageError("a merge request needs a title",
                     "Give it one: pggit mr create BRANCH --title 'what changes'");
  }
  const Result row = server.Query(
      "SELECT mr_id, status, conflicts FROM pggit_v0.create_merge_request($1, $2, $3, "
      "NULLIF($4, ''), NULLIF($5, ''))",
      {task.Word(0), task.Word(1, "main"), *arguments.Value("title"),
       arguments.Value("message").value_or(""), arguments.Value("reviewer").value_or("")});
  const bool conflicts = row.Text(0, "conflicts") == "t";
  Output& output = context.output();
  if (context.json()) {
    output.AnswerJson("mr", {{"task", "create"},
                             {"mr_id", row.Text(0, "mr_id")},
                             {"status", row.Text(0, "status")},
                             {"conflicts", conflicts}});
  } else {
    output.Answer(row.Text(0, "mr_id") + '\n');
    if (conflicts) output.Talk("It has conflicts: pggit mr show " + row.Text(0, "mr_id") + '\n');
  }
  return 0;
}

// What a task without rows of its own did to a request.
int Answer(Context& context, const Task& task, const std::string& id, const std::string& done) {
  Output& output = context.output();
  if (context.json()) {
    output.AnswerJson("mr", {{"task", task.name}, {"mr_id", id}});
  } else {
    output.Talk(done + " merge request " + id + ".\n");
  }
  return 0;
}

int Comment(Context& context, Connection& server, const Task& task, const std::string& id) {
  const Arguments& arguments = context.arguments();
  if (!arguments.Has("message")) {
    throw UsageError("a comment needs a text", "Write it: pggit mr comment ID -m TEXT");
  }
  server.Query("SELECT pggit_v0.comment_merge_request($1::pg_catalog.uuid, $2)",
               {id, *arguments.Value("message")});
  return Answer(context, task, id, "Commented on");
}

int Approve(Context& context, Connection& server, const Task& task, const std::string& id) {
  const Arguments& arguments = context.arguments();
  server.Query(
      "SELECT pggit_v0.approve_merge_request($1::pg_catalog.uuid, p_notes => NULLIF($2, ''), "
      "p_head => NULLIF($3, ''))",
      {id, arguments.Value("message").value_or(""), arguments.Value("head").value_or("")});
  return Answer(context, task, id, "Approved");
}

int Merge(Context& context, Connection& server, const std::string& id) {
  return AnswerMerge(
      context,
      server.Query(std::string("SELECT status, merge_commit_sha AS sha, ") + kConflictsColumn +
                       " FROM pggit_v0.merge_merge_request($1::pg_catalog.uuid)",
                   {id}),
      {.verb = "mr", .done = "Merged", .advice = Advice(server, id)});
}

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  const Command& command = context.command();
  const Task task = TaskOf(command, arguments, "list");
  if (task.name == "create")
    RequireWords(command, task, 1, 2, "a branch, and the one to merge into");
  if (task.name == "list") RequireWords(command, task, 0, 0, "");
  if (task.name != "create" && task.name != "list") {
    RequireWords(command, task, 1, 1, "the id of a merge request");
  }
  for (const char* const option : {"title", "reviewer"})
    OnlyFor(arguments, task, option, {"create"});
  OnlyFor(arguments, task, "message", {"create", "comment", "approve"});
  OnlyFor(arguments, task, "head", {"approve"});
  OnlyFor(arguments, task, "status", {"list"});
  OnlyFor(arguments, task, "patch", {"show"});
  OnlyFor(arguments, task, "allow-data-loss", {"merge"});
  Connection& server = ServerToChange(context);
  if (task.name == "create") return Create(context, server, task);
  if (task.name == "list") {
    return AnswerRequests(context, server, arguments.Value("status").value_or(""));
  }
  const std::string id = RequestId(server, task.Word(0));
  if (task.name == "show") return AnswerRequest(context, server, id);
  if (task.name == "comment") return Comment(context, server, task, id);
  if (task.name == "approve") return Approve(context, server, task, id);
  if (task.name == "merge") return Merge(context, server, id);
  const bool closes = task.name == "close";
  server.Query(std::string("SELECT pggit_v0.") + (closes ? "close" : "reopen") +
                   "_merge_request($1::pg_catalog.uuid)",
               {id});
  return Answer(context, task, id, closes ? "Closed" : "Opened again");
}

}  // namespace

Command MrCommand() {
  return {
      .name = "mr",
      .group = kGroupChange,
      .summary = "ask for a merge, look at it, approve it, make it",
      .description =
          {"A merge request asks that a branch be merged into another, main when none is named. "
           "show "
           "prints who wants what, the statements that it would run with their costs, what breaks, "
           "and the parts in the way; with --patch the definitions line by line.",
           "An approval is of the commit that the branch is at, and lapses when it moves; --head "
           "makes sure that it is the one that was looked at. Nobody approves what is their own: a "
           "request that they opened, or a branch that they put commits on. Who somebody is, is "
           "whom the session connected as.",
           "A branch under pggit.protect_branch() takes changes through approved requests only. "
           "The merge has a commit that names the request and who approved it. Where sides "
           "disagree nothing changes, the parts are listed and the exit status is 1.",
           "list is what happens without a word. The beginning of an id is enough."},
      .options = {{.name = "title",
                   .letter = 't',
                   .value = "TEXT",
                   .help = "with create, what changes, in a line"},
                  {.name = "message",
                   .letter = 'm',
                   .value = "TEXT",
                   .help = "why, with create; what is to be said, with comment and approve"},
                  {.name = "reviewer",
                   .value = "ROLE",
                   .help = "with create, the role whose approval it takes"},
                  {.name = "head",
                   .value = "COMMIT",
                   .help = "with approve, the commit that was looked at"},
                  {.name = "status",
                   .value = "STATUS",
                   .help = "with list, only these",
                   .choices = {"open", "approved", "merged", "closed"}},
                  {.name = "patch", .help = "with show, the definitions line by line"},
                  AllowDataLossOption()},
      .positional = {.name = "TASK",
                     .help = "branches or the id of a request follow the task; the task",
                     .choices = {"create", "list", "show", "comment", "approve", "merge", "close",
                                 "reopen"},
                     .repeats = true},
      .examples = {{"pggit mr create phone main --title 'customers: phone' --reviewer bob",
                    "Ask for a merge."},
                   {"pggit mr show 3f2a --patch", "See what it would do."},
                   {"pggit mr approve 3f2a --head 4f2a9c1b", "Approve what you looked at."},
                   {"pggit mr merge 3f2a", "Make the merge."}},
      .exits = {{1, "conflicts"}, {4, "not authorised, or one's own request"}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
