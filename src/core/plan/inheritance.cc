#include "core/plan/inheritance.h"

#include <algorithm>
#include <vector>

#include "core/base/error.h"
#include "core/diff/parts.h"
#include "core/plan/effective_columns.h"
#include "core/plan/elements.h"

namespace pggit {
namespace {

bool HasColumn(const Schema& schema, const Object& table, const std::string& name) {
  return FindColumn(EffectiveColumns(schema, table), name) != nullptr;
}

// Whether a column is listed by the table itself, or has nowhere else to come from. A partition
// lists all columns, and has none of its own.
bool IsOwn(const Schema& schema, const Object& object, const std::string& name) {
  const Table& table = std::get<Table>(object.definition);
  const Column* listed = FindPart(table.columns, name);
  if (listed && !listed->inherited && table.partition_of.empty()) return true;
  return std::ranges::none_of(Parents(schema, object), [&](const Object* parent) {
    return HasColumn(schema, *parent, name);
  });
}

// Whether a parent that the table stays bound to has the column before and after.
bool KeepsGiver(const Migration& migration, const Fate& fate, const std::string& name,
                const ObjectId* beside = nullptr) {
  return std::ranges::any_of(Parents(migration.from, *fate.from), [&](const Object* parent) {
    const auto fresh = migration.to.objects.find(parent->id);
    return !(beside && parent->id == *beside) && fresh != migration.to.objects.end() &&
           IsBound(migration, fate, parent->id) && HasColumn(migration.from, *parent, name) &&
           HasColumn(migration.to, fresh->second, name);
  });
}

// Whether the table, a child of `parent`, keeps a column that only the parent gave it.
bool KeepsColumnOf(const Migration& migration, const Fate& fate, const ObjectId& parent,
                   const Element& column) {
  return fate.stays() && fate.from && fate.to && IsBound(migration, fate, parent) &&
         !fate.drops.contains(column) && HasColumn(migration.to, *fate.to, column.name) &&
         !IsOwn(migration.from, *fate.from, column.name) &&
         !KeepsGiver(migration, fate, column.name, &parent);
}

// Whether a column will be the table's own when all statements have run.
bool WillBeOwn(const Migration& migration, const Fate& fate, const std::string& name) {
  const Element column{ElementKind::kColumn, name};
  if (fate.creates.contains(column)) return !IsCarried(migration, fate, column);
  return IsOwn(migration.from, *fate.from, name) || !KeepsGiver(migration, fate, name);
}

std::string ParentsWith(const Schema& schema, const Object& table, const std::string& name) {
  std::string text;
  for (const Object* parent : Parents(schema, table)) {
    if (!HasColumn(schema, *parent, name)) continue;
    text += (text.empty() ? "" : " and ") + Describe(parent->id);
  }
  return text;
}

}  // namespace

bool IsBound(const Migration& migration, const Fate& fate, const ObjectId& parent) {
  return !fate.drops.contains(kAttachment) && !fate.drops.contains(Bond(SqlName(parent))) &&
         std::ranges::any_of(Parents(migration.from, *fate.from),
                             [&](const Object* other) { return other->id == parent; });
}

bool IsCarried(const Migration& migration, const Fate& fate, const Element& column) {
  return std::ranges::any_of(Parents(migration.from, *fate.from), [&](const Object* parent) {
    const Fate* of_parent = migration.FateOf(parent->id);
    return of_parent && of_parent->stays() && of_parent->creates.contains(column) &&
           IsBound(migration, fate, parent->id);
  });
}

bool GoesWithParents(const Migration& migration, const Fate& fate, const Element& column) {
  if (IsOwn(migration.from, *fate.from, column.name)) return false;
  bool goes = false;
  for (const Object* parent : Parents(migration.from, *fate.from)) {
    const Fate* of_parent = migration.FateOf(parent->id);
    if (!of_parent || !of_parent->stays() || !of_parent->drops.contains(column) ||
        !IsBound(migration, fate, parent->id)) {
      continue;
    }
    if (DropsAlone(migration, *of_parent, column)) return false;
    goes = true;
  }
  return goes;
}

bool DropsAlone(const Migration& migration, const Fate& fate, const Element& column) {
  if (!fate.stays() || !fate.drops.contains(column) || fate.creates.contains(column)) return false;
  const std::string name = SqlName(fate.from->id);
  return std::ranges::any_of(migration.fates, [&](const auto& entry) {
    const Table* table =
        entry.second.from ? std::get_if<Table>(&entry.second.from->definition) : nullptr;
    return table && std::ranges::count(table->inherits, name) &&
           KeepsColumnOf(migration, entry.second, fate.from->id, column);
  });
}

std::optional<std::size_t> BondToRemake(const Migration& migration, const Fate& fate) {
  const Table* to = fate.to ? std::get_if<Table>(&fate.to->definition) : nullptr;
  if (!to || !fate.from || !fate.stays()) return std::nullopt;
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < to->inherits.size(); ++i) {
    const Object* parent = FindTable(migration.to, to->inherits[i]);
    if (!parent) return std::nullopt;
    for (const Column& column : EffectiveColumns(migration.to, *parent)) {
      const bool own = IsOwn(migration.to, *fate.to, column.name);
      if (own && !first && !WillBeOwn(migration, fate, column.name)) first = i;
    }
    for (const Column& column : EffectiveColumns(migration.to, *parent)) {
      if (first && !IsOwn(migration.to, *fate.to, column.name)) return std::nullopt;
    }
  }
  return first;
}

