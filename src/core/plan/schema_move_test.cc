#include "core/plan/schema_move.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

const SchemaMove kMove{{{"public", "pggit_branch_b"}, {"Odd \"s", "pggit_branch_b_odd"}},
                       {{"public", "citext"}, {"public", "%"}},
                       {{"public", "="}}};

TEST(SchemaMove, MovesQualifiedNames) {
  EXPECT_EQ(MoveSchemas("SELECT public.t.a FROM public.t, \"Odd \"\"s\".u", kMove),
            "SELECT pggit_branch_b.t.a FROM pggit_branch_b.t, pggit_branch_b_odd.u");
}

TEST(SchemaMove, LeavesMembersOfExtensions) {
  EXPECT_EQ(MoveSchemas("a public.citext CHECK (a OPERATOR(public.=) b AND public.f(a))", kMove),
            "a public.citext CHECK (a OPERATOR(public.=) b AND pggit_branch_b.f(a))");
}

TEST(SchemaMove, TellsOperatorsFromWhatIsCalledLikeThem) {
  EXPECT_EQ(MoveSchemas("a OPERATOR(public.%) public.\"=\"", kMove),
            "a OPERATOR(pggit_branch_b.%) pggit_branch_b.\"=\"");
}

TEST(SchemaMove, MovesWhatIsCalledLikeAMember) {
  Schema schema;
  const ObjectId table{Kind::kTable, "public", "citext", ""};
  Table definition;
  definition.indexes.emplace_back().name = "%";
  schema.objects[table] = {table, {}, definition};
  const ObjectId equals{Kind::kOperator, "public", "=", "(public.t,public.t)"};
  schema.objects[equals] = {equals, {}, Operator{}};
  SchemaMove move = kMove;
  MoveAllOf(schema, move);
  EXPECT_EQ(MoveSchemas("public.citext public.\"%\" OPERATOR(public.=)", move),
            "pggit_branch_b.citext pggit_branch_b.\"%\" OPERATOR(pggit_branch_b.=)");
}

TEST(SchemaMove, LeavesWhatIsCalledLikeASchema) {
  EXPECT_EQ(MoveSchemas("SELECT t.public, public FROM x.public", kMove),
            "SELECT t.public, public FROM x.public");
}

TEST(SchemaMove, MovesSchemasThemselves) {
  EXPECT_EQ(MoveSchemas("COMMENT ON SCHEMA \"Odd \"\"s\" IS 'public.t'", kMove),
            "COMMENT ON SCHEMA pggit_branch_b_odd IS 'public.t'");
}

TEST(SchemaMove, MovesLiteralsThatTheServerReads) {
  EXPECT_EQ(
      MoveSchemas("nextval('public.s'::regclass) || 'public.s' || 'public'::regnamespace", kMove),
      "nextval('pggit_branch_b.s'::regclass) || 'public.s' || 'pggit_branch_b'::regnamespace");
}

TEST(SchemaMove, PutsTheSchemaInFrontInASearchPath) {
  EXPECT_EQ(
      MoveSchemas("SET search_path TO 'pg_catalog', 'public'\n AS $$SELECT public.f()$$", kMove),
      "SET search_path TO 'pg_catalog', 'pggit_branch_b', 'public'\n AS $$SELECT public.f()$$");
}

TEST(SchemaMove, KnowsWhatIsOfASchema) {
  EXPECT_TRUE(IsOfSchema({Kind::kTable, "public", "t", ""}));
  EXPECT_TRUE(IsOfSchema({Kind::kSchema, "", "public", ""}));
  EXPECT_TRUE(IsOfSchema({Kind::kDefaultPrivileges, "", "", "FOR ROLE a IN SCHEMA b ON TABLES"}));
  EXPECT_FALSE(
      IsOfSchema({Kind::kDefaultPrivileges, "", "", "FOR ROLE \"a IN SCHEMA b\" ON TABLES"}));
  EXPECT_FALSE(IsOfSchema({Kind::kExtension, "", "citext", ""}));
}

TEST(SchemaMove, MovesBack) {
  Schema schema;
  const ObjectId space{Kind::kSchema, "", "pggit_branch_b", ""};
  schema.objects[space] = {space, {}, Namespace{}};
  const ObjectId id{Kind::kFunction, "pggit_branch_b", "f", "(pggit_branch_b.t)"};
  Function function;
  function.settings = {{"search_path", {"pggit_branch_b", "public", "x"}}};
  function.result = "pggit_branch_b.t";
  schema.objects[id] = {id, {}, function};
  MoveBack(schema, kMove.names, 15);
  const ObjectId back{Kind::kFunction, "public", "f", "(public.t)"};
  ASSERT_TRUE(schema.objects.contains(back));
  const auto& moved = std::get<Function>(schema.objects.at(back).definition);
  EXPECT_EQ(moved.settings.at(0).values, (std::vector<std::string>{"public", "x"}));
  EXPECT_EQ(moved.result, "public.t");
  EXPECT_TRUE(schema.objects.contains({Kind::kSchema, "", "public", ""}));
  EXPECT_EQ(MoveSchemas(back, kMove), id);
}

}  // namespace
}  // namespace pggit
