#pragma once

#include <compare>
#include <string>
#include <vector>

#include "core/model/option.h"

namespace pggit {

// The parts that tables, foreign tables, views and materialized views have in common. Expressions
// and definitions are the server's own printing under an empty search path, without a semicolon.

/// A column of a view, as its query makes it.
struct ViewColumn {
  std::string name;
  std::string type;
  std::string collation;  ///< Qualified and quoted; empty when it is the type's own.

  auto operator<=>(const ViewColumn&) const = default;
};

/// A default that is set on a column rather than written with it.
struct ColumnDefault {
  std::string column;
  std::string expression;

  auto operator<=>(const ColumnDefault&) const = default;
};

/// How values of a column are stored and sampled; each is empty where nothing was set.
struct ColumnSettings {
  std::string name;
  std::string storage;          ///< PLAIN, EXTERNAL ...
  std::string compression;      ///< pglz, lz4.
  std::string statistics;       ///< The target.
  std::vector<Option> options;  ///< n_distinct ..., sorted.

  auto operator<=>(const ColumnSettings&) const = default;
};

/// When a trigger or rule fires, in pg_trigger's letters.
enum class Enabled { kOrigin, kDisabled, kReplica, kAlways };

struct Rule {
  std::string name;
  std::string definition;  ///< The whole CREATE RULE statement.
  Enabled enabled = Enabled::kOrigin;

  auto operator<=>(const Rule&) const = default;
};

struct Trigger {
  std::string name;
  std::string definition;  ///< The whole CREATE [CONSTRAINT] TRIGGER statement.
  Enabled enabled = Enabled::kOrigin;

  auto operator<=>(const Trigger&) const = default;
};

/// An index that no constraint owns.
struct Index {
  std::string name;
  bool unique = false;
  bool only = false;       ///< On a partitioned table: made without its partitions' indexes.
  std::string definition;  ///< From USING on.
  std::string
      attached_to;         ///< The partitioned index it belongs to, qualified and quoted, or empty.
  std::string tablespace;  ///< Empty for the default, or when tablespaces are not kept.
  bool clustered = false;  ///< The table is marked CLUSTER ON it.
  /// Statistics targets set on expression columns, by position from 1: "1" -> "500".
  std::vector<Option> statistics;

  auto operator<=>(const Index&) const = default;
};

enum class ConstraintKind { kCheck, kPrimaryKey, kUnique, kExclusion, kForeignKey, kNotNull };

struct Constraint {
  std::string name;
  ConstraintKind kind = ConstraintKind::kCheck;
  std::string definition;   ///< What follows CONSTRAINT name.
  std::string attached_to;  ///< As for an index: of a partition's key.
  std::string tablespace;
  bool clustered = false;

  auto operator<=>(const Constraint&) const = default;
};

/// How the definition of a constraint ends that rows were not checked for.
inline constexpr std::string_view kNotValid = " NOT VALID";

inline bool IsUnchecked(const Constraint& constraint) {
  return constraint.definition.ends_with(kNotValid);
}

struct Policy {
  std::string name;
  bool permissive = true;
  std::string command;             ///< ALL, SELECT, INSERT, UPDATE or DELETE.
  std::vector<std::string> roles;  ///< Sorted; empty means PUBLIC.
  std::string using_expression;    ///< Empty when there is none.
  std::string check_expression;

  auto operator<=>(const Policy&) const = default;
};

}  // namespace pggit
