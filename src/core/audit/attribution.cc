#include "core/audit/attribution.h"

#include <set>
#include <utility>

#include "core/model/path.h"

namespace pggit {
namespace {

// Commands that change a definition without a word of the object: the server names none.
bool NamesNoObject(const DdlCommand& command, Kind kind) {
  if (kind == Kind::kDefaultPrivileges) return command.tag == "ALTER DEFAULT PRIVILEGES";
  return kind == Kind::kSystemPrivileges && (command.tag == "GRANT" || command.tag == "REVOKE");
}

bool Alters(const DdlCommand& command) {
  return command.tag.starts_with("ALTER");
}

}  // namespace

Attribution::Attribution(std::vector<DdlCommand> commands) : commands_(std::move(commands)) {
  for (std::size_t i = 0; i < commands_.size(); ++i) {
    for (const std::string& path : commands_[i].paths) by_path_.emplace(path, i);
  }
}

std::optional<Attribution::Answer> Attribution::Of(
    const std::string& path, const std::function<std::vector<std::string>()>& needs) const {
  if (commands_.empty()) return std::nullopt;
  std::set<std::size_t> found;
  const auto add = [&](const std::string& at, bool (*counts)(const DdlCommand&)) {
    const auto [begin, end] = by_path_.equal_range(at);
    for (auto it = begin; it != end; ++it) {
      if (counts == nullptr || counts(commands_[it->second])) found.insert(it->second);
    }
  };
  add(path, nullptr);
  const auto id = FromPath(path);
  if (found.empty() && id) {
    for (std::size_t i = 0; i < commands_.size(); ++i) {
      if (NamesNoObject(commands_[i], id->kind)) found.insert(i);
    }
    if (!id->schema.empty()) add(PathOf({Kind::kSchema, "", id->schema, ""}), Alters);
  }
  if (found.empty()) {
    for (const std::string& needed : needs()) add(needed, Alters);
  }
  if (found.empty()) return std::nullopt;
  Answer answer;
  std::set<std::string> people;
  for (const std::size_t i : found) {
    const DdlCommand& command = commands_[i];
    if (people.insert(command.executed_by).second) {
      answer.who += (answer.who.empty() ? "" : ", ") + command.executed_by;
    }
    answer.statement += (answer.statement.empty() ? "" : ";\n") + command.statement;
  }
  return answer;
}

}  // namespace pggit
