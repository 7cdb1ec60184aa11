#pragma once

#include <optional>
#include <string_view>

namespace pggit {

/// Every kind of versioned object. This list, with the table in kinds.cc, is the one place that
/// names them; switches over it have no default, so the compiler lists what a new kind still lacks.
///
/// The order is the order in which independent objects are listed and restored.
enum class Kind {
  kSchema,
  kExtension,
  kLanguage,
  kAccessMethod,
  kCollation,
  kConversion,
  kType,
  kDomain,
  kSequence,
  kFunction,
  kProcedure,
  kAggregate,
  kOperator,
  kOperatorFamily,
  kOperatorClass,
  kCast,
  kTransform,
  kTextSearchParser,
  kTextSearchTemplate,
  kTextSearchDictionary,
  kTextSearchConfiguration,
  kForeignDataWrapper,
  kServer,
  kUserMapping,
  kTable,
  kForeignTable,
  kView,
  kMaterializedView,
  kStatistics,
  kPublication,
  kSubscription,
  kEventTrigger,
  kDefaultPrivileges,
  kSystemPrivileges,
};

/// How many kinds there are: kSystemPrivileges stays last.
inline constexpr int kKindCount = static_cast<int>(Kind::kSystemPrivileges) + 1;

/// The kind as SQL and pg_dump write it: "TABLE", "MATERIALIZED VIEW".
std::string_view KindName(Kind kind);

/// The directory of the kind in a tree: "tables", "materialized_views".
std::string_view KindDirectory(Kind kind);

/// Whether objects of the kind live in a schema; the others live once in a database.
bool KindHasSchema(Kind kind);

/// Whether an object of the kind has no name of its own, only what ObjectId calls a signature.
bool KindIsNamedBySignature(Kind kind);

/// The kind whose SQL name is `name`, if there is one.
std::optional<Kind> KindFromName(std::string_view name);

/// The kind whose directory is `directory`, if there is one.
std::optional<Kind> KindFromDirectory(std::string_view directory);

}  // namespace pggit
