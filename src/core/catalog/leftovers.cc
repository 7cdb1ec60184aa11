#include <algorithm>
#include <string>

#include "core/catalog/kinds.h"

namespace pggit {
namespace {

/// A catalog, and those of its rows that some reader must have spoken of: from FROM on. Where the
/// rows are parts of relations, only those of relations that are versioned themselves are meant,
/// and `relation` is the column that tells.
struct Expected {
  Catalog catalog;
  const char* query;
  const char* relation = nullptr;
};

// Not expected: temporary things, what the server makes of itself with another object (row and
// multirange types, a range's functions and cast, toast tables, copies of a parent's constraints
// and triggers on partitions, NOT NULL), shells of operators. The reader of indexes takes them all.
constexpr Expected kExpected[] = {
    {Catalog::kClass,
     "pg_class o JOIN pg_catalog.pg_namespace n ON n.oid = o.relnamespace"
     " WHERE {user_schema} AND {relation o.oid} AND o.relpersistence <> 't' AND o.relkind NOT IN "
     "('c', 't', 'i', 'I')"},
    {Catalog::kConstraint,
     "pg_constraint o WHERE {relation o.conrelid} AND (o.contype IN ('p', 'u', 'x')"
     "  OR (o.contype = 'f' AND o.conparentid = 0) OR (o.contype = 'c' AND o.conislocal))",
     "o.conrelid"},
    {Catalog::kConstraint,
     "pg_constraint o JOIN pg_catalog.pg_namespace n ON n.oid = o.connamespace"
     " WHERE {user_schema} AND {type o.contypid} AND o.contypid <> 0 AND o.contype = 'c'"},
    {Catalog::kTrigger,
     "pg_trigger o WHERE {relation o.tgrelid} AND NOT o.tgisinternal AND o.tgparentid = 0",
     "o.tgrelid"},
    {Catalog::kRewrite, "pg_rewrite o WHERE {relation o.ev_class}", "o.ev_class"},
    {Catalog::kPolicy, "pg_policy o WHERE {relation o.polrelid}", "o.polrelid"},
    {Catalog::kType,
     "pg_type o JOIN pg_catalog.pg_namespace n ON n.oid = o.typnamespace"
     " WHERE {user_schema} AND {type o.oid} AND o.typtype <> 'm'"},
    {Catalog::kProcedure,
     "pg_proc o JOIN pg_catalog.pg_namespace n ON n.oid = o.pronamespace WHERE {user_schema}"
     "  AND {function o.oid} AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d"
     "   WHERE d.classid = 1255"
     "   AND d.objid = o.oid AND d.deptype = 'i')"},
    {Catalog::kOperator,
     "pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace"
     " WHERE {user_schema} AND o.oprcode <> 0"},
    {Catalog::kOperatorFamily,
     "pg_opfamily o JOIN pg_catalog.pg_namespace n ON n.oid = o.opfnamespace WHERE {user_schema}"},
    {Catalog::kOperatorClass,
     "pg_opclass o JOIN pg_catalog.pg_namespace n ON n.oid = o.opcnamespace WHERE {user_schema}"},
    {Catalog::kCollation,
     "pg_collation o JOIN pg_catalog.pg_namespace n ON n.oid = o.collnamespace"
     " WHERE {user_schema}"},
    {Catalog::kConversion,
     "pg_conversion o JOIN pg_catalog.pg_namespace n ON n.oid = o.connamespace"
     " WHERE {user_schema}"},
    {Catalog::kTsParser,
     "pg_ts_parser o JOIN pg_catalog.pg_namespace n ON n.oid = o.prsnamespace"
     " WHERE {user_schema}"},
    {Catalog::kTsTemplate,
     "pg_ts_template o JOIN pg_catalog.pg_namespace n ON n.oid = o.tmplnamespace"
     " WHERE {user_schema}"},
    {Catalog::kTsDictionary,
     "pg_ts_dict o JOIN pg_catalog.pg_namespace n ON n.oid = o.dictnamespace"
     " WHERE {user_schema}"},
    {Catalog::kTsConfig,
     "pg_ts_config o JOIN pg_catalog.pg_namespace n ON n.oid = o.cfgnamespace"
     " WHERE {user_schema}"},
    {Catalog::kStatistics,
     "pg_statistic_ext o JOIN pg_catalog.pg_namespace n ON n.oid = o.stxnamespace"
     " JOIN pg_catalog.pg_class c ON c.oid = o.stxrelid"
     " WHERE {user_schema} AND c.relpersistence <> 't'"},
    {Catalog::kNamespace,
     "pg_namespace o JOIN pg_catalog.pg_namespace n USING (oid)"
     " WHERE {user_schema} AND {schema o.oid}"},
    {Catalog::kCast,
     "pg_cast o WHERE o.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d"
     " WHERE d.classid = 2605 AND d.objid = o.oid AND d.deptype = 'i')"},
    {Catalog::kTransform, "pg_transform o WHERE o.oid >= 16384"},
    {Catalog::kLanguage, "pg_language o WHERE o.oid >= 16384"},
    {Catalog::kAccessMethod, "pg_am o WHERE o.oid >= 16384"},
    {Catalog::kForeignDataWrapper, "pg_foreign_data_wrapper o WHERE o.oid >= 16384"},
    {Catalog::kForeignServer, "pg_foreign_server o WHERE o.oid >= 16384"},
    {Catalog::kEventTrigger, "pg_event_trigger o WHERE o.oid >= 16384"},
    {Catalog::kPublication, "pg_publication o WHERE o.oid >= 16384"},
    {Catalog::kDefaultAcl,
     "pg_default_acl o LEFT JOIN pg_catalog.pg_namespace n ON n.oid = o.defaclnamespace"
     " WHERE o.defaclnamespace = 0 OR {user_schema}"},
    // Operators and functions put into the server's own families.
    {Catalog::kAmOp, "pg_amop o WHERE o.oid >= 16384 AND o.amopfamily < 16384"},
    {Catalog::kAmProc, "pg_amproc o WHERE o.oid >= 16384 AND o.amprocfamily < 16384"},
};

// "function" of pg_identify_object as a message begins.
std::string Upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

}  // namespace

void ReadLeftovers(Reader& reader) {
  std::string unknown;
  for (const Expected& expected : kExpected) {
    const std::string catalog = std::to_string(static_cast<Oid32>(expected.catalog));
    if (!reader.MayHoldOwn(expected.catalog)) continue;
    const Catalog of_objects = expected.relation ? Catalog::kClass : expected.catalog;
    if (reader.focus() && !reader.focus()->HasObjectsIn(of_objects)) continue;
    const std::string relation = expected.relation ? expected.relation : "0::pg_catalog.oid";
    reader.ForEach("SELECT o.oid, " + relation + " FROM pg_catalog." + expected.query,
                   [&](Cells& cells) {
                     const Oid32 oid = cells.Oid();
                     if (reader.Find({expected.catalog, oid})) return;
                     if (expected.relation && !reader.Find({Catalog::kClass, cells.Oid()})) return;
                     unknown += unknown.empty() ? "" : ", ";
                     unknown += '(' + catalog + "::oid, " + std::to_string(oid) + "::oid)";
                   });
  }
  if (unknown.empty()) return;
  // What stands in a family of the server's by an extension's doing is the extension's.
  reader.ForEachOnce(
      "SELECT i.type, i.identity, u.class IN (2602, 2603) FROM (VALUES " + unknown +
          ") AS u (class, object)"
          " CROSS JOIN LATERAL pg_catalog.pg_identify_object(u.class, u.object, 0) i"
          " WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend d"
          "  JOIN pg_catalog.pg_depend e ON e.classid = d.refclassid AND e.objid = d.refobjid"
          "   AND e.deptype = 'e'"
          "  WHERE u.class IN (2602, 2603) AND d.classid = u.class AND d.objid = u.object)",
      [&](Cells& cells) {
        const std::string type = Upper(cells.TextOrEmpty());
        const std::string what = type + ' ' + cells.TextOrEmpty();
        if (cells.Bool()) {
          reader.Ignore(what, "the family is the system's, which no dump carries either");
        } else {
          reader.Unsupported(what, "there is no model for it");
        }
      });
}

}  // namespace pggit
