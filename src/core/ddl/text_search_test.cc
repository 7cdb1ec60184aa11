#include "core/base/error.h"
#include "core/ddl/testing.h"

namespace pggit {
namespace {

TEST(TextSearch, Parser) {
  ExpectCanonical(
      "-- TEXT SEARCH PARSER app.\"Parser, x\"\n"
      "CREATE TEXT SEARCH PARSER app.\"Parser, x\" (\n"
      "    START = prsd_start,\n"
      "    GETTOKEN = app.\"next, one\",\n"
      "    END = prsd_end,\n"
      "    HEADLINE = prsd_headline,\n"
      "    LEXTYPES = prsd_lextype\n"
      ");\n"
      "\n"
      "COMMENT ON TEXT SEARCH PARSER app.\"Parser, x\" IS 'words';\n");
}

TEST(TextSearch, Template) {
  ExpectCanonical(
      "-- TEXT SEARCH TEMPLATE app.t\n"
      "CREATE TEXT SEARCH TEMPLATE app.t (\n"
      "    INIT = app.\"Init, it\",\n"
      "    LEXIZE = dsimple_lexize\n"
      ");\n");
}

TEST(TextSearch, DictionaryKeepsItsSettingsAsTheyAreWritten) {
  ExpectCanonical(
      "-- TEXT SEARCH DICTIONARY app.d\n"
      "CREATE TEXT SEARCH DICTIONARY app.d (\n"
      "    TEMPLATE = pg_catalog.simple,\n"
      "    \"Some, \"\"name\" = E'it''s \\\\ a, b = c',\n"
      "    accept = false,\n"
      "    big = -1.5,\n"
      "    \"select\" = 'x'\n"
      ");\n"
      "\n"
      "ALTER TEXT SEARCH DICTIONARY app.d OWNER TO alice;\n");
}

TEST(TextSearch, ConfigurationMapsTokenTypes) {
  const std::string text =
      "-- TEXT SEARCH CONFIGURATION app.c\n"
      "-- needs TEXT SEARCH DICTIONARY app.\"Its, own\"\n"
      "CREATE TEXT SEARCH CONFIGURATION app.c (PARSER = pg_catalog.\"default\");\n"
      "ALTER TEXT SEARCH CONFIGURATION app.c ADD MAPPING FOR asciiword WITH app.\"Its, own\", "
      "pg_catalog.simple;\n"
      "ALTER TEXT SEARCH CONFIGURATION app.c ADD MAPPING FOR \"int\" WITH pg_catalog.simple;\n"
      "ALTER TEXT SEARCH CONFIGURATION app.c OWNER TO alice;\n"
      "COMMENT ON TEXT SEARCH CONFIGURATION app.c IS 'mine';\n";
  ExpectCanonical(text);
  const Object object = ParseDefinition(text);
  const auto& mappings = std::get<TextSearchConfiguration>(object.definition).mappings;
  ASSERT_EQ(mappings.size(), 2u);
  EXPECT_EQ(mappings[0].dictionaries.size(), 2u);
  EXPECT_EQ(mappings[1].token_type, "int");
}

TEST(TextSearch, RefusesAnUnknownSetting) {
  EXPECT_THROW(ParseDefinition("-- TEXT SEARCH TEMPLATE app.t\n"
                               "CREATE TEXT SEARCH TEMPLATE app.t (\n"
                               "    LEXIZER = f\n"
                               ");\n"),
               Error);
}

}  // namespace
}  // namespace pggit
