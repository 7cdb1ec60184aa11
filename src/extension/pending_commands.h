#pragma once

#include <vector>

#include "core/audit/ddl_command.h"
#include "extension/compat.h"

namespace pggit {

/// The DDL commands of this session's transaction, kept in memory until it commits.
///
/// Follows subtransactions: what a savepoint rolls back is forgotten.
class PendingCommands {
 public:
  /// Those of this session.
  static PendingCommands& Get();

  const std::vector<DdlCommand>& commands() const { return commands_; }

  /// Adds what one trigger saw of the command with this parse tree. While there is `more` to come
  /// of it, the next trigger's adds to the same.
  void Add(const void* parse_tree, DdlCommand command, bool more);

  /// No more is to come of the command with this parse tree.
  void Close(const void* parse_tree) noexcept;

  /// All that was done so far led to what this commit holds.
  void MarkCommitted(const Sha& commit) noexcept;

  /// The subtransaction `level` ended: its commands are its parent's now, or gone.
  void LevelCommitted(SubTransactionId level, SubTransactionId parent) noexcept;
  void LevelAborted(SubTransactionId level) noexcept;

  void Clear() noexcept;

 private:
  struct Mark {
    SubTransactionId level = InvalidSubTransactionId;
    const void* open = nullptr;  ///< The parse tree while more may come.
  };

  std::vector<Mark>::reverse_iterator FindOpen(const void* parse_tree) noexcept;

  std::vector<DdlCommand> commands_;
  std::vector<Mark> marks_;  ///< One for each; levels only rise from first to last.
  int open_ = 0;             ///< How many marks are open.
};

}  // namespace pggit
