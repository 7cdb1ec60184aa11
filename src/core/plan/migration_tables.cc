#include <algorithm>
#include <optional>

#include "core/ddl/mention.h"
#include "core/diff/parts.h"
#include "core/plan/effective_columns.h"
#include "core/plan/elements.h"
#include "core/plan/migration_draft.h"

namespace pggit {
namespace {

class TableRulesAdder {
 public:
  explicit TableRulesAdder(MigrationDraft& draft) : draft_(draft) {}

  void Run() {
    for (const auto& [id, fate] : draft_.migration.fates) {
      if (!fate.from) continue;
      AddWithin(fate);
      AddUnbinding(fate);
      AddPersistence(fate);
      AddPublishing(fate);
    }
  }

 private:
  void AddWithin(const Fate& fate) {
    const Table* table = std::get_if<Table>(&fate.from->definition);
    if (!table || !fate.stays()) return;
    const ObjectId& id = fate.from->id;
    const auto is_generated = [&](const Element& column) {
      const Column* found = FindPart(table->columns, column.name);
      return found && found->generated != Generated::kNever;
    };
    AddOwnKeys(fate, *table);
    AddExpressions(fate, *table);
    std::vector<std::size_t> plain;  // Statements about columns that are not generated.
    for (const auto& [place, made] : draft_.makes) {
      if (place.first != id || place.second.kind != ElementKind::kColumn) continue;
      if (fate.creates.contains(place.second) && !fate.drops.contains(place.second)) continue;
      for (const std::size_t node : made) plain.push_back(node);
    }
    for (const Object* parent : Parents(draft_.migration.from, *fate.from)) {
      const Fate* of_parent = draft_.migration.FateOf(parent->id);
      if (!of_parent || !of_parent->stays()) continue;
      for (const std::string& column : of_parent->retypes) {
        AddColumnNodes(draft_, *of_parent, {ElementKind::kColumn, column}, plain);
      }
    }
    for (const Element& element : fate.drops) {
      const auto drop = draft_.drops.find({id, element});
      if (drop == draft_.drops.end()) continue;
      const bool column = element.kind == ElementKind::kColumn;
      AddWithKeys(id, element, drop->second);
      const auto detached = draft_.drops.find({id, kAttachment});
      const bool key =
          element.kind == ElementKind::kConstraint || element.kind == ElementKind::kIndex;
      if (key && detached != draft_.drops.end())
        draft_.After(drop->second.first, detached->second.last);
      if (column && is_generated(element)) {
        for (const Element& other : fate.drops) {
          const auto found = draft_.drops.find({id, other});
          if (other.kind == ElementKind::kColumn && !is_generated(other) &&
              found != draft_.drops.end()) {
            draft_.After(found->second.first, drop->second.last);
          }
        }
      }
      if (!column) {
        for (const Element& other : fate.drops) {
          const auto found = draft_.drops.find({id, other});
          if (other.kind == ElementKind::kColumn && found != draft_.drops.end()) {
            draft_.After(found->second.first, drop->second.last);
          }
        }
      }
      if (!column || is_generated(element)) {
        for (const std::size_t node : plain) {
          if (draft_.nodes[node].element != element) draft_.After(node, drop->second.last);
        }
      }
    }
  }

  // A column that is generated no longer, or otherwise, lets go of the others first.
  void AddExpressions(const Fate& fate, const Table& table) {
    for (const Column& column : table.columns) {
      const auto made = draft_.makes.find({fate.from->id, PartElement(column)});
      if (column.generated == Generated::kNever || made == draft_.makes.end()) continue;
      for (const std::size_t node : made->second) {
        if (draft_.nodes[node].sql.find(" EXPRESSION") != std::string::npos) {
          AfterExpression(fate, column, node);
        }
      }
    }
  }

  void AfterExpression(const Fate& fate, const Column& column, std::size_t expression) {
    const auto is_needed = [&](const Element& other) {
      return other.kind == ElementKind::kColumn && other.name != column.name &&
             Mentions(column.expression, other.name);
    };
    for (const Element& dropped : fate.drops) {
      const auto drop = draft_.drops.find({fate.from->id, dropped});
      if (is_needed(dropped) && drop != draft_.drops.end())
        draft_.After(drop->second.first, expression);
    }
    for (const std::string& retyped : fate.retypes) {
      const Element other{ElementKind::kColumn, retyped};
      const auto made = draft_.makes.find({fate.from->id, other});
      if (!is_needed(other) || made == draft_.makes.end()) continue;
      for (const std::size_t node : made->second) draft_.After(node, expression);
    }
  }

