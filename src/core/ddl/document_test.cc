#include "core/ddl/document.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace pggit {
namespace {

constexpr char kTwoSchemas[] =
    "-- SCHEMA app\n"
    "CREATE SCHEMA app;\n"
    "\n"
    "COMMENT ON SCHEMA app IS 'a;\n"
    "\n"
    "-- SCHEMA fake\n"
    "';\n"
    "\n"
    "-- SCHEMA web\n"
    "CREATE SCHEMA web;\n";

TEST(Document, HoldsDefinitionsOneAfterTheOther) {
  const Schema schema = ParseDocument(kTwoSchemas);
  ASSERT_EQ(schema.objects.size(), 2u);
  EXPECT_EQ(RenderDocument(schema), kTwoSchemas);
  EXPECT_EQ(schema.objects.begin()->second.attributes.comments.begin()->second,
            "a;\n\n-- SCHEMA fake\n");
}

TEST(Document, OfNothingIsEmpty) {
  EXPECT_EQ(RenderDocument({}), "");
  EXPECT_TRUE(ParseDocument("").objects.empty());
}

TEST(Document, RefusesTwoDefinitionsOfOneObject) {
  EXPECT_THROW(ParseDocument("-- SCHEMA app\nCREATE SCHEMA app;\n\n"
                             "-- SCHEMA app\nCREATE SCHEMA app;\n"),
               Error);
}

TEST(Document, RefusesWhatIsNoDefinition) {
  EXPECT_THROW(ParseDocument("SELECT 1;\n"), Error);
  EXPECT_THROW(ParseDocument("-- SCHEMA app\nCREATE SCHEMA app;\nSELECT 1;\n"), Error);
}

}  // namespace
}  // namespace pggit
