#pragma once

#include <string>
#include <vector>

#include "core/model/option.h"
#include "core/model/relation_parts.h"

namespace pggit {

/// A materialized view. What it holds is data: it is always made WITH NO DATA.
struct MaterializedView {
  std::vector<ColumnSettings> columns;  ///< Those with settings of their own, in their order.
  std::vector<Option> options;          ///< fillfactor, toast.autovacuum_enabled ..., sorted.
  std::string access_method;            ///< Empty for heap.
  std::string tablespace;        ///< Empty for the default, or when tablespaces are not kept.
  std::string query;             ///< As the server prints it, no semicolon.
  std::vector<Index> indexes;    ///< Sorted by name.
  std::string replica_identity;  ///< Empty for the default; NOTHING, FULL or USING INDEX name.

  bool operator==(const MaterializedView&) const = default;
};

}  // namespace pggit
