#include "core/audit/ddl_command.h"

#include <algorithm>

namespace pggit {
namespace {

std::string Title(const DdlCommand& command) {
  const auto named = std::ranges::find_if(command.touched, [](const DdlCommand::Touched& touched) {
    return !touched.identity.empty();
  });
  return named == command.touched.end() ? command.tag : command.tag + ' ' + named->identity;
}

}  // namespace

void DdlCommand::SortPaths() {
  std::ranges::sort(paths);
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
}

std::string MessageOfCommands(const std::vector<DdlCommand>& commands) {
  if (commands.empty()) return {};
  std::string message = Title(commands.front());
  std::ranges::replace(message, '\n', ' ');
  const std::size_t more = commands.size() - 1;
  if (more > 0) {
    message += " and " + std::to_string(more) + (more == 1 ? " more command" : " more commands");
  }
  message += "\n\n";
  for (const DdlCommand& command : commands) message += command.statement + ";\n";
  return message;
}

}  // namespace pggit