void RequireExactInheritance(const Migration& migration) {
  for (const auto& [id, fate] : migration.fates) {
    const Table* to = fate.to ? std::get_if<Table>(&fate.to->definition) : nullptr;
    if (!to || !fate.from || !fate.stays() || to->inherits.empty()) continue;
    for (const Column& column : EffectiveColumns(migration.to, *fate.to)) {
      const bool own = IsOwn(migration.to, *fate.to, column.name);
      if (own == WillBeOwn(migration, fate, column.name)) continue;
      const std::string parents = ParentsWith(migration.to, *fate.to, column.name);
      const std::string name = "cannot make column \"" + column.name + "\" of " + Describe(id);
      if (own) {
        throw Error(ErrorCode::kNotSupported, name + " its own while it has it from " + parents,
                    "A column that comes with INHERIT, or from a statement about the parent, is "
                    "the parent's.",
                    "Leave the column out of the definition of the table itself.");
      }
      throw Error(ErrorCode::kNotSupported, name + " one that it has from " + parents + " alone",
                  "A column that a table has when INHERIT is run stays its own.",
                  "List the column in the definition of the table itself.");
    }
  }
}

void RequireTypesOrder(const Migration& migration) {
  for (const auto& [id, fate] : migration.fates) {
    const Table* to = fate.to ? std::get_if<Table>(&fate.to->definition) : nullptr;
    if (!to || !fate.from || !fate.stays() || !fate.creates.contains(kOfType)) continue;
    std::vector<std::string> order;
    for (const Column& column : EffectiveColumns(migration.from, *fate.from)) {
      if (!fate.drops.contains(PartElement(column))) order.push_back(column.name);
    }
    const std::vector<Column> fresh = EffectiveColumns(migration.to, *fate.to);
    for (const Column& column : fresh) {
      if (fate.creates.contains(PartElement(column))) order.push_back(column.name);
    }
    if (std::ranges::equal(order, fresh, {}, {}, &Column::name)) continue;
    throw Error(ErrorCode::kNotSupported,
                "cannot make " + Describe(id) + " a table of type " + to->of_type,
                "Its columns would stand in another order than those of the type.",
                "Make a new table of the type and move the rows, in a change of its own.");
  }
}

}  // namespace pggit
