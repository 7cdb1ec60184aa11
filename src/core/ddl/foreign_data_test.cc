#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/ddl/definition.h"

namespace pggit {
namespace {

void ExpectCanonical(const std::string& text) {
  EXPECT_EQ(RenderDefinition(ParseDefinition(text)), text);
}

TEST(ForeignData, Wrapper) {
  ExpectCanonical(
      "-- FOREIGN DATA WRAPPER \"my \"\"wrapper\"\"\"\n"
      "-- needs FUNCTION public.\"handler ()\"()\n"
      "CREATE FOREIGN DATA WRAPPER \"my \"\"wrapper\"\"\"\n"
      "    HANDLER public.\"handler ()\"\n"
      "    VALIDATOR pg_catalog.postgresql_fdw_validator\n"
      "    OPTIONS (\"Mode\" 'it''s', debug 'x');\n"
      "\n"
      "ALTER FOREIGN DATA WRAPPER \"my \"\"wrapper\"\"\" OWNER TO alice;\n"
      "COMMENT ON FOREIGN DATA WRAPPER \"my \"\"wrapper\"\"\" IS 'w';\n"
      "GRANT USAGE ON FOREIGN DATA WRAPPER \"my \"\"wrapper\"\"\" TO bob WITH GRANT OPTION;\n");
  ExpectCanonical(
      "-- FOREIGN DATA WRAPPER w\n"
      "CREATE FOREIGN DATA WRAPPER w;\n");
}

TEST(ForeignData, Server) {
  ExpectCanonical(
      "-- SERVER \"a.b\"\n"
      "-- needs EXTENSION postgres_fdw\n"
      "CREATE SERVER \"a.b\" TYPE 'it''s' VERSION '1; --'\n"
      "    FOREIGN DATA WRAPPER \"Options\"\n"
      "    OPTIONS (host 'localhost');\n"
      "\n"
      "COMMENT ON SERVER \"a.b\" IS 's';\n"
      "GRANT USAGE ON FOREIGN SERVER \"a.b\" TO PUBLIC;\n");
}

TEST(ForeignData, UserMapping) {
  ExpectCanonical(
      "-- USER MAPPING FOR PUBLIC SERVER s\n"
      "-- needs SERVER s\n"
      "CREATE USER MAPPING FOR PUBLIC SERVER s;\n");
  ExpectCanonical(
      "-- USER MAPPING FOR \"public: x\" SERVER \"SERVER \"\"s\"\"\"\n"
      "CREATE USER MAPPING FOR \"public: x\" SERVER \"SERVER \"\"s\"\"\"\n"
      "    OPTIONS (\"User\" 'b', password_required 'true');\n");
}

TEST(ForeignData, ForeignTable) {
  ExpectCanonical(
      "-- FOREIGN TABLE public.far\n"
      "-- needs SERVER \"my server\"\n"
      "CREATE FOREIGN TABLE public.far (\n"
      "    id integer OPTIONS (column_name 'ID \"x\"') NOT NULL,\n"
      "    name text COLLATE \"C\" DEFAULT 'x'::text,\n"
      "    CONSTRAINT positive CHECK ((id > 0))\n"
      ")\n"
      "SERVER \"my server\"\n"
      "OPTIONS (table_name 'near \"table\"');\n"
      "\n"
      "ALTER FOREIGN TABLE ONLY public.far ALTER COLUMN id SET STATISTICS 100;\n"
      "CREATE TRIGGER \"touch it\" BEFORE INSERT ON public.far FOR EACH ROW EXECUTE FUNCTION "
      "public.touch();\n"
      "ALTER FOREIGN TABLE public.far DISABLE TRIGGER \"touch it\";\n"
      "COMMENT ON FOREIGN TABLE public.far IS 'far away';\n"
      "COMMENT ON COLUMN public.far.id IS 'its key';\n"
      "GRANT SELECT ON TABLE public.far TO alice;\n");
}

TEST(ForeignData, RefusesAnotherForm) {
  EXPECT_THROW(ParseDefinition("-- SERVER s\nCREATE SERVER s;\n"), Error);
  EXPECT_THROW(
      ParseDefinition("-- USER MAPPING FOR a SERVER s\nCREATE USER MAPPING FOR b SERVER s;\n"),
      Error);
}

}  // namespace
}  // namespace pggit
