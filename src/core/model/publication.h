#pragma once

#include <compare>
#include <string>
#include <vector>

#include "core/model/option.h"

namespace pggit {

/// What a publication takes of one table.
struct PublishedTable {
  std::string table;                 ///< Qualified and quoted.
  std::vector<std::string> columns;  ///< Sorted; empty for all.
  std::string filter;                ///< Of the rows; empty for all.

  auto operator<=>(const PublishedTable&) const = default;
};

/// What subscribers can get.
struct Publication {
  bool all_tables = false;
  std::vector<PublishedTable> tables;  ///< Sorted.
  std::vector<std::string> schemas;    ///< All tables of these; sorted.
  std::vector<Option> options;         ///< publish ..., where they are not the default; sorted.

  bool operator==(const Publication&) const = default;
};

/// Where changes come from. It is made without connecting, and so disabled: whether it runs, and
/// its slot on the other side, are not schema.
struct Subscription {
  std::string connection;                 ///< keyword='value' ..., sorted; without secrets.
  std::vector<std::string> publications;  ///< In their order.
  std::vector<Option> options;  ///< slot_name ..., where they are not the default; sorted.

  bool operator==(const Subscription&) const = default;
};

}  // namespace pggit
