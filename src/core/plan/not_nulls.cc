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

// What only comes from a parent has the parent's name; a partition has all of its own.
bool IsOwn(const Table& table, const Column& column) {
  return column.not_null && (!column.inherited || !table.partition_of.empty());
}

bool ListsNotNulls(const Table& table) {
  return std::ranges::count(table.constraints, ConstraintKind::kNotNull, &Constraint::kind) > 0;
}

// `length` bytes at most, whole letters of UTF-8.
std::string Clip(const std::string& text, std::size_t length) {
  if (text.size() <= length) return text;
  while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) --length;
  return text.substr(0, length);
}

}  // namespace

std::string ServersNotNullName(const std::string& table, const std::string& column) {
  constexpr std::size_t kLongest = 63;
  constexpr std::string_view kEnding = "_not_null";
  std::size_t of_table = table.size();
  std::size_t of_column = column.size();
  while (of_table + of_column + 1 + kEnding.size() > kLongest) {
    --(of_table > of_column ? of_table : of_column);
  }
  return Clip(table, of_table) + '_' + Clip(column, of_column) + std::string(kEnding);
}

const Constraint* FindNotNull(const Table& table, const std::string& column) {
  const auto found = std::ranges::find_if(
      table.constraints, [&](const Constraint& each) { return IsOf(each, column); });
  return found == table.constraints.end() ? nullptr : &*found;
}

void ListNotNulls(const ObjectId& id, Table& table) {
  for (const Column& column : table.columns) {
    if (!IsOwn(table, column) || FindNotNull(table, column.name)) continue;
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

namespace {

bool ParentHas(const Schema& schema, const Object& object, const std::string& name) {
  return std::ranges::any_of(Parents(schema, object), [&](const Object* parent) {
    Table table = std::get<Table>(parent->definition);
    ListNotNulls(parent->id, table);
    return FindPart(table.constraints, name) != nullptr;
  });
}

}  // namespace

std::vector<Rename> NotNullRenames(const Schema& schema, const Schema& to) {
  std::vector<Rename> renames;
  for (const auto& [id, object] : schema.objects) {
    const auto target = to.objects.find(id);
    const Table* table = std::get_if<Table>(&object.definition);
    if (!table || target == to.objects.end()) continue;
    const Table* fresh = std::get_if<Table>(&target->second.definition);
    if (!fresh || (!ListsNotNulls(*table) && !ListsNotNulls(*fresh))) continue;
    Table listed = *table;
    ListNotNulls(id, listed);
    for (const Column& column : fresh->columns) {
      const Constraint* old = FindNotNull(listed, column.name);
      if (!old || !column.not_null || ParentHas(schema, object, old->name)) continue;
      const Constraint* own = FindNotNull(*fresh, column.name);
      if (!own && !IsOwn(*fresh, column)) continue;
      const std::string name = own ? own->name : ChosenName(id, column.name);
      if (name == old->name || FindPart(listed.constraints, name)) continue;
      renames.push_back({id, {ElementKind::kConstraint, old->name}, name});
    }
  }
  return renames;
}

}  // namespace pggit
