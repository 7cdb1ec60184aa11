#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "core/model/option.h"
#include "core/model/relation_parts.h"
#include "core/model/sequence.h"

namespace pggit {

/// The sequence behind an identity column.
struct Identity {
  bool always = false;      ///< GENERATED ALWAYS; else BY DEFAULT.
  std::string sequence;     ///< Its name; it lives in the table's schema.
  std::string persistence;  ///< LOGGED or UNLOGGED (since 15); empty when it is the table's own.
  SequenceOptions options;

  auto operator<=>(const Identity&) const = default;
};

enum class Generated { kNever, kStored, kVirtual };

struct Column {
  std::string name;
  std::string type;       ///< As SQL names it; empty for a column whose type comes from elsewhere.
  std::string collation;  ///< Qualified and quoted; empty when it is the type's own.
  bool not_null = false;
  /// The default, or the expression of a generated column; empty when there is none.
  std::string expression;
  Generated generated = Generated::kNever;
  std::optional<Identity> identity;
  std::string storage;              ///< PLAIN, EXTERNAL ...; empty when it is the type's own.
  std::string compression;          ///< pglz, lz4; empty when it is the server's default.
  std::string statistics;           ///< The target; empty when it is the server's default.
  std::vector<Option> options;      ///< n_distinct ..., sorted.
  std::vector<Option> fdw_options;  ///< Of a foreign table's column, sorted.
  /// Of an inheritance child: the column comes from a parent and is listed for what differs there.
  bool inherited = false;

  auto operator<=>(const Column&) const = default;
};

/// A table, a partitioned table, a partition, or a foreign table.
struct Table {
  std::string persistence;              ///< Empty, or UNLOGGED.
  std::string of_type;                  ///< Of a typed table: the type, qualified and quoted.
  std::vector<Column> columns;          ///< In their order; holes of dropped columns left out.
  std::vector<Constraint> constraints;  ///< Sorted by name.
  std::vector<Index> indexes;           ///< Sorted by name.
  std::vector<Rule> rules;              ///< Sorted by name.
  std::vector<Trigger> triggers;        ///< Sorted by name.
  std::vector<Policy> policies;         ///< Sorted by name.
  std::vector<std::string> inherits;    ///< Parents in their order, qualified and quoted.
  /// The parents were given to a table that was there: its columns keep an order of their own,
  /// which INHERITS would change.
  bool inherits_later = false;
  std::string partition_by;     ///< RANGE (created_at); empty when it has no partitions.
  std::string partition_of;     ///< The parent, qualified and quoted, of a partition.
  std::string partition_bound;  ///< FOR VALUES ..., or DEFAULT.
  std::vector<Option> options;  ///< fillfactor, toast.autovacuum_enabled ..., sorted.
  std::string access_method;    ///< Empty for heap.
  std::string tablespace;       ///< Empty for the default, or when tablespaces are not kept.
  bool row_security = false;
  bool force_row_security = false;
  std::string replica_identity;     ///< Empty for the default; NOTHING, FULL or USING INDEX name.
  std::string server;               ///< Of a foreign table.
  std::vector<Option> fdw_options;  ///< Of a foreign table, sorted.

  bool operator==(const Table&) const = default;
};

}  // namespace pggit
