#pragma once

#include <string>
#include <vector>

#include "core/model/schema.h"
#include "core/plan/rename.h"

namespace pggit {

// Since 18 each NOT NULL of a table is a constraint with a name. One with the name that the server
// chooses says no more than its column, and a definition does not list it. A rename changes what
// the server would choose, and not the name.

inline constexpr int kNotNullsHaveNames = 18;

/// Lists the constraints that the table `id` has without listing them.
void ListNotNulls(const ObjectId& id, Table& table);

/// Takes those that say no more than their columns off the list again.
void FoldNotNulls(const ObjectId& id, Table& table);

/// The name that the server gives the not-null constraint of a column that gets one.
std::string ServersNotNullName(const std::string& table, const std::string& column);

/// The not-null constraint that `table` lists for the column; null when it lists none.
const Constraint* FindNotNull(const Table& table, const std::string& column);

/// What gives the not-null constraints of `schema` the names that they have in `to`. A column has
/// no more than one, so it is known which is which.
std::vector<Rename> NotNullRenames(const Schema& schema, const Schema& to);

}  // namespace pggit
