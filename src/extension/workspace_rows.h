#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extension/workspaces.h"

extern "C" {
#include "utils/snapshot.h"
}

namespace pggit {

/// Copies the rows of one live schema into a workspace that is being made, all as of one moment.
///
/// Whoever asks must have the right to read them all; row security makes it fail. They are written
/// as the owner of each table, so that its checks and generated columns run with no more than that.
class WorkspaceRows {
 public:
  using Table =
      std::pair<std::string, std::string>;  ///< Schema and name, as definitions have them.

  /// `from`: where the rows are, `to`: where they go. All must outlive it.
  WorkspaceRows(Spi& spi, const Workspace& from, const Workspace& to)
      : spi_(spi), from_(from), to_(to) {}
  WorkspaceRows(const WorkspaceRows&) = delete;
  WorkspaceRows& operator=(const WorkspaceRows&) = delete;

  /// Nobody may alter those of these tables that there are until the transaction ends; looks at the
  /// moment then.
  void HoldSources(const std::vector<ObjectId>& tables);

  /// Nothing is copied of these.
  void LeaveOut(std::set<ObjectId> without) { without_ = std::move(without); }

  /// Fills a table that has been made, and has neither triggers nor policies yet.
  void Fill(const Object& table);

  /// Sequences go on where those of the source are.
  void CarrySequences();

  /// Computes a view that has rows in the source, or is not there.
  void Refresh(const ObjectId& view);

  /// Gathers what the planner knows of what was filled.
  void Analyze();

 private:
  struct Column {
    std::string name;
    std::string cast;  ///< The type, where it is one that the workspace has a copy of.
  };

  /// A table that has been made.
  struct Made {
    Oid owner = InvalidOid;
    std::vector<Column> columns;  ///< That take values.
  };

  std::string Source(const ObjectId& id) const;
  std::string Target(const ObjectId& id) const;
  void ReadTables();
  /// Runs a statement as a role, with the rows of that moment; how many it read or wrote.
  uint64 RunAsOfThen(const std::string& sql, Oid role);

  Spi& spi_;
  const Workspace& from_;
  const Workspace& to_;
  std::set<ObjectId> without_;
  ::Snapshot then_ = nullptr;
  std::map<Table, Made> made_;
  std::vector<ObjectId> filled_;
};

}  // namespace pggit
