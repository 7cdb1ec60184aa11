#pragma once

#include <string>
#include <vector>

#include "core/model/option.h"
#include "core/model/relation_parts.h"

namespace pggit {

/// A view.
struct View {
  /// Names and types of the columns, in order. The query decides them; they are kept because a view
  /// on a dependency cycle has to be made in two steps, the first from its columns alone.
  std::vector<ViewColumn> columns;
  std::vector<Option> options;  ///< security_barrier, check_option ..., sorted.
  std::string query;            ///< As the server prints it, no semicolon.
  std::vector<ColumnDefault> defaults;
  std::vector<Rule> rules;        ///< Without the rule that is the view itself. Sorted by name.
  std::vector<Trigger> triggers;  ///< Sorted by name.

  bool operator==(const View&) const = default;
};

}  // namespace pggit
