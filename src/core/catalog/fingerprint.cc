#include "core/catalog/fingerprint.h"

#include "core/catalog/cells.h"

namespace pggit {
namespace {

// The catalogs behind the printing functions. Rows of temporary relations are left out: sessions
// that only use temporary tables would keep every reader waiting.
constexpr std::string_view kQuery =
    "WITH lasting AS (SELECT oid, xmin FROM pg_catalog.pg_class WHERE relpersistence <> 't'),"
    " named AS (SELECT oid, xmin FROM pg_catalog.pg_namespace"
    "  WHERE nspname !~ '^pg_(temp|toast_temp)_')"
    " SELECT 'class', pg_catalog.count(*), pg_catalog.sum(xmin::text::bigint) FROM lasting"
    " UNION ALL SELECT 'namespace', pg_catalog.count(*), pg_catalog.sum(xmin::text::bigint)"
    "  FROM named"
    " UNION ALL SELECT 'attribute', pg_catalog.count(*), pg_catalog.sum(a.xmin::text::bigint)"
    "  FROM pg_catalog.pg_attribute a JOIN lasting c ON c.oid = a.attrelid"
    " UNION ALL SELECT 'attrdef', pg_catalog.count(*), pg_catalog.sum(d.xmin::text::bigint)"
    "  FROM pg_catalog.pg_attrdef d JOIN lasting c ON c.oid = d.adrelid"
    " UNION ALL SELECT 'index', pg_catalog.count(*), pg_catalog.sum(i.xmin::text::bigint)"
    "  FROM pg_catalog.pg_index i JOIN lasting c ON c.oid = i.indrelid"
    " UNION ALL SELECT 'inherits', pg_catalog.count(*), pg_catalog.sum(i.xmin::text::bigint)"
    "  FROM pg_catalog.pg_inherits i JOIN lasting c ON c.oid = i.inhrelid"
    " UNION ALL SELECT 'partitioned', pg_catalog.count(*), pg_catalog.sum(xmin::text::bigint)"
    "  FROM pg_catalog.pg_partitioned_table"
    " UNION ALL SELECT 'constraint', pg_catalog.count(*), pg_catalog.sum(k.xmin::text::bigint)"
    "  FROM pg_catalog.pg_constraint k JOIN named n ON n.oid = k.connamespace"
    " UNION ALL SELECT 'trigger', pg_catalog.count(*), pg_catalog.sum(t.xmin::text::bigint)"
    "  FROM pg_catalog.pg_trigger t JOIN lasting c ON c.oid = t.tgrelid"
    " UNION ALL SELECT 'rewrite', pg_catalog.count(*), pg_catalog.sum(r.xmin::text::bigint)"
    "  FROM pg_catalog.pg_rewrite r JOIN lasting c ON c.oid = r.ev_class"
    " UNION ALL SELECT 'policy', pg_catalog.count(*), pg_catalog.sum(p.xmin::text::bigint)"
    "  FROM pg_catalog.pg_policy p JOIN lasting c ON c.oid = p.polrelid"
    " UNION ALL SELECT 'type', pg_catalog.count(*), pg_catalog.sum(t.xmin::text::bigint)"
    "  FROM pg_catalog.pg_type t JOIN named n ON n.oid = t.typnamespace"
    " UNION ALL SELECT 'proc', pg_catalog.count(*), pg_catalog.sum(xmin::text::bigint)"
    "  FROM pg_catalog.pg_proc"
    " UNION ALL SELECT 'operator', pg_catalog.count(*), pg_catalog.sum(xmin::text::bigint)"
    "  FROM pg_catalog.pg_operator"
    " UNION ALL SELECT 'opclass', pg_catalog.count(*), pg_catalog.sum(xmin::text::bigint)"
    "  FROM pg_catalog.pg_opclass"
    " UNION ALL SELECT 'collation', pg_catalog.count(*), pg_catalog.sum(xmin::text::bigint)"
    "  FROM pg_catalog.pg_collation"
    " UNION ALL SELECT 'enum', pg_catalog.count(*), pg_catalog.sum(xmin::text::bigint)"
    "  FROM pg_catalog.pg_enum"
    " UNION ALL SELECT 'cast', pg_catalog.count(*), pg_catalog.sum(xmin::text::bigint)"
    "  FROM pg_catalog.pg_cast"
    " UNION ALL SELECT 'statistic', pg_catalog.count(*), pg_catalog.sum(xmin::text::bigint)"
    "  FROM pg_catalog.pg_statistic_ext"
    " UNION ALL SELECT 'tsconfig', pg_catalog.count(*), pg_catalog.sum(xmin::text::bigint)"
    "  FROM pg_catalog.pg_ts_config";

}  // namespace

std::string ReadFingerprint(RowSource& source) {
  std::string fingerprint;
  source.ForEachRow(kQuery, [&](Row row) {
    Cells cells(row);
    fingerprint += cells.Text();
    fingerprint += ' ' + cells.Text();
    fingerprint += ' ' + cells.TextOrEmpty() + '\n';
  });
  return fingerprint;
}

}  // namespace pggit
