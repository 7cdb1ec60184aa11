#include "cli/task.h"

#include <algorithm>

#include "cli/parser.h"

namespace pggit::cli {

Task TaskOf(const Command& command, const Arguments& arguments, const std::string& usual) {
  std::vector<std::string> words = arguments.All(command.positional.name);
  if (words.empty()) return {usual, {}};
  Task task{words.front(), {}};
  task.words.assign(words.begin() + 1, words.end());
  return task;
}

void RequireWords(const Command& command, const Task& task, std::size_t least, std::size_t most,
                  const std::string& named) {
  if (task.words.size() >= least && task.words.size() <= most) return;
  const std::string verb = "pggit " + command.name + ' ' + task.name;
  throw UsageError('"' + verb + "\" takes " + (most == 0 ? "nothing more" : named),
                   "See \"pggit help " + command.name + "\".");
}

void OnlyFor(const Arguments& arguments, const Task& task, const std::string& option,
             const std::vector<std::string>& tasks) {
  if (!arguments.Has(option) || std::ranges::find(tasks, task.name) != tasks.end()) return;
  std::string list;
  for (const std::string& name : tasks) list += (list.empty() ? "" : " or ") + name;
  throw UsageError("--" + option + " is for " + list, "Leave it out with " + task.name + '.');
}

}  // namespace pggit::cli
