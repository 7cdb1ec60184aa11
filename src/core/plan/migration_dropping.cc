#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/base/identifier.h"
#include "core/diff/parts.h"
#include "core/model/parts_of.h"
#include "core/plan/drop.h"
#include "core/plan/effective_columns.h"
#include "core/plan/elements.h"
#include "core/plan/inheritance.h"
#include "core/plan/migration_draft.h"

namespace pggit {
namespace {

class DroppingAdder {
 public:
  explicit DroppingAdder(MigrationDraft& draft) : draft_(draft) {}

  void Run() {
    for (const auto& [id, fate] : draft_.migration.fates) {
      if (fate.from) AddDrops(fate);
    }
    ResolveAliases();
    for (const auto& [id, fate] : draft_.migration.fates) {
      if (fate.from && fate.goes()) GoWithParent(fate);
    }
    for (const auto& [id, fate] : draft_.migration.fates) {
      if (fate.from) ImplyDrops(fate);
    }
  }

 private:
  void AddDrops(const Fate& fate) {
    const ObjectId& id = fate.from->id;
    if (draft_.PutsAside(fate)) return AddSwap(fate);
    if (fate.goes()) {
      AddSevering(*fate.from);
      if (DroppedParent(fate)) return;
      Removal removal = pggit::Drop(*fate.from);
      // What is made again as it was breaks nobody's queries.
      if (fate.to && fate.changes.empty()) removal.cost.hazards = {};
      removal.sql = BeforeDrop(fate) + removal.sql + AfterDrop(*fate.from);
      const std::size_t node = draft_.AddDrop(id, {}, std::move(removal));
      draft_.drops[{id, {}}] = {node, node};
      if (draft_.breaks.tables.contains(id) || draft_.breaks.views.contains(id))
        AddParts(*fate.from, node);
      return;
    }
    for (const Element& element : fate.drops) {
      if (element.kind == ElementKind::kSequence) continue;  // It goes with its column.
      if (const auto other = GoesWith(fate, element)) {
        if (!other->second.name.empty()) aliases_.emplace_back(Place{id, element}, *other);
        continue;
      }
      const bool alone =
          element.kind == ElementKind::kColumn && DropsAlone(draft_.migration, fate, element);
      const std::size_t node = draft_.AddDrop(id, element, DropPart(*fate.from, element, alone));
      draft_.drops[{id, element}] = {node, node};
    }
  }

  // The partitioned table that takes a partition with it when it is dropped.
  const Object* DroppedParent(const Fate& fate) const {
    const Table* table = std::get_if<Table>(&fate.from->definition);
    const Object* parent = table ? FindTable(draft_.migration.from, table->partition_of) : nullptr;
    const Fate* of_parent = parent ? draft_.migration.FateOf(parent->id) : nullptr;
    return of_parent && of_parent->goes() ? parent : nullptr;
  }

  void GoWithParent(const Fate& fate) {
    const Object* root = DroppedParent(fate);
    if (!root) return;
    while (const Object* parent = DroppedParent(*draft_.migration.FateOf(root->id))) root = parent;
    draft_.drops.insert_or_assign({fate.from->id, {}}, draft_.drops.at({root->id, {}}));
  }

  // A partition of a table that foreign keys refer to can only be dropped when it is detached.
  std::string BeforeDrop(const Fate& fate) const {
    const Table* table = std::get_if<Table>(&fate.from->definition);
    if (!table || table->partition_of.empty()) return "";
    for (const Object* parent = FindTable(draft_.migration.from, table->partition_of); parent;) {
      for (const auto& [id, object] : draft_.migration.from.objects) {
        for (const Dependency& need : object.attributes.needs) {
          if (need.on == parent->id && need.element.kind == ElementKind::kConstraint &&
              !(std::holds_alternative<Table>(object.definition) &&
                std::get<Table>(object.definition).partition_of == SqlName(parent->id))) {
            return DropPart(*fate.from, kAttachment).sql + ";\n";
          }
        }
      }
      parent = FindTable(draft_.migration.from, std::get<Table>(parent->definition).partition_of);
    }
    return "";
  }

