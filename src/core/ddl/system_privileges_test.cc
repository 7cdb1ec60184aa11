#include "core/base/error.h"
#include "core/ddl/testing.h"

namespace pggit {
namespace {

TEST(SystemPrivileges, AreToldAgainstWhatTheServerBrings) {
  ExpectCanonical(
      "-- ACL ON FUNCTION pg_catalog.pg_sleep(double precision)\n"
      "REVOKE ALL ON FUNCTION pg_catalog.pg_sleep(double precision) FROM PUBLIC;\n"
      "GRANT EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) TO alice;\n");
  ExpectCanonical(
      "-- ACL ON TABLE pg_catalog.pg_authid\n"
      "GRANT SELECT ON TABLE pg_catalog.pg_authid TO alice WITH GRANT OPTION;\n"
      "SET SESSION AUTHORIZATION alice;\n"
      "GRANT SELECT ON TABLE pg_catalog.pg_authid TO bob;\n"
      "RESET SESSION AUTHORIZATION;\n"
      "GRANT SELECT (rolname), UPDATE (rolname) ON TABLE pg_catalog.pg_authid TO PUBLIC;\n");
}

TEST(SystemPrivileges, AreNothingElse) {
  EXPECT_THROW(ParseDefinition("-- ACL ON LANGUAGE sql\nCOMMENT ON LANGUAGE sql IS 'x';\n"), Error);
  EXPECT_THROW(ParseDefinition("-- ACL ON LANGUAGE sql\n"), Error);
  EXPECT_THROW(ParseDefinition("-- ACL LANGUAGE sql\nGRANT USAGE ON LANGUAGE sql TO alice;\n"),
               Error);
}

}  // namespace
}  // namespace pggit
