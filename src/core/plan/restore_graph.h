#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/ddl/piece.h"
#include "core/model/schema.h"

namespace pggit {

/// When a statement comes if nothing else decides.
enum class Phase {
  kObjects,
  kKeys,  ///< With indexes, and what names an index.
  kForeignKeys,
  kReactions,      ///< Rules, triggers, policies.
  kTriggerStates,  ///< A trigger may come from the parent table's.
  kPublications,
  kSubscriptions,
  kPrivileges,
  kDefaultPrivileges,
  kEventTriggers,
};

/// A statement among those it needs and those that need it.
struct RestoreNode {
  const Object* object = nullptr;
  Piece piece;
  Phase phase = Phase::kObjects;
  std::vector<std::size_t> needs;  ///< Indexes of nodes; may repeat.
};

/// The objects that are made in two steps.
struct RestoreBreaks {
  std::set<ObjectId> views;   ///< First from their columns alone.
  std::set<ObjectId> tables;  ///< First without their checks.
  /// First without their SQL bodies, each with the objects on its circle: those can be made, and be
  /// needed by the body, in between.
  std::map<ObjectId, std::set<ObjectId>> functions;
};

/// Whether `function` can be made without its body before `on`, which the body alone needs.
bool OnlyBodyNeeds(const Function& function, const ObjectId& on);

/// All statements of `schema`, which must outlive the nodes, in the order of objects and, within
/// an object, of Pieces.
std::vector<RestoreNode> BuildRestoreGraph(const Schema& schema, const RestoreBreaks& breaks);

}  // namespace pggit
