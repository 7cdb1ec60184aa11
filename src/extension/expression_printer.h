#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "extension/boundary.h"

namespace pggit {

/// Prints stored expressions without the relation cache, which pg_get_expr() fills with an entry
/// for each relation that has one.
class ExpressionPrinter {
 public:
  /// The text of the pg_node_tree `tree`, see Reader::ExpressionSql(); good until Forget(). What
  /// the server allocates meanwhile stays in `scratch`.
  std::optional<std::string_view> Print(std::string_view tree, MemoryContext scratch);

  /// What an expression names may have another name from now on.
  void Forget() { texts_.clear(); }

 private:
  std::unordered_map<std::string, std::string> texts_;  ///< By detached tree.
};

}  // namespace pggit
