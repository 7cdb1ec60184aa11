#include <algorithm>

#include "cli/groups.h"
#include "cli/history.h"

namespace pggit::cli {
namespace {

struct Entry {
  std::string path;
  std::string type;
  std::string change;
  std::string by;
  std::string statement;  ///< Empty when no command explains the change.
};

Color ColorOf(const std::string& change) {
  if (change == "added") return Color::kGreen;
  return change == "removed" ? Color::kRed : Color::kYellow;
}

char LetterOf(const std::string& change) {
  if (change == "added") return 'A';
  return change == "removed" ? 'D' : 'M';
}

std::string ShortText(const std::vector<Entry>& entries, const Style& style) {
  std::string text;
  for (const Entry& entry : entries) {
    text += style.Paint(ColorOf(entry.change), std::string(1, LetterOf(entry.change))) + ' ' +
            entry.path + '\n';
  }
  return text;
}

constexpr char kProtected[] =
    "\nThe branch is protected, and these changes are not approved. Put them on a branch and ask "
    "for "
    "a\nmerge: pggit stash, pggit_v0.create_branch('name', 'stash@{0}'), pggit mr create name\n";

// What waits on the branch, and how it ends.
std::string WaitText(const std::string& source, std::string operation, const Style& style) {
  std::ranges::replace(operation, '_', '-');
  const std::string name = style.Paint(Color::kBold, source);
  const std::string doing = operation == "merge"         ? "Merging " + name
                            : operation == "rebase"      ? "Rebasing onto " + name
                            : operation == "cherry-pick" ? "Cherry-picking " + name
                                                         : "Reverting " + name;
  const std::string skip = operation == "merge" ? "" : ", --skip";
  return doing + ", with conflicts: pggit conflicts, then pggit " + operation + " --continue" +
         skip + " or --abort\n";
}

std::string LongText(const std::string& branch, const std::string& head, const std::string& waits,
                     bool is_protected, const std::vector<Entry>& entries, const Style& style) {
  std::string text = "On branch " + style.Paint(Color::kBold, branch) + ", at " + head + ".\n";
  text += waits;
  if (entries.empty()) return text + "Nothing changed since.\n";
  text += "\nChanged since:\n";
  for (const Entry& entry : entries) {
    const std::string change = entry.change + std::string(10 - entry.change.size(), ' ');
    const std::string by = entry.statement.empty() ? entry.by : "by " + entry.by;
    text += "  " + style.Paint(ColorOf(entry.change), change) + entry.path + "  " +
            style.Paint(Color::kDim, by) + '\n';
  }
  return text + (is_protected ? kProtected : "\nRecord it with: pggit commit -m 'what changed'\n");
}

int Run(Context& context) {
  Connection& server = HistoryServer(context);
  const Result at = server.Query(
      "SELECT pg_catalog.substr(h.ref_name, 12) AS branch, h.commit_sha, "
      "pg_catalog.left(h.commit_sha::pg_catalog.text, 12) || ' ' || "
      "pg_catalog.split_part(g.message, E'\\n', 1) AS head, EXISTS (SELECT FROM "
      "pggit_v0.protections AS p WHERE p.ref_name = h.ref_name AND p.ended_at IS NULL) "
      "AS is_protected "
      "FROM pggit_v0.head AS h JOIN pggit_v0.commit_graph AS g USING (commit_sha)");
  const Result merge = server.Query(
      "SELECT m.source, m.operation FROM pggit_v0.merges AS m JOIN pggit_v0.head AS h ON "
      "h.ref_name = m.target "
      "WHERE m.status = 'conflicts'");
  const bool is_protected = at.rows() > 0 && at.Text(0, "is_protected") == "t";
  const std::string merging = merge.rows() == 0 ? "" : merge.Text(0, "source");
  const std::string operation = merge.rows() == 0 ? "" : merge.Text(0, "operation");
  const Result rows = server.Query("SELECT * FROM pggit.status()");
  std::vector<Entry> entries;
  entries.reserve(static_cast<std::size_t>(rows.rows()));
  for (int row = 0; row < rows.rows(); ++row) {
    entries.push_back({rows.Text(row, "object_path"), rows.Text(row, "object_type"),
                       rows.Text(row, "change_type"), rows.Text(row, "attributed_to"),
                       rows.Text(row, "statement")});
  }
  Output& output = context.output();
  if (context.json()) {
    Json::Array list;
    for (const Entry& entry : entries) {
      list.push_back(
          Json::Object{{"path", entry.path},
                       {"type", TextOrNull(entry.type)},
                       {"change", entry.change},
                       {"attributed_to", entry.statement.empty() ? Json() : Json(entry.by)},
                       {"statement", TextOrNull(entry.statement)}});
    }
    output.AnswerJson("status", {{"branch", at.Text(0, "branch")},
                                 {"commit", at.Text(0, "commit_sha")},
                                 {"merging", TextOrNull(merging)},
                                 {"operation", TextOrNull(operation)},
                                 {"protected", is_protected},
                                 {"changes", std::move(list)}});
  } else if (context.arguments().Has("short")) {
    output.PagedAnswer(ShortText(entries, output.answer_style()));
  } else {
    const std::string waits =
        merging.empty() ? "" : WaitText(merging, operation, output.answer_style());
    output.PagedAnswer(LongText(at.Text(0, "branch"), at.Text(0, "head"), waits, is_protected,
                                entries, output.answer_style()));
  }
  return 0;
}

}  // namespace

Command StatusCommand() {
  return {
      .name = "status",
      .group = kGroupHistory,
      .summary = "show what changed since the last commit",
      .description =
          {"Compares the live schema with the last commit of the current branch and "
           "lists the objects that differ, and who changed them. What no DDL command explains is "
           "unattributed. Changes nothing."},
      .options = {{.name = "short",
                   .letter = 's',
                   .help = "one line an object: A added, M modified, D removed, and its path"}},
      .examples = {{"pggit status", "See where you are."},
                   {"test -z \"$(pggit status --short)\"",
                    "Check in a script that all is committed."}},
      .connects = true,
      .run = Run,
  };
}

}  // namespace pggit::cli
