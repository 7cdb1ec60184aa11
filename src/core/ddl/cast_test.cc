#include "core/ddl/testing.h"

namespace pggit {
namespace {

TEST(Cast, ThroughAFunction) {
  ExpectCanonical(
      "-- CAST (integer AS app.mood)\n"
      "-- needs FUNCTION app.to_mood(integer)\n"
      "CREATE CAST (integer AS app.mood) WITH FUNCTION app.to_mood(integer) AS ASSIGNMENT;\n"
      "COMMENT ON CAST (integer AS app.mood) IS 'it''s a mood';\n");
}

TEST(Cast, WithHostileNames) {
  ExpectCanonical(
      "-- CAST (app.\"A, \"\"b\"\" AS (c)\" AS timestamp with time zone)\n"
      "-- needs TYPE app.\"A, \"\"b\"\" AS (c)\"\n"
      "CREATE CAST (app.\"A, \"\"b\"\" AS (c)\" AS timestamp with time zone) WITH FUNCTION "
      "app.\"To, as\"(app.\"A, \"\"b\"\" AS (c)\",integer) AS IMPLICIT;\n");
}

TEST(Cast, WithoutAFunction) {
  ExpectCanonical("-- CAST (a.b AS text)\nCREATE CAST (a.b AS text) WITH INOUT;\n");
  ExpectCanonical(
      "-- CAST (a.b AS text)\n"
      "CREATE CAST (a.b AS text) WITHOUT FUNCTION AS ASSIGNMENT;\n");
}

}  // namespace
}  // namespace pggit
