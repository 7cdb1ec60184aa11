#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/ddl/definition.h"

namespace pggit {
namespace {

void ExpectCanonical(const std::string& text) {
  EXPECT_EQ(RenderDefinition(ParseDefinition(text)), text);
}

TEST(Extension, SchemaAndComment) {
  ExpectCanonical(
      "-- EXTENSION \"uuid-ossp\"\n"
      "-- needs SCHEMA \"a \"\"b\"\".c\"\n"
      "CREATE EXTENSION \"uuid-ossp\" WITH SCHEMA \"a \"\"b\"\".c\";\n"
      "COMMENT ON EXTENSION \"uuid-ossp\" IS 'it''s unique';\n");
}

TEST(Extension, PrivilegesOnMembersThatTheScriptDidNotGive) {
  const std::string text =
      "-- EXTENSION postgis\n"
      "CREATE EXTENSION postgis WITH SCHEMA public;\n"
      "REVOKE ALL ON FUNCTION public.area(\"x TO y\") FROM PUBLIC;\n"
      "REVOKE ALL ON TABLE public.spatial_ref_sys FROM alice;\n"
      "GRANT SELECT ON TABLE public.spatial_ref_sys TO alice WITH GRANT OPTION;\n"
      "SET SESSION AUTHORIZATION alice;\n"
      "GRANT SELECT ON TABLE public.spatial_ref_sys TO bob;\n"
      "RESET SESSION AUTHORIZATION;\n"
      "REVOKE ALL (srid) ON TABLE public.spatial_ref_sys FROM PUBLIC;\n"
      "GRANT INSERT (srid), SELECT (srid) ON TABLE public.spatial_ref_sys TO bob;\n";
  ExpectCanonical(text);
  const Extension extension = std::get<Extension>(ParseDefinition(text).definition);
  ASSERT_EQ(extension.privileges.size(), 3U);
  EXPECT_EQ(extension.privileges[1].privileges.grants[0].grantable,
            std::vector<std::string>{"SELECT"});
  EXPECT_EQ(extension.privileges[1].privileges.grants[1].grantor, "alice");
  EXPECT_EQ(extension.privileges[2].column, "srid");
}

TEST(Extension, PartsOfOtherObjectsGoWithIt) {
  const std::string text =
      "-- TABLE public.t\n"
      "-- index i needs EXTENSION citext\n"
      "CREATE TABLE public.t (\n"
      "    a integer\n"
      ");\n"
      "\n"
      "CREATE INDEX i ON public.t USING btree (a);\n"
      "CREATE TRIGGER \"t on\" BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION "
      "public.f();\n"
      "ALTER INDEX public.i DEPENDS ON EXTENSION citext;\n"
      "ALTER TRIGGER \"t on\" ON public.t DEPENDS ON EXTENSION \"my ext\";\n";
  ExpectCanonical(text);
  const Attributes attributes = ParseDefinition(text).attributes;
  EXPECT_EQ(attributes.extensions.at({ElementKind::kTrigger, "t on"}),
            std::vector<std::string>{"my ext"});
}

TEST(Extension, RefusesAnotherForm) {
  EXPECT_THROW(ParseDefinition("-- EXTENSION x\nCREATE EXTENSION x;\n"), Error);
  EXPECT_THROW(ParseDefinition("-- EXTENSION x\nCREATE EXTENSION x WITH SCHEMA s VERSION '1.0';\n"),
               Error);
}

}  // namespace
}  // namespace pggit
