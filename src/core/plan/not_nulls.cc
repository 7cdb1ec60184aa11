#include "core/plan/not_nulls.h"

#include <algorithm>

#include "core/base/identifier.h"
#include "core/diff/parts.h"
#include "core/plan/effective_columns.h"

namespace pggit {
namespace {

std::string ChosenName(const ObjectId& table, const std::string& column) {
  return table.name + '_' + column + "_not_null";
}

bool IsOf(const Constraint& constraint, const std::string& column) {
  const std::string text = "NOT NULL " + QuoteIdentifier(column);
  return constraint.kind == ConstraintKind::kNotNull &&
         (constraint.definition == text || constraint.definition.starts_with(text + ' '));
}

const Constraint* FindOf(const Table& table, const std::string& column) {
  const auto found = std::ranges::find_if(
      table.constraints, [&](const Constraint& each) { return IsOf(each, column); });
  return found == table.constraints.end() ? nullptr : &*found;
}

// What only comes from a parent has the parent's name; a partition has all of its own.
bool IsOwn(const Table& table, const Column& column) {
  return column.not_null && (!column.inherited || !table.partition_of.empty());
}

bool ParentHas(const Schema& schema, const Object& object, const std::string& name) {
  return std::ranges::any_of(Parents(schema, object), [&](const Object* parent) {
    return FindPart(std::get<Table>(parent->definition).constraints, name) != nullptr;
  });
}

}  // namespace

void ListNotNulls(const ObjectId& id, Table& table) {
  for (const Column& column : table.columns) {
    if (!IsOwn(table, column) || FindOf(table, column.name)) continue;
    Constraint constraint;
    constraint.name = ChosenName(id, column.name);
    constraint.kind = ConstraintKind::kNotNull;
    constraint.definition = "NOT NULL " + QuoteIdentifier(column.name);
    if (FindPart(table.constraints, constraint.name)) continue;
    table.constraints.push_back(std::move(constraint));
  }
  std::ranges::sort(table.constraints);
}

void FoldNotNulls(const ObjectId& id, Table& table) {
  std::erase_if(table.constraints, [&](const Constraint& constraint) {
    return constraint.kind == ConstraintKind::kNotNull &&
           std::ranges::any_of(table.columns, [&](const Column& column) {
             return constraint.name == ChosenName(id, column.name) &&
                    constraint.definition == "NOT NULL " + QuoteIdentifier(column.name);
           });
  });
}

std::vector<Rename> NotNullRenames(const Schema& schema, const Schema& to) {
  std::vector<Rename> renames;
  for (const auto& [id, object] : schema.objects) {
    const auto target = to.objects.find(id);
    const Table* table = std::get_if<Table>(&object.definition);
    if (!table || target == to.objects.end()) continue;
    const Table& fresh = std::get<Table>(target->second.definition);
    for (const Column& column : fresh.columns) {
      const Constraint* old = FindOf(*table, column.name);
      if (!old || !column.not_null || ParentHas(schema, object, old->name)) continue;
      const Constraint* own = FindOf(fresh, column.name);
      const std::string name = own ? own->name : ChosenName(id, column.name);
      if (name == old->name || FindPart(table->constraints, name)) continue;
      renames.push_back({id, {ElementKind::kConstraint, old->name}, name});
    }
  }
  return renames;
}

}  // namespace pggit
