#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/ddl/definition.h"

namespace pggit {
namespace {

void ExpectCanonical(const std::string& text) {
  EXPECT_EQ(RenderDefinition(ParseDefinition(text)), text);
}

TEST(Publication, EveryClause) {
  ExpectCanonical(
      "-- PUBLICATION \"Some \"\"tables\"\";\"\n"
      "-- member \"\"\"Pub. \"\"\"\"x\"\"\"\"\"\".b\" needs TABLE \"Pub. \"\"x\"\"\".b\n"
      "CREATE PUBLICATION \"Some \"\"tables\"\";\"\n"
      "    FOR TABLE ONLY \"Pub. \"\"x\"\"\".b,\n"
      "        TABLE ONLY public.a (id, \"where\") WHERE (((id > 5) AND (\"where\" <> ') "
      ";'::text))),\n"
      "        TABLES IN SCHEMA \"Pub. \"\"x\"\"\",\n"
      "        TABLES IN SCHEMA public\n"
      "    WITH (publish='insert, update', publish_via_partition_root='true');\n"
      "\n"
      "ALTER PUBLICATION \"Some \"\"tables\"\";\" OWNER TO alice;\n"
      "COMMENT ON PUBLICATION \"Some \"\"tables\"\";\" IS 'p';\n");
  ExpectCanonical(
      "-- PUBLICATION p\n"
      "CREATE PUBLICATION p;\n");
  ExpectCanonical(
      "-- PUBLICATION p\n"
      "CREATE PUBLICATION p\n"
      "    FOR ALL TABLES\n"
      "    WITH (publish_generated_columns='stored');\n");
}

TEST(Publication, MembersAreAddedOneByOne) {
  const Object object = ParseDefinition(
      "-- PUBLICATION p\n"
      "CREATE PUBLICATION p\n"
      "    FOR TABLE ONLY public.a (b) WHERE ((b > 1)),\n"
      "        TABLES IN SCHEMA app\n"
      "    WITH (publish='insert');\n");
  const std::vector<Piece> pieces = Pieces(object, Form::kSplit);
  ASSERT_EQ(pieces.size(), 3U);
  EXPECT_EQ(pieces[0].sql, "CREATE PUBLICATION p\n    WITH (publish='insert')");
  EXPECT_EQ(pieces[1].sql, "ALTER PUBLICATION p ADD TABLE ONLY public.a (b) WHERE ((b > 1))");
  EXPECT_EQ(pieces[1].element, (Element{ElementKind::kMember, "public.a"}));
  EXPECT_EQ(pieces[2].sql, "ALTER PUBLICATION p ADD TABLES IN SCHEMA app");
}

TEST(Publication, Subscription) {
  ExpectCanonical(
      "-- SUBSCRIPTION \"Sub \"\"x\"\"\"\n"
      "CREATE SUBSCRIPTION \"Sub \"\"x\"\"\"\n"
      "    CONNECTION 'user=''a b'' host=localhost'\n"
      "    PUBLICATION \"Q \"\"x\"\"\", p\n"
      "    WITH (connect='false', failover='true', slot_name='none', streaming='parallel');\n"
      "\n"
      "ALTER SUBSCRIPTION \"Sub \"\"x\"\"\" OWNER TO alice;\n"
      "COMMENT ON SUBSCRIPTION \"Sub \"\"x\"\"\" IS 's';\n");
}

TEST(Publication, RefusesAnotherForm) {
  EXPECT_THROW(ParseDefinition("-- PUBLICATION p\nCREATE PUBLICATION p\n    FOR TABLE public.a;\n"),
               Error);
  EXPECT_THROW(ParseDefinition("-- SUBSCRIPTION s\nCREATE SUBSCRIPTION s\n    CONNECTION ''\n    "
                               "PUBLICATION p\n    WITH (connect='true', streaming='off');\n"),
               Error);
}

}  // namespace
}  // namespace pggit
