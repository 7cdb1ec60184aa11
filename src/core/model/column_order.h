#pragma once

#include "core/model/schema.h"

namespace pggit {

// Equality modulo column order: two tables that have the same columns, each equal, in another order
// are the same to every statement that names its columns. A column added on two branches lands in
// another place on each; nothing but a rewrite of the table could move it.
//
// The order counts everywhere else: columns of a view, attributes of a type, arguments, values of
// an enum. Whatever names a table's columns in an order of its own (a key, an index, a grant) is
// compared as it stands; but of statistics, whose columns the server puts in the table's order. A
// child that was given its parents later, because its columns stand in
// another order than INHERITS makes, lists all its columns, one made with them only its own: such
// two differ.

/// `schema` with the columns of every table, foreign table and statistics object sorted by name.
Schema WithColumnsSorted(Schema schema);
Object WithColumnsSorted(Object object);

/// Whether the two are equal but for the order of tables' columns.
bool EqualModuloColumnOrder(const Schema& a, const Schema& b);
bool EqualModuloColumnOrder(const Object& a, const Object& b);

}  // namespace pggit
