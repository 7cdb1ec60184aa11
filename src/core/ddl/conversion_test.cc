#include "core/ddl/testing.h"

namespace pggit {
namespace {

TEST(Conversion, FromOneEncodingToAnother) {
  ExpectCanonical(
      "-- CONVERSION app.mine\n"
      "CREATE CONVERSION app.mine FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;\n");
}

TEST(Conversion, CanBeTheDefault) {
  ExpectCanonical(
      "-- CONVERSION app.\"DEFAULT, \"\"x\"\"\"\n"
      "-- needs FUNCTION app.\"Convert, it\"(integer,integer,cstring,internal,integer,boolean)\n"
      "CREATE DEFAULT CONVERSION app.\"DEFAULT, \"\"x\"\"\" FOR 'UTF8' TO 'LATIN1' FROM "
      "app.\"Convert, it\";\n"
      "ALTER CONVERSION app.\"DEFAULT, \"\"x\"\"\" OWNER TO alice;\n"
      "COMMENT ON CONVERSION app.\"DEFAULT, \"\"x\"\"\" IS 'one way';\n");
}

}  // namespace
}  // namespace pggit
