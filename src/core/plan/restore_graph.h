#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/ddl/piece.h"
#include "core/model/schema.h"

namespace pggit {

/// When a statement comes if nothing else decides.
enum class Phase {
  kDrops,  ///< What goes makes room.
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

/// Whether a check in the CREATE TABLE of `table` needs something on the circle.
bool ChecksAreOn(const Object& table, const std::set<ObjectId>& circle);

/// Whether the SQL body of a function, and nothing else of it, needs something on the circle.
bool BodyIsOn(const Object& object, const std::set<ObjectId>& circle);

/// Whether a function's SQL body may call the function itself, which no dependency tells. A
/// needless second step does no harm.
bool CallsItself(const Object& object);

/// The statements of one object, as indexes of nodes.
struct RestoreGroup {
  std::size_t first = 0;  ///< Makes the object, or what may be called by its name.
  std::size_t whole = 0;  ///< Makes it complete: later than `first` for what is made in two steps.
  std::optional<std::size_t> owner;
  std::map<Element, std::size_t> parts;  ///< The first statement that makes each part.
  std::map<Element, std::size_t> done;   ///< The last that makes, or alters, each part.
  bool exists = false;                   ///< It is there: its statements alter it.
};

struct RestoreGraph {
  std::vector<RestoreNode> nodes;
  std::map<ObjectId, RestoreGroup> groups;
};

/// The statements that make an object from nothing, in the form that `breaks` asks for.
std::vector<Piece> PiecesOf(const Object& object, const RestoreBreaks& breaks);

/// What alters objects that are there already, by object. The first piece stands for the object and
/// has no text.
using Alterations = std::map<ObjectId, std::vector<Piece>>;

/// All statements of `schema`, which must outlive the nodes, in the order of objects and, within
/// an object, of Pieces. Objects that `alterations` names are there; the others are made by what
/// `pieces_of` gives.
RestoreGraph BuildRestoreGraph(const Schema& schema, const RestoreBreaks& breaks,
                               const Alterations& alterations,
                               const std::function<std::vector<Piece>(const Object&)>& pieces_of);

/// The same in an empty database.
std::vector<RestoreNode> BuildRestoreGraph(const Schema& schema, const RestoreBreaks& breaks);

/// A view of the right columns and no rows, for what needs the view before its query can be
/// written, and for dropping what its query needs.
std::string ViewFromColumns(const ObjectId& id, const View& view);

/// CREATE of the function with an empty text for its body, which nothing looks at until it is
/// called.
std::string WithoutBody(const Object& function);

}  // namespace pggit
