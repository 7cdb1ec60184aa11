#include "cli/groups.h"
#include "cli/history.h"

namespace pggit::cli {
namespace {

std::string CountText(const Result& rows, int row) {
  const std::string count = rows.Text(row, "count");
  const std::string what = rows.Text(row, "removed");
  if (count == "1") return count + ' ' + what;
  return count + ' ' + (what == "reflog entry" ? "reflog entries" : what + 's');
}

int Run(Context& context) {
  const Arguments& arguments = context.arguments();
  const bool dry_run = arguments.Has("dry-run");
  Connection& server = HistoryServer(context);
  if (const auto expire = arguments.Value("prune")) {
    server.Query("SELECT pg_catalog.set_config('pggit.gc_prune_expire', $1, false)", {*expire});
  }
  const Result rows =
      server.Query("SELECT removed, count, size FROM pggit_v0.gc($1::pg_catalog.bool)",
                   {dry_run ? "true" : "false"});
  Output& output = context.output();
  std::string text;
  Json::Array list;
  for (int row = 0; row < rows.rows(); ++row) {
    const std::string size = rows.Text(row, "size");
    text += CountText(rows, row) + (size.empty() ? "" : ", " + size + " bytes") + '\n';
    list.push_back(
        Json::Object{{"what", rows.Text(row, "removed")},
                     {"count", std::int64_t{std::stoll(rows.Text(row, "count"))}},
                     {"size", size.empty() ? Json() : Json(std::int64_t{std::stoll(size)})}});
  }
  if (context.json()) {
    output.AnswerJson("gc", {{"dry_run", dry_run}, {"removed", std::move(list)}});
    return 0;
  }
  output.Talk(text.empty() ? "There is nothing to remove.\n"
                           : (dry_run ? "These would go:\n" : "These are gone:\n"));
  output.Answer(text);
  return 0;
}

}  // namespace

Command GcCommand() {
  return {
      .name = "gc",
      .group = kGroupStart,
      .summary = "remove what nothing names any more",
      .description =
          {"Lets entries of the reflog go that are older than 90 days, or 30 where they tell of "
           "commits that their branch does not have any more. Then removes the objects that no "
           "branch, tag, entry of the reflog or record names, once they are two weeks old.",
           "The settings pggit.gc_reflog_expire, pggit.gc_reflog_expire_unreachable and "
           "pggit.gc_prune_expire give other times; never keeps everything."},
      .options = {{.name = "dry-run", .letter = 'n', .help = "say what would go, remove nothing"},
                  {.name = "prune",
                   .value = "AGE",
                   .help = "remove objects of this age and older: now, 3 days, never"}},
      .examples = {{"pggit gc --dry-run", "Say what could go."},
                   {"pggit gc --prune=now", "Remove what nothing names, however young it is."}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
