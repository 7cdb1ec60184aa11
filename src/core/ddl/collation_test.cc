#include "core/base/error.h"
#include "core/ddl/testing.h"

namespace pggit {
namespace {

TEST(Collation, OfLibc) {
  ExpectCanonical("-- COLLATION app.c\nCREATE COLLATION app.c (\n    LOCALE = 'C'\n);\n");
  ExpectCanonical(
      "-- COLLATION app.c\n"
      "CREATE COLLATION app.c (\n"
      "    LC_COLLATE = 'C',\n"
      "    LC_CTYPE = 'de_DE.utf8'\n"
      ");\n");
}

TEST(Collation, OfIcuWithEverySetting) {
  ExpectCanonical(
      "-- COLLATION app.\"Any, case\"\n"
      "CREATE COLLATION app.\"Any, case\" (\n"
      "    PROVIDER = icu,\n"
      "    LOCALE = 'und-u-ks-level2',\n"
      "    RULES = E'&V << w <<< W, '' \\\\',\n"
      "    DETERMINISTIC = false\n"
      ");\n"
      "\n"
      "ALTER COLLATION app.\"Any, case\" OWNER TO alice;\n"
      "COMMENT ON COLLATION app.\"Any, case\" IS 'it''s loose';\n");
}

TEST(Collation, EmptyLocaleIsALocale) {
  ExpectCanonical(
      "-- COLLATION app.root\n"
      "CREATE COLLATION app.root (\n"
      "    PROVIDER = icu,\n"
      "    LOCALE = ''\n"
      ");\n");
}

TEST(Collation, RefusesWhatIsTheDefault) {
  EXPECT_THROW(ParseDefinition("-- COLLATION app.c\n"
                               "CREATE COLLATION app.c (\n"
                               "    PROVIDER = libc,\n"
                               "    LOCALE = 'C',\n"
                               "    DETERMINISTIC = true\n"
                               ");\n"),
               Error);
}

}  // namespace
}  // namespace pggit
