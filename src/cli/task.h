#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/command.h"

namespace pggit::cli {

/// What a verb with several tasks is to do: the first of its words, and the words after it.
struct Task {
  std::string name;
  std::vector<std::string> words;

  /// The word at `index`, or what stands for it when it was left out.
  std::string Word(std::size_t index, const std::string& otherwise = {}) const {
    return index < words.size() ? words[index] : otherwise;
  }
};

/// The words of the positional argument as a task; `usual` when there are none.
Task TaskOf(const Command& command, const Arguments& arguments, const std::string& usual);

/// Throws UsageError unless the task has `least` to `most` words, which are `named` for people:
/// "a stash".
void RequireWords(const Command& command, const Task& task, std::size_t least, std::size_t most,
                  const std::string& named);

/// Throws UsageError for an option that was given and that no task of `tasks` is.
void OnlyFor(const Arguments& arguments, const Task& task, const std::string& option,
             const std::vector<std::string>& tasks);

}  // namespace pggit::cli
