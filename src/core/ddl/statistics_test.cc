#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/ddl/definition.h"

namespace pggit {
namespace {

void ExpectCanonical(const std::string& text) {
  EXPECT_EQ(RenderDefinition(ParseDefinition(text)), text);
}

TEST(Statistics, EveryClause) {
  ExpectCanonical(
      "-- STATISTICS public.\"FROM (a)\"\n"
      "-- needs TABLE public.t: column a, column \"from\"\n"
      "CREATE STATISTICS public.\"FROM (a)\" (ndistinct, mcv)\n"
      "    ON a, \"from\", lower(c), EXTRACT(year FROM d)\n"
      "    FROM public.t;\n"
      "\n"
      "ALTER STATISTICS public.\"FROM (a)\" SET STATISTICS 0;\n"
      "ALTER STATISTICS public.\"FROM (a)\" OWNER TO alice;\n"
      "COMMENT ON STATISTICS public.\"FROM (a)\" IS 's';\n");
  ExpectCanonical(
      "-- STATISTICS public.s\n"
      "CREATE STATISTICS public.s\n"
      "    ON a, b\n"
      "    FROM public.t;\n"
      "\n"
      "ALTER STATISTICS public.s OWNER TO alice;\n");
}

TEST(Statistics, RefusesAnotherForm) {
  EXPECT_THROW(ParseDefinition(
                   "-- STATISTICS public.s\nCREATE STATISTICS public.s ON a, b FROM public.t;\n"),
               Error);
}

}  // namespace
}  // namespace pggit
