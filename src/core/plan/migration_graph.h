#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "core/plan/alter.h"
#include "core/plan/restore_graph.h"

namespace pggit {

/// A statement of a migration among those that have to come before it.
struct MigrationNode {
  ObjectId object;
  Element element;
  std::string sql;  ///< Empty for what only stands for a part, or goes with something else.
  Cost cost;
  Phase phase = Phase::kObjects;
  bool drops = false;
  std::vector<std::size_t> needs;
};

/// Where circles are opened.
struct MigrationBreaks {
  RestoreBreaks made;            ///< Among what is made.
  std::set<ObjectId> tables;     ///< Dropped after their parts that need something.
  std::set<ObjectId> views;      ///< Made independent of all before they are dropped.
  std::set<ObjectId> functions;  ///< The same.
  std::set<ObjectId> aside;      ///< Types and collations put aside before they are dropped.
};

/// All statements of a migration: what is dropped, altered and made.
///
/// An edge from x to y means that x runs after y. It comes from one of these reasons: x is made and
/// needs y in the target; x drops what y dropped or altered needed until then; x makes what y drops
/// under the same name; x is a part of what y makes.
std::vector<MigrationNode> BuildMigrationGraph(const Migration& migration,
                                               const MigrationBreaks& breaks);

}  // namespace pggit
