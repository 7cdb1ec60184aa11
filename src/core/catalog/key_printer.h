#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/catalog/index_printer.h"

namespace pggit {

/// A primary key or unique constraint, out of pg_constraint and pg_index.
struct RawKey {
  bool primary = false;
  std::vector<int> columns;  ///< Of its index: those of the key, then the included ones.
  std::size_t key_columns = 0;
  bool nulls_not_distinct = false;
  std::vector<std::string> storage_options;
};

/// A foreign key, out of pg_constraint.
struct RawForeignKey {
  std::vector<int> columns;
  std::string referenced;  ///< The other table, qualified and quoted.
  std::vector<int> referenced_columns;
  char match = 's';
  char on_update = 'a';
  char on_delete = 'a';
  std::vector<int> set_columns = {};  ///< ON DELETE SET NULL or DEFAULT on some columns only.
};

/// What a constraint of any kind may end in.
struct RawEnding {
  bool no_inherit = false;
  bool deferrable = false;
  bool deferred = false;
  bool validated = true;
};

/// What follows CONSTRAINT name, as pg_get_constraintdef() prints it; for a key with the storage
/// options of its index, which that leaves out. No value when a column is not known.
std::optional<std::string> PrintKey(const RawKey& key, const FindColumn& find_column);
std::optional<std::string> PrintForeignKey(const RawForeignKey& key, const FindColumn& find_column,
                                           const FindColumn& find_referenced);
std::string PrintEnding(const RawEnding& ending);

}  // namespace pggit