  // Other operators that one speaks of and nobody made are there in name, and hold on to its types.
  std::string AfterDrop(const Object& object) const {
    const Operator* self = std::get_if<Operator>(&object.definition);
    if (!self) return "";
    const auto text = [](const std::string& type) { return type.empty() ? "NONE" : type; };
    std::string sql;
    const auto add = [&](const std::string& name, const std::string& left,
                         const std::string& right) {
      if (name.empty()) return;
      constexpr std::string_view kWord = "OPERATOR(";
      const std::string plain = name.substr(kWord.size(), name.size() - kWord.size() - 1);
      const std::string whole = plain + " (" + text(left) + ',' + text(right) + ')';
      const bool made = std::ranges::any_of(draft_.migration.from.objects, [&](const auto& entry) {
        return entry.first.kind == Kind::kOperator && SqlName(entry.first) == whole;
      });
      if (!made) sql += ";\nDROP OPERATOR IF EXISTS " + whole;
    };
    add(self->commutator, self->right_type, self->left_type);
    add(self->negator, self->left_type, self->right_type);
    return sql;
  }

  void AddSwap(const Fate& fate) {
    const ObjectId& id = fate.from->id;
    const std::string aside = "pggit_old_" + std::to_string(++swaps_);
    const std::string alter = "ALTER " + Describe(id) + " RENAME TO " + aside;
    ObjectId renamed = id;
    renamed.name = aside;
    std::string sql;
    if (const RangeType* range = std::get_if<RangeType>(&fate.from->definition)) {
      sql = RangeAside(id, *range, aside);
    }
    sql += alter;
    const std::size_t first = draft_.AddDrop(id, {}, {sql, {}});
    const std::size_t last = draft_.AddDrop(id, {}, {"DROP " + DropTarget(renamed), {}});
    draft_.After(last, first);
    draft_.drops[{id, {}}] = {first, last};
  }

  // A range comes with a multirange, and with functions that make values of both, by their names.
  static std::string RangeAside(const ObjectId& id, const RangeType& range,
                                const std::string& aside) {
    const std::string multirange = Multirange(id, range);
    const std::string other = aside + "_multirange";
    const auto rename = [](const std::string& what, const std::string& name) {
      return "ALTER " + what + " RENAME TO " + name + ";\n";
    };
    const std::string make = "FUNCTION " + SqlName(id);
    const std::string make_many = "FUNCTION " + multirange;
    return rename(make + '(' + range.subtype + ", " + range.subtype + ')', aside) +
           rename(make + '(' + range.subtype + ", " + range.subtype + ", text)", aside) +
           rename(make_many + "()", other) + rename(make_many + '(' + SqlName(id) + ')', other) +
           rename(make_many + '(' + SqlName(id) + "[])", other) +
           rename("TYPE " + multirange, other);
  }

  // The name that the server gives a range's multirange when nobody does.
  static std::string Multirange(const ObjectId& id, const RangeType& range) {
    if (!range.multirange_name.empty()) return range.multirange_name;
    std::string name = id.name;
    const std::size_t at = name.find("range");
    name = at == std::string::npos ? name + "_multirange" : name.replace(at, 5, "multirange");
    return QuoteQualified(id.schema, name);
  }

  // On a circle, a view or function is first made to need nothing.
  void AddSevering(const Object& object) {
    constexpr std::string_view kCreate = "CREATE";
    std::string sql;
    if (draft_.breaks.views.contains(object.id)) {
      sql = ViewFromColumns(object.id, std::get<View>(object.definition));
    } else if (draft_.breaks.functions.contains(object.id)) {
      sql = WithoutBody(object);
    } else {
      return;
    }
    sql.replace(0, kCreate.size(), "CREATE OR REPLACE");
    draft_.severs[object.id] = draft_.AddDrop(object.id, {}, {std::move(sql), {}});
  }

  // On a circle, what a relation's parts need is let go before the relation is dropped.
  void AddParts(const Object& object, std::size_t whole) {
    std::set<Element> elements;
    for (const Dependency& need : object.attributes.needs) {
      const ElementKind kind = need.element.kind;
      if (kind == ElementKind::kConstraint || kind == ElementKind::kDefault ||
          kind == ElementKind::kRule || kind == ElementKind::kTrigger ||
          kind == ElementKind::kPolicy || kind == ElementKind::kIndex) {
        elements.insert(need.element);
      }
    }
    for (const Element& element : elements) {
      const std::size_t node = draft_.AddDrop(object.id, element, DropPart(object, element));
      draft_.drops[{object.id, element}] = {node, node};
      draft_.After(whole, node);
    }
  }

