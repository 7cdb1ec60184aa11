#include "core/base/identifier.h"

#include <algorithm>
#include <array>

namespace pggit {
namespace {

// Every keyword of PostgreSQL 14 to 18 that is not "unreserved", sorted.
constexpr auto kQuotedKeywords = std::to_array<std::string_view>({
    "all",
    "analyse",
    "analyze",
    "and",
    "any",
    "array",
    "as",
    "asc",
    "asymmetric",
    "authorization",
    "between",
    "bigint",
    "binary",
    "bit",
    "boolean",
    "both",
    "case",
    "cast",
    "char",
    "character",
    "check",
    "coalesce",
    "collate",
    "collation",
    "column",
    "concurrently",
    "constraint",
    "create",
    "cross",
    "current_catalog",
    "current_date",
    "current_role",
    "current_schema",
    "current_time",
    "current_timestamp",
    "current_user",
    "dec",
    "decimal",
    "default",
    "deferrable",
    "desc",
    "distinct",
    "do",
    "else",
    "end",
    "except",
    "exists",
    "extract",
    "false",
    "fetch",
    "float",
    "for",
    "foreign",
    "freeze",
    "from",
    "full",
    "grant",
    "greatest",
    "group",
    "grouping",
    "having",
    "ilike",
    "in",
    "initially",
    "inner",
    "inout",
    "int",
    "integer",
    "intersect",
    "interval",
    "into",
    "is",
    "isnull",
    "join",
    "json",
    "json_array",
    "json_arrayagg",
    "json_exists",
    "json_object",
    "json_objectagg",
    "json_query",
    "json_scalar",
    "json_serialize",
    "json_table",
    "json_value",
    "lateral",
    "leading",
    "least",
    "left",
    "like",
    "limit",
    "localtime",
    "localtimestamp",
    "merge_action",
    "national",
    "natural",
    "nchar",
    "none",
    "normalize",
    "not",
    "notnull",
    "null",
    "nullif",
    "numeric",
    "offset",
    "on",
    "only",
    "or",
    "order",
    "out",
    "outer",
    "overlaps",
    "overlay",
    "placing",
    "position",
    "precision",
    "primary",
    "real",
    "references",
    "returning",
    "right",
    "row",
    "select",
    "session_user",
    "setof",
    "similar",
    "smallint",
    "some",
    "substring",
    "symmetric",
    "system_user",
    "table",
    "tablesample",
    "then",
    "time",
    "timestamp",
    "to",
    "trailing",
    "treat",
    "trim",
    "true",
    "union",
    "unique",
    "user",
    "using",
    "values",
    "varchar",
    "variadic",
    "verbose",
    "when",
    "where",
    "window",
    "with",
    "xmlattributes",
    "xmlconcat",
    "xmlelement",
    "xmlexists",
    "xmlforest",
    "xmlnamespaces",
    "xmlparse",
    "xmlpi",
    "xmlroot",
    "xmlserialize",
    "xmltable",
});

// Where the keywords of each letter begin, and after the last letter where they end.
constexpr auto kKeywordsFrom = [] {
  std::array<std::size_t, 27> from{};
  for (std::size_t letter = 0; letter < from.size(); ++letter) {
    std::size_t at = 0;
    while (at < kQuotedKeywords.size() &&
           static_cast<std::size_t>(kQuotedKeywords[at].front() - 'a') < letter) {
      ++at;
    }
    from[letter] = at;
  }
  return from;
}();

// `name` is plain.
bool IsQuotedKeyword(std::string_view name) {
  if (name.front() == '_') return false;
  const auto letter = static_cast<std::size_t>(name.front() - 'a');
  for (std::size_t at = kKeywordsFrom[letter]; at < kKeywordsFrom[letter + 1]; ++at) {
    if (kQuotedKeywords[at] == name) return true;
  }
  return false;
}

bool IsPlain(std::string_view name) {
  if (name.empty()) return false;
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (!letter(name.front())) return false;
  return std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || digit(c); });
}

std::string Doubled(std::string_view text, char quote) {
  std::string out;
  out.reserve(text.size() + 2);
  for (const char c : text) {
    if (c == quote) out += c;
    out += c;
  }
  return out;
}

}  // namespace

std::string QuoteIdentifier(std::string_view name) {
  if (IsPlain(name) && !IsQuotedKeyword(name)) return std::string(name);
  return '"' + Doubled(name, '"') + '"';
}

std::string QuoteQualified(std::string_view schema, std::string_view name) {
  if (schema.empty()) return QuoteIdentifier(name);
  return QuoteIdentifier(schema) + '.' + QuoteIdentifier(name);
}

std::string QuoteLiteral(std::string_view text) {
  if (text.find('\\') == std::string_view::npos) return '\'' + Doubled(text, '\'') + '\'';
  return "E'" + Doubled(Doubled(text, '\''), '\\') + '\'';
}

}  // namespace pggit
