#include "cli/history.h"

#include "cli/chosen_branch.h"
#include "core/base/error.h"
#include "core/base/lines.h"
#include "core/store/commit.h"

namespace pggit::cli {
namespace {

std::vector<std::string> StringLines(std::string_view text) {
  const auto lines = SplitLines(text);
  return {lines.begin(), lines.end()};
}

}  // namespace

Connection& InitialisedServer(Context& context) {
  Connection& server = context.Server();
  const bool installed =
      server.Query("SELECT 1 FROM pg_catalog.pg_extension WHERE extname = 'pggit'").rows() > 0;
  if (!installed || server.Query("SELECT 1 FROM pggit_v0.repository").rows() == 0) {
    throw Error(ErrorCode::kNotInitialised,
                "database \"" + server.database() + "\" is not under version control", {},
                "Put it there with: pggit init");
  }
  return server;
}

void GoToBranch(Connection& server, const std::string& branch) {
  if (server
          .Query("SELECT 1 FROM pggit_v0.refs WHERE name = 'refs/heads/' || $1 UNION ALL "
                 "SELECT 1 WHERE $1 = 'main'",
                 {branch})
          .rows() == 0) {
    throw Error(ErrorCode::kUnknownRevision, "branch \"" + branch + "\" does not exist", {},
                "Choose another one with: pggit switch main");
  }
  server.Query("SELECT pg_catalog.set_config('pggit.current_branch', $1, false)", {branch});
}

Connection& HistoryServer(Context& context) {
  Connection& server = InitialisedServer(context);
  if (const auto branch = ChosenBranch(context, server)) GoToBranch(server, *branch);
  return server;
}

std::string_view LoggedCommit::subject() const {
  return Subject(message);
}

std::vector<LoggedCommit> ReadLog(Connection& server, const std::string& revision,
                                  const std::string& limit, const std::string& object) {
  const Result rows = server.Query(
      "SELECT commit_sha, author, authored_at, pg_catalog.to_char(committed_at AT TIME ZONE 'UTC', "
      "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') AS committed_at, message, "
      "pg_catalog.array_to_string(parent_shas, E'\\n') AS parents, "
      "pg_catalog.array_to_string(refs, E'\\n') AS refs "
      "FROM pggit.log($1, NULLIF($2, '')::pg_catalog.int4, NULLIF($3, ''))",
      {revision, limit, object});
  std::vector<LoggedCommit> commits;
  for (int row = 0; row < rows.rows(); ++row) {
    commits.push_back({rows.Text(row, "commit_sha"), rows.Text(row, "author"),
                       rows.Text(row, "authored_at"), rows.Text(row, "committed_at"),
                       rows.Text(row, "message"), StringLines(rows.Text(row, "parents")),
                       StringLines(rows.Text(row, "refs"))});
  }
  return commits;
}

Json LoggedCommitJson(const LoggedCommit& commit) {
  const auto list = [](const std::vector<std::string>& texts) {
    Json::Array array;
    for (const std::string& text : texts) array.emplace_back(text);
    return array;
  };
  return Json::Object{{"commit", commit.sha},
                      {"author", commit.author},
                      {"committed_at", commit.committed_at},
                      {"message", TextOrNull(commit.message)},
                      {"parents", list(commit.parents)},
                      {"refs", list(commit.refs)}};
}

std::string RefsText(const LoggedCommit& commit, const Style& style) {
  if (commit.refs.empty()) return {};
  std::string text;
  for (const std::string& ref : commit.refs) {
    text += text.empty() ? style.Paint(Color::kYellow, "(") : style.Paint(Color::kYellow, ", ");
    text += style.Paint(ref.starts_with("tag: ") ? Color::kCyan : Color::kGreen, ref);
  }
  return text + style.Paint(Color::kYellow, ")");
}

std::vector<std::string> CommitLines(const LoggedCommit& commit, const Style& style) {
  const std::string refs = RefsText(commit, style);
  std::vector<std::string> lines = {style.Paint(Color::kYellow, "commit " + commit.sha) +
                                    (refs.empty() ? "" : ' ' + refs)};
  if (commit.parents.size() > 1) {
    std::string merge = "Merge: ";
    for (const std::string& parent : commit.parents) merge += ' ' + parent.substr(0, kShownDigits);
    lines.push_back(merge);
  }
  lines.push_back("Author: " + commit.author);
  lines.push_back("Date:   " + commit.authored_at);
  lines.emplace_back();
  for (const std::string_view line : SplitLines(commit.message)) {
    lines.push_back(line.empty() ? std::string() : "    " + std::string(line));
  }
  return lines;
}

std::string PatchText(std::string_view patch, const Style& style) {
  std::string text;
  bool in_hunk = false;
  for (const std::string_view line : SplitLines(patch)) {
    if (line.starts_with("diff --git ")) in_hunk = false;
    if (line.starts_with("@@")) in_hunk = true;
    if (line.starts_with("@@")) {
      text += style.Paint(Color::kCyan, line);
    } else if (!in_hunk) {
      text += style.Paint(Color::kBold, line);
    } else if (line.starts_with('+')) {
      text += style.Paint(Color::kGreen, line);
    } else if (line.starts_with('-')) {
      text += style.Paint(Color::kRed, line);
    } else {
      text += line;
    }
    text += '\n';
  }
  return text;
}

}  // namespace pggit::cli
