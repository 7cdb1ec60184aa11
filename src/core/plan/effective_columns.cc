#include "core/plan/effective_columns.h"

#include <algorithm>

#include "core/ddl/cursor.h"

namespace pggit {
namespace {

// The id that `schema.name` stands for, as an object of `kind`.
ObjectId NamedBy(Kind kind, const std::string& sql_name) {
  Cursor cursor(sql_name);
  ObjectId id{kind, cursor.Name(), "", ""};
  cursor.ExpectSymbol(".");
  id.name = cursor.Name();
  return id;
}

const Object* Find(const Schema& schema, const ObjectId& id) {
  const auto found = schema.objects.find(id);
  return found == schema.objects.end() ? nullptr : &found->second;
}

// What a child gets of its parent's column.
Column Inherited(const Column& parent) {
  Column column;
  column.name = parent.name;
  column.type = parent.type;
  column.collation = parent.collation;
  column.not_null = parent.not_null;
  column.expression = parent.expression;
  column.generated = parent.generated;
  column.inherited = true;
  return column;
}

// What the child's own listing adds to that.
void Merge(const Column& listed, Column& column) {
  if (!listed.type.empty()) {
    column.type = listed.type;
    column.collation = listed.collation;
  }
  column.not_null = column.not_null || listed.not_null;
  if (listed.expression == "NULL") {
    column.expression.clear();
  } else if (!listed.expression.empty()) {
    column.expression = listed.expression;
    column.generated = listed.generated;
  }
  column.identity = listed.identity;
  column.storage = listed.storage;
  column.compression = listed.compression;
  column.statistics = listed.statistics;
  column.options = listed.options;
  column.fdw_options = listed.fdw_options;
  column.inherited = listed.inherited;
}

}  // namespace

const Object* FindTable(const Schema& schema, const std::string& sql_name) {
  if (sql_name.empty()) return nullptr;
  const Object* table = Find(schema, NamedBy(Kind::kTable, sql_name));
  return table ? table : Find(schema, NamedBy(Kind::kForeignTable, sql_name));
}

const Column* FindColumn(const std::vector<Column>& columns, const std::string& name) {
  const auto found = std::ranges::find(columns, name, &Column::name);
  return found == columns.end() ? nullptr : &*found;
}

Column* FindColumn(std::vector<Column>& columns, const std::string& name) {
  const auto found = std::ranges::find(columns, name, &Column::name);
  return found == columns.end() ? nullptr : &*found;
}

std::vector<const Object*> Parents(const Schema& schema, const Object& object) {
  std::vector<const Object*> parents;
  const Table* table = std::get_if<Table>(&object.definition);
  if (!table) return parents;
  std::vector<std::string> names = table->inherits;
  if (!table->partition_of.empty()) names.push_back(table->partition_of);
  for (const std::string& name : names) {
    if (const Object* parent = FindTable(schema, name)) parents.push_back(parent);
  }
  return parents;
}

std::vector<Column> EffectiveColumns(const Schema& schema, const Object& object) {
  const Table& table = std::get<Table>(object.definition);
  std::vector<Column> columns;
  if (!table.of_type.empty()) {
    const Object* type = Find(schema, NamedBy(Kind::kType, table.of_type));
    const CompositeType* composite = type ? std::get_if<CompositeType>(&type->definition) : nullptr;
    if (composite) {
      for (const TypeAttribute& attribute : composite->attributes) {
        Column column;
        column.name = attribute.name;
        column.type = attribute.type;
        column.collation = attribute.collation;
        columns.push_back(std::move(column));
      }
    }
  }
  if (table.partition_of.empty()) {
    for (const Object* parent : Parents(schema, object)) {
      for (const Column& column : EffectiveColumns(schema, *parent)) {
        if (!FindColumn(columns, column.name)) columns.push_back(Inherited(column));
      }
    }
  }
  for (const Column& listed : table.columns) {
    if (Column* column = FindColumn(columns, listed.name)) {
      Merge(listed, *column);
    } else {
      columns.push_back(listed);
    }
  }
  return columns;
}

}  // namespace pggit
