#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/ddl/definition.h"

namespace pggit {
namespace {

void ExpectCanonical(const std::string& text) {
  EXPECT_EQ(RenderDefinition(ParseDefinition(text)), text);
}

TEST(EventTrigger, EveryClause) {
  ExpectCanonical(
      "-- EVENT TRIGGER \"When \"\"dropped\"\"; x\"\n"
      "-- needs FUNCTION event.\"on\"()\n"
      "CREATE EVENT TRIGGER \"When \"\"dropped\"\"; x\" ON ddl_command_end\n"
      "    WHEN TAG IN ('DROP TABLE', 'CREATE TABLE')\n"
      "    EXECUTE FUNCTION event.\"on\"();\n"
      "\n"
      "ALTER EVENT TRIGGER \"When \"\"dropped\"\"; x\" ENABLE REPLICA;\n"
      "ALTER EVENT TRIGGER \"When \"\"dropped\"\"; x\" OWNER TO alice;\n"
      "COMMENT ON EVENT TRIGGER \"When \"\"dropped\"\"; x\" IS 't';\n");
  ExpectCanonical(
      "-- EVENT TRIGGER t\n"
      "CREATE EVENT TRIGGER t ON sql_drop\n"
      "    EXECUTE FUNCTION public.f();\n"
      "\n"
      "ALTER EVENT TRIGGER t OWNER TO alice;\n");
}

TEST(EventTrigger, RefusesAnotherForm) {
  EXPECT_THROW(
      ParseDefinition(
          "-- EVENT TRIGGER t\nCREATE EVENT TRIGGER t ON sql_drop EXECUTE PROCEDURE public.f();\n"),
      Error);
}

}  // namespace
}  // namespace pggit
