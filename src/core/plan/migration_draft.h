#pragma once

#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "core/plan/drop.h"
#include "core/plan/migration_graph.h"

namespace pggit {

/// A part of an object, or with the element kSelf the object.
using Place = std::pair<ObjectId, Element>;

/// The graph of a migration while it is built. The statements are there before the edges.
struct MigrationDraft {
  /// What is dropped or put aside, and where.
  struct Drop {
    std::size_t first;  ///< Takes the name away.
    std::size_t last;   ///< The thing is gone.
  };

  const Migration& migration;
  const MigrationBreaks& breaks;
  std::vector<MigrationNode> nodes;
  std::map<ObjectId, RestoreGroup> groups;          ///< Of what is made and altered.
  std::map<Place, std::vector<std::size_t>> makes;  ///< The statements that make each part.
  std::map<Place, Drop> drops;
  std::map<ObjectId, std::size_t> severs;  ///< What first makes an object need nothing.
  std::set<ObjectId> implied;              ///< Functions that go with their type.

  void After(std::size_t node, std::size_t other) {
    if (node != other) nodes[node].needs.push_back(other);
  }

  /// A statement that drops something.
  std::size_t AddDrop(const ObjectId& id, const Element& element, Removal removal);

  /// Whether the object gets another name, is made again, and dropped when nothing needs it.
  bool PutsAside(const Fate& fate) const {
    return fate.way == Fate::Way::kSwap || breaks.aside.contains(fate.from->id);
  }

  /// The statement about the object itself that ends so.
  std::optional<std::size_t> FindAction(const Fate& fate, std::string_view ending) const;
};

/// Adds the statements that make and alter: the graph of a restore, of the objects that change.
void AddMaking(MigrationDraft& draft);

/// Adds the statements that drop, and what goes with something else that is dropped.
void AddDropping(MigrationDraft& draft);

/// What needed something until now lets go of it before it is dropped.
void AddEndings(MigrationDraft& draft);

/// The statements after which a part of the object does not need what it did.
std::vector<std::size_t> Enders(const MigrationDraft& draft, const Fate& fate,
                                const Dependency& need);

/// Adds to `nodes` what alters a column, be it on the table or on a parent that carries it down.
void AddColumnNodes(const MigrationDraft& draft, const Fate& fate, const Element& column,
                    std::vector<std::size_t>& nodes);

/// What the server asks of the statements about one table, and about those bound to it.
void AddTableRules(MigrationDraft& draft);

/// What goes makes room first: for what is made again, for names, bounds and ownership.
void AddRoom(MigrationDraft& draft);

}  // namespace pggit
