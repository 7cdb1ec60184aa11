#include "cli/chosen_branch.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <vector>

#include "cli/term/terminal.h"
#include "core/base/error.h"

namespace pggit::cli {
namespace {

constexpr char kMain[] = "main";

// Nothing when the environment names no folder for it.
std::optional<std::filesystem::path> FileOfBranches() {
  const auto state = ProcessEnvironment("XDG_STATE_HOME");
  if (state && state->starts_with('/')) return std::filesystem::path(*state) / "pggit/branches";
  const auto home = ProcessEnvironment("HOME");
  if (!home || home->empty()) return std::nullopt;
  return std::filesystem::path(*home) / ".local/state/pggit/branches";
}

std::string Escaped(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '\t': escaped += "\\t"; break;
      case '\n': escaped += "\\n"; break;
      case '\\': escaped += "\\\\"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

std::string KeyOf(const Connection& server) {
  return Escaped(server.host()) + '\t' + Escaped(server.port()) + '\t' +
         Escaped(server.database()) + '\t' + Escaped(server.user()) + '\t';
}

std::vector<std::string> Lines(const std::filesystem::path& file) {
  std::vector<std::string> lines;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

[[noreturn]] void CannotWrite(const std::string& what) {
  throw Error(ErrorCode::kNotSupported, "cannot remember the branch: " + what, std::strerror(errno),
              "Name a folder for it with XDG_STATE_HOME, or the branch with PGGIT_BRANCH.");
}

}  // namespace

std::optional<std::string> ToldBranch(const Context& context) {
  if (const auto branch = context.arguments().Value("branch")) return branch;
  const auto branch = ProcessEnvironment("PGGIT_BRANCH");
  return branch && !branch->empty() ? branch : std::nullopt;
}

bool AnyBranchIsRemembered() {
  const auto file = FileOfBranches();
  return file && !Lines(*file).empty();
}

std::optional<std::string> ChosenBranch(Context& context, Connection& server) {
  if (auto branch = ToldBranch(context)) return branch;
  const auto file = FileOfBranches();
  if (!file) return std::nullopt;
  const std::string key = KeyOf(server);
  for (const std::string& line : Lines(*file)) {
    // Names of branches have no character that is escaped.
    if (line.starts_with(key)) return line.substr(key.size());
  }
  return std::nullopt;
}

void RememberBranch(Connection& server, const std::string& branch) {
  const auto file = FileOfBranches();
  if (!file) {
    errno = ENOENT;
    CannotWrite("no folder is named");
  }
  const std::string key = KeyOf(server);
  std::string text;
  for (const std::string& line : Lines(*file)) {
    if (!line.starts_with(key)) text += line + '\n';
  }
  if (branch != kMain) text += key + branch + '\n';
  std::error_code error;
  std::filesystem::create_directories(file->parent_path(), error);
  const std::filesystem::path next = file->string() + '.' + std::to_string(getpid());
  {
    std::ofstream out(next, std::ios::binary);
    out << text;
    out.close();
    if (!out) CannotWrite('"' + next.string() + '"');
  }
  std::filesystem::rename(next, *file, error);
  if (error) {
    errno = error.value();
    CannotWrite('"' + file->string() + '"');
  }
}

}  // namespace pggit::cli
