#include <gmock/gmock.h>

#include "core/base/error.h"
#include "core/ddl/testing.h"

namespace pggit {
namespace {

using ::testing::ElementsAre;

TEST(Domain, PlainOne) {
  ExpectCanonical("-- DOMAIN app.d\nCREATE DOMAIN app.d AS integer;\n");
}

TEST(Domain, WithEverything) {
  ExpectCanonical(
      "-- DOMAIN app.\"E, \"\"mail\"\"\"\n"
      "-- constraint \"has @\" needs FUNCTION app.good(text)\n"
      "CREATE DOMAIN app.\"E, \"\"mail\"\"\" AS character varying(20) COLLATE \"C\" "
      "NOT NULL DEFAULT '; CONSTRAINT x'::character varying\n"
      "    CONSTRAINT \"has @\" CHECK (app.good((VALUE)::text))\n"
      "    CONSTRAINT \"not null\" CHECK (((VALUE IS NOT NULL) AND ((VALUE)::text <> ' NOT "
      "VALID'::text)));\n"
      "\n"
      "ALTER DOMAIN app.\"E, \"\"mail\"\"\" ADD CONSTRAINT \"has ;\" CHECK (((VALUE)::text <> "
      "';'::text)) NOT VALID;\n"
      "ALTER DOMAIN app.\"E, \"\"mail\"\"\" OWNER TO alice;\n"
      "COMMENT ON DOMAIN app.\"E, \"\"mail\"\"\" IS 'an address';\n"
      "COMMENT ON CONSTRAINT \"has @\" ON DOMAIN app.\"E, \"\"mail\"\"\" IS 'the least';\n"
      "GRANT USAGE ON TYPE app.\"E, \"\"mail\"\"\" TO bob;\n");
}

TEST(Domain, NotNullCanHaveAName) {
  const std::string text =
      "-- DOMAIN app.d\n"
      "CREATE DOMAIN app.d AS integer DEFAULT 1\n"
      "    CONSTRAINT above CHECK ((VALUE > 0))\n"
      "    CONSTRAINT \"there is one\" NOT NULL;\n";
  ExpectCanonical(text);
  const Object object = ParseDefinition(text);
  const Domain& domain = std::get<Domain>(object.definition);
  EXPECT_FALSE(domain.not_null);
  ASSERT_EQ(domain.constraints.size(), 2u);
  EXPECT_EQ(domain.constraints[1].kind, ConstraintKind::kNotNull);
}

TEST(Domain, ChecksCanWaitForOthers) {
  EXPECT_THAT(SplitStatements("-- DOMAIN app.d\n"
                              "CREATE DOMAIN app.d AS integer NOT NULL\n"
                              "    CONSTRAINT above CHECK (app.good(VALUE));\n"),
              ElementsAre(": CREATE DOMAIN app.d AS integer NOT NULL",
                          "constraint above: ALTER DOMAIN app.d ADD CONSTRAINT above CHECK "
                          "(app.good(VALUE))"));
}

TEST(Domain, RefusesConstraintsOutOfOrder) {
  EXPECT_THROW(ParseDefinition("-- DOMAIN app.d\n"
                               "CREATE DOMAIN app.d AS integer\n"
                               "    CONSTRAINT b CHECK ((VALUE > 0))\n"
                               "    CONSTRAINT a CHECK ((VALUE > 0));\n"),
               Error);
}

}  // namespace
}  // namespace pggit
