#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/ddl/definition.h"

namespace pggit {
namespace {

void ExpectCanonical(const std::string& text) {
  EXPECT_EQ(RenderDefinition(ParseDefinition(text)), text);
}

TEST(MaterializedView, EveryClause) {
  ExpectCanonical(
      "-- MATERIALIZED VIEW public.totals\n"
      "-- needs TABLE public.orders: column id\n"
      "CREATE MATERIALIZED VIEW public.totals\n"
      "USING columnar\n"
      "WITH (fillfactor='70', toast.autovacuum_enabled='false')\n"
      "TABLESPACE fast AS\n"
      "SELECT o.id,\n"
      "    ';'::text AS \"with no data\"\n"
      "   FROM public.orders o\n"
      "WITH NO DATA;\n"
      "\n"
      "ALTER MATERIALIZED VIEW public.totals ALTER COLUMN \"with no data\" SET STORAGE EXTERNAL;\n"
      "ALTER MATERIALIZED VIEW public.totals ALTER COLUMN \"with no data\" SET COMPRESSION lz4;\n"
      "ALTER MATERIALIZED VIEW public.totals ALTER COLUMN id SET STATISTICS 0;\n"
      "ALTER MATERIALIZED VIEW public.totals ALTER COLUMN id SET (n_distinct='-0.5');\n"
      "CREATE UNIQUE INDEX totals_id ON public.totals USING btree (id);\n"
      "ALTER MATERIALIZED VIEW public.totals CLUSTER ON totals_id;\n"
      "ALTER TABLE ONLY public.totals REPLICA IDENTITY USING INDEX totals_id;\n"
      "ALTER MATERIALIZED VIEW public.totals OWNER TO alice;\n"
      "COMMENT ON MATERIALIZED VIEW public.totals IS 'sums';\n"
      "COMMENT ON COLUMN public.totals.id IS 'whose';\n"
      "ALTER MATERIALIZED VIEW public.totals DEPENDS ON EXTENSION citext;\n"
      "ALTER INDEX public.totals_id DEPENDS ON EXTENSION citext;\n"
      "GRANT SELECT ON TABLE public.totals TO bob;\n");
}

TEST(MaterializedView, RefusesOneWithData) {
  EXPECT_THROW(ParseDefinition("-- MATERIALIZED VIEW public.m\nCREATE MATERIALIZED VIEW public.m "
                               "AS\nSELECT 1 AS a;\n"),
               Error);
}

}  // namespace
}  // namespace pggit
