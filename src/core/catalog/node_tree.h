#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/catalog/index_printer.h"

namespace pggit {

// Stored expressions, as a pg_node_tree holds them. The server prints one only after it has opened
// the relation whose columns it is about, which takes far longer than the printing.

/// `tree` with each column turned into a parameter of the column's number and without the places in
/// the source text: the server prints it without a relation, `$2` for the second column, and equal
/// expressions are equal bytes. No value for a tree that would print in another way then, or that
/// holds more than columns of one row.
std::optional<std::string> DetachedTree(std::string_view tree);

/// `text`, printed out of a detached tree, with the columns' names in place of their numbers. What
/// holds no numbers is returned as it is. No value when a column is not known or not all versions
/// of the server would print its name alike.
std::optional<std::string> WithColumnNames(std::string_view text, const FindColumn& find_column);

}  // namespace pggit
