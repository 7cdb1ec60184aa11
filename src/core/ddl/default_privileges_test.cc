#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/ddl/definition.h"

namespace pggit {
namespace {

void ExpectCanonical(const std::string& text) {
  EXPECT_EQ(RenderDefinition(ParseDefinition(text)), text);
}

TEST(DefaultPrivileges, GivenAndTaken) {
  ExpectCanonical(
      "-- DEFAULT PRIVILEGES FOR ROLE \"Bob \"\"x\"\"\" IN SCHEMA \"On: \"\"tables\"\"\" ON "
      "TABLES\n"
      "-- needs SCHEMA \"On: \"\"tables\"\"\"\n"
      "ALTER DEFAULT PRIVILEGES FOR ROLE \"Bob \"\"x\"\"\" IN SCHEMA \"On: \"\"tables\"\"\" GRANT "
      "SELECT ON TABLES TO PUBLIC;\n"
      "ALTER DEFAULT PRIVILEGES FOR ROLE \"Bob \"\"x\"\"\" IN SCHEMA \"On: \"\"tables\"\"\" GRANT "
      "INSERT ON TABLES TO \"Bob \"\"x\"\"\";\n"
      "ALTER DEFAULT PRIVILEGES FOR ROLE \"Bob \"\"x\"\"\" IN SCHEMA \"On: \"\"tables\"\"\" GRANT "
      "DELETE, UPDATE ON TABLES TO alice WITH GRANT OPTION;\n");
  ExpectCanonical(
      "-- DEFAULT PRIVILEGES FOR ROLE alice ON FUNCTIONS\n"
      "ALTER DEFAULT PRIVILEGES FOR ROLE alice REVOKE ALL ON FUNCTIONS FROM PUBLIC;\n");
}

TEST(DefaultPrivileges, RefusesAnotherRole) {
  EXPECT_THROW(ParseDefinition("-- DEFAULT PRIVILEGES FOR ROLE alice ON FUNCTIONS\nALTER DEFAULT "
                               "PRIVILEGES FOR ROLE bob REVOKE ALL ON FUNCTIONS FROM PUBLIC;\n"),
               Error);
}

}  // namespace
}  // namespace pggit