  // What drops the part when the table's own statements do not: a parent's part, or nothing.
  std::optional<Place> GoesWith(const Fate& fate, const Element& element) const {
    const Table* table = std::get_if<Table>(&fate.from->definition);
    if (!table) return std::nullopt;
    const Place nothing{fate.from->id, {}};
    if (element.kind == ElementKind::kTrigger) {
      const bool copy = FindPart(table->triggers, element.name)->definition.empty();
      return copy ? std::optional(nothing) : std::nullopt;
    }
    if (element.kind == ElementKind::kColumn && !GoesWithParents(draft_.migration, fate, element)) {
      return std::nullopt;
    }
    for (const Object* parent : Parents(draft_.migration.from, *fate.from)) {
      const Fate* of_parent = draft_.migration.FateOf(parent->id);
      if (!of_parent || !of_parent->stays() || !IsBound(draft_.migration, fate, parent->id))
        continue;
      for (const Element& dropped : of_parent->drops) {
        if (Takes(*of_parent, dropped, *table, element)) return Place{parent->id, dropped};
      }
    }
    if (element.kind == ElementKind::kColumn) return nothing;
    return std::nullopt;
  }

  // Whether dropping a part of `parent` drops that of its child, too.
  bool Takes(const Fate& parent, const Element& dropped, const Table& child,
             const Element& element) const {
    const std::string name = QuoteQualified(parent.from->id.schema, dropped.name);
    const bool key =
        dropped.kind == ElementKind::kIndex || dropped.kind == ElementKind::kConstraint;
    if (element.kind == ElementKind::kIndex) {
      return key && FindPart(child.indexes, element.name)->attached_to == name;
    }
    if (element.kind == ElementKind::kConstraint) {
      const Constraint& constraint = *FindPart(child.constraints, element.name);
      return (key && constraint.attached_to == name) ||
             (dropped == element && constraint.kind == ConstraintKind::kCheck &&
              !child.partition_of.empty());
    }
    return element.kind == ElementKind::kColumn && dropped == element &&
           !DropsAlone(draft_.migration, parent, element);
  }

  // The parent's part may go with its own parent's.
  void ResolveAliases() {
    for (bool found = true; std::exchange(found, false);) {
      for (const auto& [place, other] : aliases_) {
        const auto drop = draft_.drops.find(other);
        if (drop != draft_.drops.end() && draft_.drops.emplace(place, drop->second).second)
          found = true;
      }
    }
  }

  void ImplyDrops(const Fate& fate) {
    const auto drop = draft_.drops.find({fate.from->id, {}});
    if (!fate.goes() || drop == draft_.drops.end()) return;
    const std::size_t node = drop->second.last;
    if (const Sequence* sequence = std::get_if<Sequence>(&fate.from->definition)) {
      const Object* table = FindTable(draft_.migration.from, sequence->owned_table);
      if (!table) return;
      for (const Element& element :
           {Element{}, Element{ElementKind::kColumn, sequence->owned_column}}) {
        const auto owner = draft_.drops.find({table->id, element});
        if (owner == draft_.drops.end()) continue;
        Imply(node, owner->second.last);
      }
      return;
    }
    // A base type's own functions are dropped with it.
    for (const Dependency& need : fate.from->attributes.needs) {
      const Fate* type = draft_.migration.FateOf(need.on);
      if (!type || !type->goes() || draft_.PutsAside(*type) ||
          fate.from->id.kind != Kind::kFunction) {
        continue;
      }
      const bool own =
          std::ranges::any_of(type->from->attributes.needs, [&](const Dependency& back) {
            return back.on == fate.from->id && back.element.kind == ElementKind::kMember;
          });
      if (!own) continue;
      Imply(node, draft_.drops.at({need.on, {}}).last);
      draft_.implied.insert(fate.from->id);
    }
  }

  void Imply(std::size_t node, std::size_t cause) {
    draft_.nodes[node].sql.clear();
    draft_.nodes[node].cost = {};
    draft_.After(node, cause);
  }

  MigrationDraft& draft_;
  std::vector<std::pair<Place, Place>> aliases_;  // Parts that go with another.
  int swaps_ = 0;
};

}  // namespace

void AddDropping(MigrationDraft& draft) {
  DroppingAdder(draft).Run();
}

}  // namespace pggit
