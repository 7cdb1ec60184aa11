#include "extension/pending_commands.h"

#include <algorithm>
#include <utility>

extern "C" {
#include "access/xact.h"
}

namespace pggit {

PendingCommands& PendingCommands::Get() {
  static PendingCommands commands;
  return commands;
}

std::vector<PendingCommands::Mark>::reverse_iterator PendingCommands::FindOpen(
    const void* parse_tree) noexcept {
  if (open_ == 0) return marks_.rend();
  return std::find_if(marks_.rbegin(), marks_.rend(),
                      [parse_tree](const Mark& mark) { return mark.open == parse_tree; });
}

void PendingCommands::Add(const void* parse_tree, DdlCommand command, bool more) {
  const auto same = FindOpen(parse_tree);
  if (same == marks_.rend()) {
    marks_.reserve(marks_.size() + 1);
    commands_.push_back(std::move(command));
    marks_.push_back({GetCurrentSubTransactionId(), more ? parse_tree : nullptr});
    if (more) ++open_;
    return;
  }
  DdlCommand& whole = commands_[static_cast<std::size_t>(marks_.rend() - same) - 1];
  whole.touched.insert(whole.touched.begin(), command.touched.begin(), command.touched.end());
  whole.paths.insert(whole.paths.end(), command.paths.begin(), command.paths.end());
  whole.SortPaths();
  if (!more) Close(parse_tree);
}

void PendingCommands::Close(const void* parse_tree) noexcept {
  const auto open = FindOpen(parse_tree);
  if (open == marks_.rend()) return;
  open->open = nullptr;
  --open_;
}

void PendingCommands::MarkCommitted(const Sha& commit) noexcept {
  for (DdlCommand& command : commands_) command.commit = commit;
}

void PendingCommands::LevelCommitted(SubTransactionId level, SubTransactionId parent) noexcept {
  for (auto mark = marks_.rbegin(); mark != marks_.rend() && mark->level == level; ++mark) {
    mark->level = parent;
  }
}

void PendingCommands::LevelAborted(SubTransactionId level) noexcept {
  while (!marks_.empty() && marks_.back().level == level) {
    if (marks_.back().open != nullptr) --open_;
    marks_.pop_back();
    commands_.pop_back();
  }
}

void PendingCommands::Clear() noexcept {
  commands_.clear();
  marks_.clear();
  open_ = 0;
}

}  // namespace pggit
