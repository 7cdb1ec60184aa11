#include "core/model/kinds.h"

#include <array>

namespace pggit {
namespace {

struct KindInfo {
  Kind kind;
  std::string_view name;
  std::string_view directory;
  bool has_schema;
};

constexpr std::array<KindInfo, kKindCount> kKinds = {{
    {Kind::kSchema, "SCHEMA", "schemas", false},
    {Kind::kExtension, "EXTENSION", "extensions", false},
    {Kind::kLanguage, "LANGUAGE", "languages", false},
    {Kind::kAccessMethod, "ACCESS METHOD", "access_methods", false},
    {Kind::kCollation, "COLLATION", "collations", true},
    {Kind::kConversion, "CONVERSION", "conversions", true},
    {Kind::kType, "TYPE", "types", true},
    {Kind::kDomain, "DOMAIN", "domains", true},
    {Kind::kSequence, "SEQUENCE", "sequences", true},
    {Kind::kFunction, "FUNCTION", "functions", true},
    {Kind::kProcedure, "PROCEDURE", "procedures", true},
    {Kind::kAggregate, "AGGREGATE", "aggregates", true},
    {Kind::kOperator, "OPERATOR", "operators", true},
    {Kind::kOperatorFamily, "OPERATOR FAMILY", "operator_families", true},
    {Kind::kOperatorClass, "OPERATOR CLASS", "operator_classes", true},
    {Kind::kCast, "CAST", "casts", false},
    {Kind::kTransform, "TRANSFORM", "transforms", false},
    {Kind::kTextSearchParser, "TEXT SEARCH PARSER", "text_search_parsers", true},
    {Kind::kTextSearchTemplate, "TEXT SEARCH TEMPLATE", "text_search_templates", true},
    {Kind::kTextSearchDictionary, "TEXT SEARCH DICTIONARY", "text_search_dictionaries", true},
    {Kind::kTextSearchConfiguration, "TEXT SEARCH CONFIGURATION", "text_search_configurations",
     true},
    {Kind::kForeignDataWrapper, "FOREIGN DATA WRAPPER", "foreign_data_wrappers", false},
    {Kind::kServer, "SERVER", "servers", false},
    {Kind::kUserMapping, "USER MAPPING", "user_mappings", false},
    {Kind::kTable, "TABLE", "tables", true},
    {Kind::kForeignTable, "FOREIGN TABLE", "foreign_tables", true},
    {Kind::kView, "VIEW", "views", true},
    {Kind::kMaterializedView, "MATERIALIZED VIEW", "materialized_views", true},
    {Kind::kStatistics, "STATISTICS", "statistics", true},
    {Kind::kPublication, "PUBLICATION", "publications", false},
    {Kind::kSubscription, "SUBSCRIPTION", "subscriptions", false},
    {Kind::kEventTrigger, "EVENT TRIGGER", "event_triggers", false},
    {Kind::kDefaultPrivileges, "DEFAULT PRIVILEGES", "default_privileges", false},
    {Kind::kSystemPrivileges, "ACL", "system_privileges", false},
}};

constexpr bool TableFollowsEnum() {
  for (int i = 0; i < kKindCount; ++i) {
    if (static_cast<int>(kKinds[static_cast<std::size_t>(i)].kind) != i) return false;
  }
  return true;
}
static_assert(TableFollowsEnum(), "kKinds must list the kinds in the order of the enum");

const KindInfo& Info(Kind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

}  // namespace

std::string_view KindName(Kind kind) {
  return Info(kind).name;
}

std::string_view KindDirectory(Kind kind) {
  return Info(kind).directory;
}

bool KindHasSchema(Kind kind) {
  return Info(kind).has_schema;
}

bool KindIsNamedBySignature(Kind kind) {
  return kind == Kind::kCast || kind == Kind::kTransform || kind == Kind::kUserMapping ||
         kind == Kind::kDefaultPrivileges || kind == Kind::kSystemPrivileges;
}

std::optional<Kind> KindFromName(std::string_view name) {
  for (const KindInfo& info : kKinds) {
    if (info.name == name) return info.kind;
  }
  return std::nullopt;
}

std::optional<Kind> KindFromDirectory(std::string_view directory) {
  for (const KindInfo& info : kKinds) {
    if (info.directory == directory) return info.kind;
  }
  return std::nullopt;
}

}  // namespace pggit
