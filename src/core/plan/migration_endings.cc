#include <algorithm>

#include "core/diff/parts.h"
#include "core/plan/effective_columns.h"
#include "core/plan/elements.h"
#include "core/plan/migration_draft.h"

namespace pggit {
namespace {

bool IsAttached(const Table& table, const Dependency& need) {
  const Constraint* constraint = need.element.kind == ElementKind::kConstraint
                                     ? FindPart(table.constraints, need.element.name)
                                     : nullptr;
  const Index* index = need.element.kind == ElementKind::kIndex
                           ? FindPart(table.indexes, need.element.name)
                           : nullptr;
  return SqlName(need.on) == table.partition_of &&
         ((constraint && !constraint->attached_to.empty()) ||
          (index && !index->attached_to.empty()));
}

// A type's own name says nothing of those that it is made of; that of a function does.
bool IsTypeLike(const ObjectId& id) {
  return id.kind == Kind::kType || id.kind == Kind::kDomain;
}

class EndingsAdder {
 public:
  explicit EndingsAdder(MigrationDraft& draft) : draft_(draft) {}

  void Run() {
    for (const auto& [id, fate] : draft_.migration.fates) {
      if (fate.from) AddEndings(fate);
    }
  }

 private:
  void AddEndings(const Fate& fate) {
    for (const Dependency& need : fate.from->attributes.needs) {
      const Fate* on = draft_.migration.FateOf(need.on);
      if (!on || !on->from) continue;
      const std::vector<std::size_t> enders = Enders(draft_, fate, need);
      for (const std::size_t target : Targets(fate, need, *on)) {
        for (const std::size_t ender : enders) draft_.After(target, ender);
      }
    }
  }

  // The statements that what is needed has to be let go before.
  std::vector<std::size_t> Targets(const Fate& fate, const Dependency& need, const Fate& on) const {
    const ObjectId& id = need.on;
    std::vector<std::size_t> targets;
    if (on.goes()) {
      // A base type takes its own functions with it, and they need it.
      if (draft_.implied.contains(fate.from->id) && IsOwnFunction(fate, on)) return {};
      const MigrationDraft::Drop& drop = draft_.drops.at({id, {}});
      const bool moves = (fate.stays() && need.element.kind == ElementKind::kColumn &&
                          fate.retypes.contains(need.element.name)) ||
                         draft_.PutsAside(fate) || IsTypeLike(fate.from->id);
      targets.push_back(moves ? drop.last : drop.first);
      return targets;
    }
    for (const Element& element : need.elements) {
      if (const auto drop = draft_.drops.find({id, element}); drop != draft_.drops.end()) {
        targets.push_back(drop->second.first);
      }
      if (element.kind == ElementKind::kColumn && IsRemade(fate, need))
        AddColumnNodes(draft_, on, element, targets);
    }
    return targets;
  }

  static bool IsOwnFunction(const Fate& function, const Fate& type) {
    return std::ranges::any_of(type.from->attributes.needs, [&](const Dependency& back) {
      return back.on == function.from->id;
    });
  }

  // Whether the needing part is dropped, so that it can go before a column is altered.
  bool IsRemade(const Fate& fate, const Dependency& need) const {
    return fate.goes() || fate.drops.contains(need.element) ||
           (need.element.kind == ElementKind::kIndex &&
            fate.drops.contains({ElementKind::kConstraint, need.element.name}));
  }

  MigrationDraft& draft_;
};

}  // namespace

std::vector<std::size_t> Enders(const MigrationDraft& draft, const Fate& fate,
                                const Dependency& need) {
  const ObjectId& id = fate.from->id;
  if (fate.goes()) {
    const auto part = draft.drops.find({id, need.element});
    if (need.element != Element{} && part != draft.drops.end()) return {part->second.last};
    const auto sever = draft.severs.find(id);
    if (need.element == Element{} && sever != draft.severs.end()) return {sever->second};
    return {draft.drops.at({id, {}}).last};
  }
  std::vector<std::size_t> enders;
  const auto add_drop = [&](const Element& element) {
    if (const auto drop = draft.drops.find({id, element}); drop != draft.drops.end()) {
      enders.push_back(drop->second.last);
    }
  };
  const Table* table = std::get_if<Table>(&fate.from->definition);
  if (table && need.element.kind == ElementKind::kSelf) {
    for (const Element& bond : {kAttachment, kOfType, Bond(SqlName(need.on))}) add_drop(bond);
    const auto made = draft.makes.find({id, {}});
    if (enders.empty() && made != draft.makes.end()) enders = made->second;
    return enders;
  }
  // The parts of a partition let go of those of its table as it does.
  if (table && fate.drops.contains(kAttachment) && IsAttached(*table, need)) {
    add_drop(kAttachment);
    return enders;
  }
  add_drop(need.element);
  if (need.element.kind == ElementKind::kDefault) {
    add_drop({ElementKind::kColumn, need.element.name});
  }
  if (need.element.kind == ElementKind::kIndex) {
    add_drop({ElementKind::kConstraint, need.element.name});
  }
  if (!enders.empty()) return enders;
  const auto made = draft.makes.find({id, need.element});
  if (made != draft.makes.end()) enders = made->second;
  return enders;
}

void AddColumnNodes(const MigrationDraft& draft, const Fate& fate, const Element& column,
                    std::vector<std::size_t>& nodes) {
  if (!fate.retypes.contains(column.name)) return;
  const ObjectId& id = fate.from->id;
  if (const auto made = draft.makes.find({id, column}); made != draft.makes.end()) {
    for (const std::size_t node : made->second) {
      if (fate.retypes.contains(column.name)) nodes.push_back(node);
    }
  }
  for (const Object* parent : Parents(draft.migration.from, *fate.from)) {
    const Fate* of_parent = draft.migration.FateOf(parent->id);
    if (of_parent && of_parent->stays()) AddColumnNodes(draft, *of_parent, column, nodes);
  }
}

void AddEndings(MigrationDraft& draft) {
  EndingsAdder(draft).Run();
}

}  // namespace pggit