  // A foreign key of a table to itself goes before the key it refers to.
  void AddOwnKeys(const Fate& fate, const Table& table) {
    const auto is_foreign = [&](const Element& element) {
      const Constraint* constraint = element.kind == ElementKind::kConstraint
                                         ? FindPart(table.constraints, element.name)
                                         : nullptr;
      return constraint && constraint->kind == ConstraintKind::kForeignKey;
    };
    for (const Element& key : fate.drops) {
      const auto dropped = draft_.drops.find({fate.from->id, key});
      const bool unique = key.kind == ElementKind::kConstraint || key.kind == ElementKind::kIndex;
      if (!unique || is_foreign(key) || dropped == draft_.drops.end()) continue;
      for (const Element& foreign : fate.drops) {
        const auto before = draft_.drops.find({fate.from->id, foreign});
        if (is_foreign(foreign) && before != draft_.drops.end()) {
          draft_.After(dropped->second.first, before->second.last);
        }
      }
    }
  }

  // A table has one primary key.
  void AddWithKeys(const ObjectId& id, const Element& element, const MigrationDraft::Drop& drop) {
    const auto is_key = [](const Element& part) {
      return part.kind == ElementKind::kConstraint || part.kind == ElementKind::kIndex;
    };
    for (const auto& [place, made] : draft_.makes) {
      if (place.first != id) continue;
      if (is_key(element) && is_key(place.second)) {
        for (const std::size_t node : made) draft_.After(node, drop.last);
      }
    }
  }

  void AddUnbinding(const Fate& fate) {
    if (!fate.stays()) return;
    for (const Object* parent : Parents(draft_.migration.from, *fate.from)) {
      AddDroppedColumns(fate, *parent);
      for (const Element& bond : {kAttachment, Bond(SqlName(parent->id))}) {
        const auto drop = draft_.drops.find({fate.from->id, bond});
        if (drop == draft_.drops.end()) continue;
        for (const auto& [place, made] : draft_.makes) {
          if (place.first != parent->id || place.second.kind != ElementKind::kColumn) continue;
          for (const std::size_t node : made) draft_.After(node, drop->second.last);
        }
        for (const auto& [place, other] : draft_.drops) {
          if (place.first == parent->id && place.second.kind == ElementKind::kColumn) {
            draft_.After(other.first, drop->second.last);
          }
        }
      }
    }
  }

  // A column that a parent drops alone is the child's own then, and can be dropped there.
  void AddDroppedColumns(const Fate& fate, const Object& parent) {
    for (const Element& element : fate.drops) {
      const auto drop = draft_.drops.find({fate.from->id, element});
      const auto before = draft_.drops.find({parent.id, element});
      if (element.kind != ElementKind::kColumn || drop == draft_.drops.end() ||
          before == draft_.drops.end()) {
        continue;
      }
      draft_.After(drop->second.first, before->second.last);
    }
  }

  void AddPersistence(const Fate& fate) {
    if (!std::holds_alternative<Table>(fate.from->definition)) return;
    for (const Dependency& need : fate.from->attributes.needs) {
      const Fate* on = draft_.migration.FateOf(need.on);
      if (need.element.kind != ElementKind::kConstraint || !on || !on->from) continue;
      const auto unlogged = draft_.FindAction(*on, " SET UNLOGGED");
      const auto logged = draft_.FindAction(*on, " SET LOGGED");
      const auto own_unlogged = draft_.FindAction(fate, " SET UNLOGGED");
      const auto own_logged = draft_.FindAction(fate, " SET LOGGED");
      if (fate.stays() && !draft_.drops.contains({fate.from->id, need.element})) {
        if (own_unlogged && unlogged) draft_.After(*unlogged, *own_unlogged);
        if (own_logged && logged) draft_.After(*own_logged, *logged);
        continue;
      }
      for (const std::size_t ender : Enders(draft_, fate, need)) {
        if (unlogged) draft_.After(*unlogged, ender);
        if (own_logged) draft_.After(*own_logged, ender);
      }
    }
  }

  void AddPublishing(const Fate& fate) {
    if (!std::holds_alternative<Publication>(fate.from->definition)) return;
    for (const Dependency& need : fate.from->attributes.needs) {
      const Fate* on = draft_.migration.FateOf(need.on);
      const auto unlogged = on && on->from ? draft_.FindAction(*on, " SET UNLOGGED") : std::nullopt;
      if (!unlogged) continue;
      for (const std::size_t ender : Enders(draft_, fate, need)) draft_.After(*unlogged, ender);
    }
  }

  MigrationDraft& draft_;
};

}  // namespace

void AddTableRules(MigrationDraft& draft) {
  TableRulesAdder(draft).Run();
}

}  // namespace pggit
