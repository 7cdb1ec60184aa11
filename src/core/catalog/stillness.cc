#include "core/catalog/stillness.h"

#include "core/catalog/cells.h"

namespace pggit {
namespace {

struct Horizon {
  std::uint64_t oldest_running = 0;  // Of other sessions; `next` when there was none.
  std::uint64_t next = 0;            // One more than the newest that had ended.
};

Horizon ReadHorizon(RowSource& source) {
  Horizon horizon;
  source.ForEachRowWith(
      // A standby does not list the running ones, and has none of its own, which xmin would tell.
      "SELECT CASE WHEN pg_catalog.pg_is_in_recovery() THEN pg_catalog.pg_snapshot_xmin(s)"
      "  ELSE COALESCE((SELECT x FROM pg_catalog.pg_snapshot_xip(s) AS x ORDER BY x LIMIT 1),"
      "   pg_catalog.pg_snapshot_xmax(s)) END,"
      " pg_catalog.pg_snapshot_xmax(s) FROM pg_catalog.pg_current_snapshot() s",
      {}, [&](Row row) {
        Cells cells(row);
        horizon.oldest_running = static_cast<std::uint64_t>(cells.Integer());
        horizon.next = static_cast<std::uint64_t>(cells.Integer());
      });
  return horizon;
}

/// A catalog, and which of its rows are not of temporary objects.
struct Watched {
  const char* catalog;
  const char* lasting;
};

constexpr char kOfLastingRelation[] = "NOT IN (SELECT oid FROM passing)";
constexpr Watched kWatched[] = {
    {"pg_class", "relpersistence <> 't'"},
    {"pg_namespace", "nspname !~ '^pg_(temp|toast_temp)_'"},
    {"pg_attribute", "attrelid"},
    {"pg_attrdef", "adrelid"},
    {"pg_index", "indrelid"},
    {"pg_inherits", "inhrelid"},
    {"pg_partitioned_table", "partrelid"},
    {"pg_constraint", "connamespace NOT IN (SELECT oid FROM passing_schema)"},
    {"pg_trigger", "tgrelid"},
    {"pg_rewrite", "ev_class"},
    {"pg_policy", "polrelid"},
    {"pg_type", "typnamespace NOT IN (SELECT oid FROM passing_schema)"},
    {"pg_proc", ""},
    {"pg_operator", ""},
    {"pg_opclass", ""},
    {"pg_collation", ""},
    {"pg_enum", ""},
    {"pg_cast", ""},
    {"pg_statistic_ext", ""},
    {"pg_ts_config", ""},
};

// For each catalog the count of rows and, of those younger than the horizon, the count and the sum
// of xmin. A change after a snapshot leaves rows with an xmin from its horizon on, or fewer rows.
std::string ReadFingerprint(RowSource& source, const std::string& horizon) {
  std::string query =
      "WITH passing AS (SELECT oid FROM pg_catalog.pg_class WHERE relpersistence = 't'),"
      " passing_schema AS (SELECT oid FROM pg_catalog.pg_namespace"
      "  WHERE nspname ~ '^pg_(temp|toast_temp)_'),"
      " horizon AS (SELECT pg_catalog.age('" +
      horizon + "'::pg_catalog.xid) AS age)";
  std::string_view separator = " ";
  for (const Watched& watched : kWatched) {
    std::string lasting = watched.lasting;
    if (!lasting.empty() && lasting.find(' ') == std::string::npos) {
      lasting += ' ';
      lasting += kOfLastingRelation;
    }
    query += separator;
    query +=
        "SELECT pg_catalog.count(*), pg_catalog.count(*) FILTER (WHERE young),"
        " pg_catalog.sum(xmin::text::bigint) FILTER (WHERE young)"
        " FROM (SELECT xmin, pg_catalog.age(xmin) <= (SELECT age FROM horizon) AS young"
        " FROM pg_catalog.";
    query += watched.catalog;
    if (!lasting.empty()) query += " WHERE " + lasting;
    query += " OFFSET 0) r";
    separator = " UNION ALL ";
  }
  std::string fingerprint;
  source.ForEachRow(query, [&](Row row) {
    Cells cells(row);
    fingerprint += cells.Text();
    fingerprint += ' ' + cells.Text();
    fingerprint += ' ' + cells.TextOrEmpty() + '\n';
  });
  return fingerprint;
}

}  // namespace

std::optional<std::uint32_t> QuietFrom(RowSource& source) {
  const Horizon horizon = ReadHorizon(source);
  if (horizon.oldest_running != horizon.next) return std::nullopt;
  return static_cast<std::uint32_t>(horizon.next);
}

bool IsStillQuiet(RowSource& source, std::optional<std::uint32_t> from) {
  return from && *from == source.NextTransaction();
}

CatalogMark MarkCatalogs(RowSource& source) {
  const Horizon horizon = ReadHorizon(source);
  CatalogMark mark;
  mark.horizon = std::to_string(static_cast<std::uint32_t>(horizon.oldest_running));
  mark.fingerprint = ReadFingerprint(source, mark.horizon);
  return mark;
}

bool IsUnchanged(RowSource& source, const CatalogMark& mark) {
  return ReadFingerprint(source, mark.horizon) == mark.fingerprint;
}

}  // namespace pggit
