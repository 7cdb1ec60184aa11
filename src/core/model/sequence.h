#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace pggit {

/// How a sequence counts.
struct SequenceOptions {
  std::string type = "bigint";
  std::int64_t start = 1;
  std::int64_t increment = 1;
  std::int64_t min_value = 1;
  std::int64_t max_value = INT64_MAX;
  std::int64_t cache = 1;
  bool cycle = false;

  auto operator<=>(const SequenceOptions&) const = default;
};

/// A sequence of its own. The ones behind identity columns belong to their table.
struct Sequence {
  SequenceOptions options;
  std::string persistence;   ///< Empty, or UNLOGGED (since 15).
  std::string owned_table;   ///< Qualified and quoted; empty when no column owns it.
  std::string owned_column;  ///< The column's name.

  bool operator==(const Sequence&) const = default;
};

}  // namespace pggit
