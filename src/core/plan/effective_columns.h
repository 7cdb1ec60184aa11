#pragma once

#include <string>
#include <vector>

#include "core/model/schema.h"

namespace pggit {

/// All columns that `table` of `schema` has, those included that a parent or its type brings and
/// that its definition leaves out.
std::vector<Column> EffectiveColumns(const Schema& schema, const Object& table);

/// The parents of a table: those it inherits from, or the partitioned table it is a partition of.
std::vector<const Object*> Parents(const Schema& schema, const Object& table);

/// The table or foreign table that SQL names so; null when `schema` has none.
const Object* FindTable(const Schema& schema, const std::string& sql_name);

const Column* FindColumn(const std::vector<Column>& columns, const std::string& name);
Column* FindColumn(std::vector<Column>& columns, const std::string& name);

}  // namespace pggit
