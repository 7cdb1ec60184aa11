#pragma once

#include <tuple>

#include "core/diff/field.h"
#include "core/model/schema.h"

namespace pggit {

// Members of tables, views, sequences and their parts. The name of a part is no member: it says
// which part it is.

constexpr auto FieldsOf(const SequenceOptions*) {
  return std::tuple{Field{"type", &SequenceOptions::type},
                    Field{"start", &SequenceOptions::start},
                    Field{"increment", &SequenceOptions::increment},
                    Field{"minimum", &SequenceOptions::min_value},
                    Field{"maximum", &SequenceOptions::max_value},
                    Field{"cache", &SequenceOptions::cache},
                    Field{"cycle", &SequenceOptions::cycle}};
}

constexpr auto FieldsOf(const Sequence*) {
  return std::tuple{Field{"options", &Sequence::options},
                    Field{"persistence", &Sequence::persistence},
                    Field{"owned by table", &Sequence::owned_table},
                    Field{"owned by column", &Sequence::owned_column}};
}

constexpr auto FieldsOf(const Identity*) {
  return std::tuple{Field{"always", &Identity::always}, Field{"sequence", &Identity::sequence},
                    Field{"persistence", &Identity::persistence},
                    Field{"options", &Identity::options}};
}

constexpr auto FieldsOf(const Column*) {
  return std::tuple{Field{"type", &Column::type},
                    Field{"collation", &Column::collation},
                    Field{"not null", &Column::not_null},
                    Field{"expression", &Column::expression},
                    Field{"generated", &Column::generated},
                    Field{"identity", &Column::identity},
                    Field{"storage", &Column::storage},
                    Field{"compression", &Column::compression},
                    Field{"statistics", &Column::statistics},
                    Field{"options", &Column::options},
                    Field{"foreign options", &Column::fdw_options},
                    Field{"inherited", &Column::inherited}};
}

constexpr auto FieldsOf(const ColumnSettings*) {
  return std::tuple{Field{"storage", &ColumnSettings::storage},
                    Field{"compression", &ColumnSettings::compression},
                    Field{"statistics", &ColumnSettings::statistics},
                    Field{"options", &ColumnSettings::options}};
}

constexpr auto FieldsOf(const ViewColumn*) {
  return std::tuple{Field{"type", &ViewColumn::type}, Field{"collation", &ViewColumn::collation}};
}

constexpr auto FieldsOf(const ColumnDefault*) {
  return std::tuple{Field{"expression", &ColumnDefault::expression}};
}

constexpr auto FieldsOf(const Constraint*) {
  return std::tuple{Field{"kind", &Constraint::kind}, Field{"definition", &Constraint::definition},
                    Field{"attached to", &Constraint::attached_to},
                    Field{"tablespace", &Constraint::tablespace},
                    Field{"clustered", &Constraint::clustered}};
}

constexpr auto FieldsOf(const Index*) {
  return std::tuple{
      Field{"unique", &Index::unique},         Field{"only", &Index::only},
      Field{"definition", &Index::definition}, Field{"attached to", &Index::attached_to},
      Field{"tablespace", &Index::tablespace}, Field{"clustered", &Index::clustered},
      Field{"statistics", &Index::statistics}};
}

constexpr auto FieldsOf(const Rule*) {
  return std::tuple{Field{"definition", &Rule::definition}, Field{"enabled", &Rule::enabled}};
}

constexpr auto FieldsOf(const Trigger*) {
  return std::tuple{Field{"definition", &Trigger::definition}, Field{"enabled", &Trigger::enabled}};
}

constexpr auto FieldsOf(const Policy*) {
  return std::tuple{Field{"permissive", &Policy::permissive}, Field{"command", &Policy::command},
                    Field{"roles", &Policy::roles}, Field{"using", &Policy::using_expression},
                    Field{"check", &Policy::check_expression}};
}

constexpr auto FieldsOf(const Table*) {
  return std::tuple{Field{"persistence", &Table::persistence},
                    Field{"of type", &Table::of_type},
                    Field{"columns", &Table::columns},
                    Field{"constraints", &Table::constraints},
                    Field{"indexes", &Table::indexes},
                    Field{"rules", &Table::rules},
                    Field{"triggers", &Table::triggers},
                    Field{"policies", &Table::policies},
                    Field{"inherits", &Table::inherits},
                    Field{"inherits later", &Table::inherits_later},
                    Field{"partition by", &Table::partition_by},
                    Field{"partition of", &Table::partition_of},
                    Field{"partition bound", &Table::partition_bound},
                    Field{"options", &Table::options},
                    Field{"access method", &Table::access_method},
                    Field{"tablespace", &Table::tablespace},
                    Field{"row security", &Table::row_security},
                    Field{"forced row security", &Table::force_row_security},
                    Field{"replica identity", &Table::replica_identity},
                    Field{"server", &Table::server},
                    Field{"foreign options", &Table::fdw_options}};
}

constexpr auto FieldsOf(const View*) {
  return std::tuple{Field{"columns", &View::columns}, Field{"options", &View::options},
                    Field{"query", &View::query},     Field{"defaults", &View::defaults},
                    Field{"rules", &View::rules},     Field{"triggers", &View::triggers}};
}

constexpr auto FieldsOf(const MaterializedView*) {
  return std::tuple{Field{"columns", &MaterializedView::columns},
                    Field{"options", &MaterializedView::options},
                    Field{"access method", &MaterializedView::access_method},
                    Field{"tablespace", &MaterializedView::tablespace},
                    Field{"query", &MaterializedView::query},
                    Field{"indexes", &MaterializedView::indexes},
                    Field{"replica identity", &MaterializedView::replica_identity}};
}

constexpr auto FieldsOf(const Statistics*) {
  return std::tuple{Field{"kinds", &Statistics::kinds}, Field{"columns", &Statistics::columns},
                    Field{"table", &Statistics::table}, Field{"target", &Statistics::target}};
}

}  // namespace pggit
