#include "cli/live_change.h"

#include <string_view>
#include <vector>

#include "cli/history.h"
#include "core/base/lines.h"

namespace pggit::cli {
namespace {

std::string MergeText(const std::string& status, const std::string& sha,
                      const std::vector<std::string_view>& conflicts, const MergeWords& words,
                      const Style& style) {
  const std::string shown = sha.substr(0, kShownDigits) + ".\n";
  if (status == "up_to_date") return "Already up to date.\n";
  if (status == "fast_forward") return "Fast-forward to " + shown;
  if (status != "conflicts") return words.done + " as " + shown;
  std::string text;
  for (const std::string_view path : conflicts) {
    text += style.Paint(Color::kRed, "conflict") + ' ';
    text += path;
    text += '\n';
  }
  return text + words.advice;
}

}  // namespace

Option AllowDataLossOption() {
  return {.name = "allow-data-loss", .help = "go on where rows or values are lost"};
}

Connection& ServerToChange(Context& context) {
  Connection& server = HistoryServer(context);
  if (context.arguments().Has("allow-data-loss")) {
    server.Query("SELECT pg_catalog.set_config('pggit.allow_data_loss', 'on', false)");
  }
  return server;
}

int AnswerCommit(Context& context, Connection& server, const std::string& verb,
                 const std::string& sha) {
  const std::string branch =
      server.Query("SELECT pg_catalog.substr(ref_name, 12) AS branch FROM pggit_v0.head")
          .Text(0, "branch");
  Output& output = context.output();
  if (context.json()) {
    output.AnswerJson(verb, {{"commit", sha}, {"branch", branch}});
  } else {
    output.Answer('[' + branch + ' ' + sha.substr(0, kShownDigits) + "] " +
                  std::string(ReadLog(server, sha, "1", "").at(0).subject()) + '\n');
  }
  return 0;
}

int AnswerMerge(Context& context, const Result& row, const MergeWords& words) {
  const std::string status = row.Text(0, "status");
  const std::string sha = row.Text(0, "sha");
  const std::string paths = row.Text(0, "conflicts");
  const std::vector<std::string_view> conflicts = SplitLines(paths);
  Output& output = context.output();
  if (context.json()) {
    Json::Array list;
    for (const std::string_view path : conflicts) list.emplace_back(std::string(path));
    output.AnswerJson(
        words.verb,
        {{"status", status}, {"commit", TextOrNull(sha)}, {"conflicts", std::move(list)}});
  } else {
    output.Answer(MergeText(status, sha, conflicts, words, output.answer_style()));
  }
  return status == "conflicts" ? 1 : 0;
}

}  // namespace pggit::cli
