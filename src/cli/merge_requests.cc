#include "cli/merge_requests.h"

#include "cli/history.h"
#include "core/base/error.h"
#include "core/base/lines.h"

namespace pggit::cli {
namespace {

/// How many digits of a merge request's id are shown to people.
constexpr std::size_t kShownOfId = 8;

constexpr std::string_view kTime =
    "pg_catalog.to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";

std::string TimeOf(const std::string& column) {
  std::string text(kTime);
  return text.replace(text.find("%s"), 2, column);
}

Color ColorOf(const std::string& status) {
  if (status == "approved" || status == "merged") return Color::kGreen;
  return status == "closed" ? Color::kRed : Color::kYellow;
}

Json::Array LinesJson(const std::string& text) {
  Json::Array list;
  for (const std::string_view line : SplitLines(text)) list.emplace_back(std::string(line));
  return list;
}

std::string Indented(const std::string& text, const std::string& indent) {
  std::string out;
  for (const std::string_view line : SplitLines(text)) {
    out += line.empty() ? "\n" : indent + std::string(line) + '\n';
  }
  return out;
}

Result Comments(Connection& server, const std::string& id) {
  return server.Query("SELECT written_by, " + TimeOf("written_at") +
                          " AS written_at, body FROM pggit_v0.merge_request_comments "
                          "WHERE mr_id = $1::pg_catalog.uuid ORDER BY merge_request_comments."
                          "written_at",
                      {id});
}

Result Approvals(Connection& server, const std::string& id) {
  return server.Query("SELECT approved_by, label, notes, source_sha, " + TimeOf("approved_at") +
                          " AS approved_at FROM pggit_v0.merge_request_approvals "
                          "WHERE mr_id = $1::pg_catalog.uuid "
                          "ORDER BY merge_request_approvals.approved_at, approved_by",
                      {id});
}

std::string Said(const Result& rows, int row, const std::string& what, const std::string& by,
                 const std::string& at, const std::string& text) {
  return '\n' + what + rows.Text(row, by.c_str()) + ", " + rows.Text(row, at.c_str()) + '\n' +
         Indented(rows.Text(row, text.c_str()), "    ");
}

std::string DoingText(const Result& row, bool patch, const Style& style) {
  std::string text;
  const std::string conflicts = row.Text(0, "conflicts");
  const std::string breaks = row.Text(0, "breaks");
  const std::string plan = row.Text(0, "plan");
  for (const std::string_view path : SplitLines(conflicts)) {
    text += style.Paint(Color::kRed, "conflict") + ' ' + std::string(path) + '\n';
  }
  for (const std::string_view line : SplitLines(breaks)) {
    text += style.Paint(Color::kRed, "breaks") + ' ' + std::string(line) + '\n';
  }
  if (!text.empty()) text = '\n' + text;
  if (!plan.empty()) text += '\n' + plan;
  if (patch || plan.empty()) text += '\n' + PatchText(row.Text(0, "diff"), style);
  return text;
}

std::string AdviceText(const Result& row, const std::string& id) {
  const std::string status = row.Text(0, "status");
  const std::string beginning = id.substr(0, kShownOfId);
  if (status == "open" && !row.Text(0, "source_sha").empty()) {
    return "\nApprove it with: pggit mr approve " + beginning + " --head " +
           row.Text(0, "source_sha").substr(0, kShownDigits) + '\n';
  }
  return status == "approved" ? "\nMerge it with: pggit mr merge " + beginning + '\n' : "";
}

Json RequestJson(const Result& row, const Result& approvals, const Result& comments) {
  Json::Object object;
  for (const char* name :
       {"mr_id", "title", "description", "source_branch", "target_branch", "status", "created_by",
        "created_at", "reviewer", "source_sha", "target_sha", "merge_commit_sha"}) {
    object.emplace_back(name, TextOrNull(row.Text(0, name)));
  }
  Json::Array approved;
  for (int at = 0; at < approvals.rows(); ++at) {
    Json::Object approval;
    for (const char* name : {"approved_by", "label", "notes", "source_sha", "approved_at"}) {
      approval.emplace_back(name, TextOrNull(approvals.Text(at, name)));
    }
    approved.emplace_back(std::move(approval));
  }
  object.emplace_back("approvals", std::move(approved));
  Json::Array said;
  for (int at = 0; at < comments.rows(); ++at) {
    said.emplace_back(Json::Object{{"written_by", comments.Text(at, "written_by")},
                                   {"written_at", comments.Text(at, "written_at")},
                                   {"body", comments.Text(at, "body")}});
  }
  object.emplace_back("comments", std::move(said));
  object.emplace_back("conflicts", LinesJson(row.Text(0, "conflicts")));
  object.emplace_back("breaks", LinesJson(row.Text(0, "breaks")));
  object.emplace_back("plan", TextOrNull(row.Text(0, "plan")));
  object.emplace_back("diff", TextOrNull(row.Text(0, "diff")));
  return object;
}

}  // namespace

std::string RequestId(Connection& server, const std::string& beginning) {
  const bool is_one =
      !beginning.empty() && beginning.find_first_not_of("0123456789abcdef-") == std::string::npos;
  const std::string hint = "List what there is with: pggit mr list";
  if (is_one) {
    const Result rows = server.Query(
        "SELECT mr_id FROM pggit_v0.merge_requests "
        "WHERE pg_catalog.starts_with(mr_id::pg_catalog.text, $1) LIMIT 2",
        {beginning});
    if (rows.rows() == 1) return rows.Text(0, "mr_id");
    if (rows.rows() > 1) {
      throw Error(ErrorCode::kUnknownRevision, "merge request \"" + beginning + "\" is ambiguous",
                  "Several ids begin so.", hint);
    }
  }
  throw Error(ErrorCode::kUnknownRevision, "merge request \"" + beginning + "\" does not exist", {},
              hint);
}

int AnswerRequests(Context& context, Connection& server, const std::string& status) {
  const Result rows =
      server.Query("SELECT mr_id, title, source_branch, target_branch, status, created_by, " +
                       TimeOf("created_at") +
                       " AS created_at, reviewer "
                       "FROM pggit_v0.list_merge_requests(NULLIF($1, ''))",
                   {status});
  Output& output = context.output();
  std::string text;
  Json::Array list;
  for (int row = 0; row < rows.rows(); ++row) {
    const std::string is = rows.Text(row, "status");
    text +=
        output.answer_style().Paint(Color::kYellow, rows.Text(row, "mr_id").substr(0, kShownOfId)) +
        ' ' + output.answer_style().Paint(ColorOf(is), is) +
        std::string(is.size() < 9 ? 9 - is.size() : 1, ' ') + rows.Text(row, "source_branch") +
        " -> " + rows.Text(row, "target_branch") + "  " + rows.Text(row, "title") + "  (" +
        rows.Text(row, "created_by") + ")\n";
    Json::Object object;
    for (const char* name : {"mr_id", "title", "source_branch", "target_branch", "status",
                             "created_by", "created_at", "reviewer"}) {
      object.emplace_back(name, TextOrNull(rows.Text(row, name)));
    }
    list.emplace_back(std::move(object));
  }
  if (context.json()) {
    output.AnswerJson("mr", {{"task", "list"}, {"merge_requests", std::move(list)}});
  } else {
    output.PagedAnswer(text);
    if (text.empty()) output.Talk("There are no such merge requests.\n");
  }
  return 0;
}

int AnswerRequest(Context& context, Connection& server, const std::string& id) {
  const Result row = server.Query(
      "SELECT mr_id, title, description, source_branch, target_branch, status, created_by, " +
          TimeOf("created_at") +
          " AS created_at, reviewer, source_sha, target_sha, merge_commit_sha, "
          "pg_catalog.array_to_string(approved_by, ', ') AS approved_by, "
          "pg_catalog.array_to_string(conflicts, E'\\n') AS conflicts, "
          "pg_catalog.array_to_string(breaks, E'\\n') AS breaks, plan, diff "
          "FROM pggit_v0.show_merge_request($1::pg_catalog.uuid)",
      {id});
  const Result approvals = Approvals(server, id);
  const Result comments = Comments(server, id);
  Output& output = context.output();
  const int status = row.Text(0, "conflicts").empty() ? 0 : 1;
  if (context.json()) {
    output.AnswerJson("mr",
                      {{"task", "show"}, {"merge_request", RequestJson(row, approvals, comments)}});
    return status;
  }
  const Style& style = output.answer_style();
  std::string text = style.Paint(Color::kYellow, "merge request " + id) + '\n';
  const auto line = [&](const std::string& name, const std::string& value) {
    if (!value.empty()) text += name + std::string(10 - name.size(), ' ') + value + '\n';
  };
  line("Status:", style.Paint(ColorOf(row.Text(0, "status")), row.Text(0, "status")));
  line("Branches:", row.Text(0, "source_branch") + " -> " + row.Text(0, "target_branch"));
  line("Head:", row.Text(0, "source_sha").substr(0, kShownDigits));
  line("Author:", row.Text(0, "created_by") + ", " + row.Text(0, "created_at"));
  line("Reviewer:", row.Text(0, "reviewer"));
  line("Approved:", row.Text(0, "approved_by"));
  line("Merged:", row.Text(0, "merge_commit_sha").substr(0, kShownDigits));
  text += "\n    " + style.Paint(Color::kBold, row.Text(0, "title")) + '\n';
  if (!row.Text(0, "description").empty()) {
    text += '\n' + Indented(row.Text(0, "description"), "    ");
  }
  for (int at = 0; at < approvals.rows(); ++at) {
    text += Said(approvals, at,
                 "approval of " + approvals.Text(at, "source_sha").substr(0, kShownDigits) + " by ",
                 "approved_by", "approved_at", "notes");
  }
  for (int at = 0; at < comments.rows(); ++at) {
    text += Said(comments, at, "comment by ", "written_by", "written_at", "body");
  }
  text += DoingText(row, context.arguments().Has("patch"), style);
  output.PagedAnswer(text);
  output.Finish();  // What is said next is read after it.
  output.Talk(AdviceText(row, id));
  return status;
}

}  // namespace pggit::cli
