#pragma once

#include "core/model/schema.h"

namespace pggit {

// Members of tables, views, sequences and their parts. The name of a part is no member: it says
// which part it is.

template <class F>
void EachField(const SequenceOptions*, F field) {
  field("type", &SequenceOptions::type);
  field("start", &SequenceOptions::start);
  field("increment", &SequenceOptions::increment);
  field("minimum", &SequenceOptions::min_value);
  field("maximum", &SequenceOptions::max_value);
  field("cache", &SequenceOptions::cache);
  field("cycle", &SequenceOptions::cycle);
}

template <class F>
void EachField(const Sequence*, F field) {
  field("options", &Sequence::options);
  field("persistence", &Sequence::persistence);
  field("owned by table", &Sequence::owned_table);
  field("owned by column", &Sequence::owned_column);
}

template <class F>
void EachField(const Identity*, F field) {
  field("always", &Identity::always);
  field("sequence", &Identity::sequence);
  field("persistence", &Identity::persistence);
  field("options", &Identity::options);
}

template <class F>
void EachField(const Column*, F field) {
  field("type", &Column::type);
  field("collation", &Column::collation);
  field("not null", &Column::not_null);
  field("expression", &Column::expression);
  field("generated", &Column::generated);
  field("identity", &Column::identity);
  field("storage", &Column::storage);
  field("compression", &Column::compression);
  field("statistics", &Column::statistics);
  field("options", &Column::options);
  field("foreign options", &Column::fdw_options);
  field("inherited", &Column::inherited);
}

template <class F>
void EachField(const ColumnSettings*, F field) {
  field("storage", &ColumnSettings::storage);
  field("compression", &ColumnSettings::compression);
  field("statistics", &ColumnSettings::statistics);
  field("options", &ColumnSettings::options);
}

template <class F>
void EachField(const ViewColumn*, F field) {
  field("type", &ViewColumn::type);
  field("collation", &ViewColumn::collation);
}

template <class F>
void EachField(const ColumnDefault*, F field) {
  field("expression", &ColumnDefault::expression);
}

template <class F>
void EachField(const Constraint*, F field) {
  field("kind", &Constraint::kind);
  field("definition", &Constraint::definition);
  field("attached to", &Constraint::attached_to);
  field("tablespace", &Constraint::tablespace);
  field("clustered", &Constraint::clustered);
}

template <class F>
void EachField(const Index*, F field) {
  field("unique", &Index::unique);
  field("only", &Index::only);
  field("definition", &Index::definition);
  field("attached to", &Index::attached_to);
  field("tablespace", &Index::tablespace);
  field("clustered", &Index::clustered);
  field("statistics", &Index::statistics);
}

template <class F>
void EachField(const Rule*, F field) {
  field("definition", &Rule::definition);
  field("enabled", &Rule::enabled);
}

template <class F>
void EachField(const Trigger*, F field) {
  field("definition", &Trigger::definition);
  field("enabled", &Trigger::enabled);
}

template <class F>
void EachField(const Policy*, F field) {
  field("permissive", &Policy::permissive);
  field("command", &Policy::command);
  field("roles", &Policy::roles);
  field("using", &Policy::using_expression);
  field("check", &Policy::check_expression);
}

template <class F>
void EachField(const Table*, F field) {
  field("persistence", &Table::persistence);
  field("of type", &Table::of_type);
  field("columns", &Table::columns);
  field("constraints", &Table::constraints);
  field("indexes", &Table::indexes);
  field("rules", &Table::rules);
  field("triggers", &Table::triggers);
  field("policies", &Table::policies);
  field("inherits", &Table::inherits);
  field("inherits later", &Table::inherits_later);
  field("partition by", &Table::partition_by);
  field("partition of", &Table::partition_of);
  field("partition bound", &Table::partition_bound);
  field("options", &Table::options);
  field("access method", &Table::access_method);
  field("tablespace", &Table::tablespace);
  field("row security", &Table::row_security);
  field("forced row security", &Table::force_row_security);
  field("replica identity", &Table::replica_identity);
  field("server", &Table::server);
  field("foreign options", &Table::fdw_options);
}

template <class F>
void EachField(const View*, F field) {
  field("columns", &View::columns);
  field("options", &View::options);
  field("query", &View::query);
  field("defaults", &View::defaults);
  field("rules", &View::rules);
  field("triggers", &View::triggers);
}

template <class F>
void EachField(const MaterializedView*, F field) {
  field("columns", &MaterializedView::columns);
  field("options", &MaterializedView::options);
  field("access method", &MaterializedView::access_method);
  field("tablespace", &MaterializedView::tablespace);
  field("query", &MaterializedView::query);
  field("indexes", &MaterializedView::indexes);
  field("replica identity", &MaterializedView::replica_identity);
}

template <class F>
void EachField(const Statistics*, F field) {
  field("kinds", &Statistics::kinds);
  field("columns", &Statistics::columns);
  field("table", &Statistics::table);
  field("target", &Statistics::target);
}

}  // namespace pggit
