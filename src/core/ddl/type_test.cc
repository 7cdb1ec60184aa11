#include <gmock/gmock.h>

#include "core/base/error.h"
#include "core/ddl/testing.h"

namespace pggit {
namespace {

using ::testing::ElementsAre;

constexpr char kBase[] =
    "-- TYPE app.\"Every thing\"\n"
    "-- member definition needs FUNCTION app.\"thing in\"(cstring,oid,integer)\n"
    "CREATE TYPE app.\"Every thing\" (\n"
    "    INPUT = app.\"thing in\",\n"
    "    OUTPUT = app.thing_out,\n"
    "    RECEIVE = app.thing_recv,\n"
    "    SEND = app.thing_send,\n"
    "    TYPMOD_IN = varchartypmodin,\n"
    "    TYPMOD_OUT = varchartypmodout,\n"
    "    ANALYZE = app.thing_analyze,\n"
    "    SUBSCRIPT = raw_array_subscript_handler,\n"
    "    INTERNALLENGTH = -2,\n"
    "    ALIGNMENT = double,\n"
    "    STORAGE = external,\n"
    "    CATEGORY = 'S',\n"
    "    ELEMENT = double precision,\n"
    "    DELIMITER = ';',\n"
    "    PASSEDBYVALUE,\n"
    "    PREFERRED = true,\n"
    "    DEFAULT = E'it''s \\\\ \"x\"',\n"
    "    COLLATABLE = true\n"
    ");\n"
    "\n"
    "ALTER TYPE app.\"Every thing\" OWNER TO alice;\n";

TEST(Type, ShellIsANameAlone) {
  ExpectCanonical("-- TYPE app.shell\nCREATE TYPE app.shell;\n");
}

TEST(Type, CompositeKeepsItsAttributesInOrder) {
  ExpectCanonical(
      "-- TYPE app.address\n"
      "-- column home needs TYPE app.\"a (b), c\"\n"
      "CREATE TYPE app.address AS (\n"
      "    street text,\n"
      "    \"Zip, code\" character varying(10) COLLATE \"C\",\n"
      "    \"collate\" numeric(10,2)[] COLLATE \"a.b\".\"c \"\" d\",\n"
      "    home app.\"a (b), c\"\n"
      ");\n"
      "\n"
      "COMMENT ON TYPE app.address IS 'where';\n"
      "COMMENT ON COLUMN app.address.\"Zip, code\" IS 'it''s it';\n"
      "REVOKE ALL ON TYPE app.address FROM PUBLIC;\n"
      "GRANT USAGE ON TYPE app.address TO alice WITH GRANT OPTION;\n");
  ExpectCanonical("-- TYPE app.nothing\nCREATE TYPE app.nothing AS (\n);\n");
}

TEST(Type, EnumKeepsItsValuesInOrder) {
  ExpectCanonical(
      "-- TYPE app.mood\n"
      "CREATE TYPE app.mood AS ENUM (\n"
      "    'sad',\n"
      "    'it''s; )',\n"
      "    E'back\\\\slash',\n"
      "    '',\n"
      "    'a\n"
      "b'\n"
      ");\n");
  ExpectCanonical("-- TYPE app.empty\nCREATE TYPE app.empty AS ENUM (\n);\n");
}

TEST(Type, RangeWithEverySetting) {
  ExpectCanonical(
      "-- TYPE app.r\n"
      "CREATE TYPE app.r AS RANGE (\n"
      "    SUBTYPE = character varying,\n"
      "    SUBTYPE_OPCLASS = app.\"ops, of\",\n"
      "    COLLATION = pg_catalog.\"C\",\n"
      "    CANONICAL = app.make_canonical,\n"
      "    SUBTYPE_DIFF = app.\"Diff, of\",\n"
      "    MULTIRANGE_TYPE_NAME = \"b.c\".many\n"
      ");\n");
  EXPECT_THAT(SplitStatements("-- TYPE app.r\n"
                              "CREATE TYPE app.r AS RANGE (\n"
                              "    SUBTYPE = date\n"
                              ");\n"),
              ElementsAre(": CREATE TYPE app.r AS RANGE (\n    SUBTYPE = date\n)"));
}

TEST(Type, RangeWithCanonicalFunctionStartsAsAShell) {
  EXPECT_THAT(SplitStatements("-- TYPE app.r\n"
                              "CREATE TYPE app.r AS RANGE (\n"
                              "    SUBTYPE = date,\n"
                              "    CANONICAL = app.f\n"
                              ");\n"),
              ElementsAre(": CREATE TYPE app.r",
                          "member definition: CREATE TYPE app.r AS RANGE (\n"
                          "    SUBTYPE = date,\n"
                          "    CANONICAL = app.f\n"
                          ")"));
}

TEST(Type, BaseWithEverySetting) {
  ExpectCanonical(kBase);
}

TEST(Type, BaseStartsAsAShell) {
  EXPECT_THAT(SplitStatements("-- TYPE app.b\n"
                              "CREATE TYPE app.b (\n"
                              "    INPUT = app.b_in,\n"
                              "    OUTPUT = app.b_out,\n"
                              "    DEFAULT = ''\n"
                              ");\n"),
              ElementsAre(": CREATE TYPE app.b",
                          "member definition: CREATE TYPE app.b (\n"
                          "    INPUT = app.b_in,\n"
                          "    OUTPUT = app.b_out,\n"
                          "    DEFAULT = ''\n"
                          ")"));
}

TEST(Type, RefusesAnUnknownSetting) {
  EXPECT_THROW(ParseDefinition("-- TYPE app.b\nCREATE TYPE app.b (\n    LIKE = bytea\n);\n"),
               Error);
  EXPECT_THROW(ParseDefinition("-- TYPE app.b\nCREATE TYPE app.b (\n    PREFERRED = false\n);\n"),
               Error);
}

}  // namespace
}  // namespace pggit
