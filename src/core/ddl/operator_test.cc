#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/ddl/definition.h"

namespace pggit {
namespace {

Object ExpectCanonical(const std::string& text) {
  Object object = ParseDefinition(text);
  EXPECT_EQ(RenderDefinition(object), text);
  return object;
}

TEST(OperatorDefinition, EveryParameter) {
  const Object object = ExpectCanonical(
      "-- OPERATOR \"my \"\".op\".~|^&`?+*/%! (\"a, b)\",public.using)\n"
      "-- needs FUNCTION public.\"f(x\"(\"a, b)\",public.using)\n"
      "CREATE OPERATOR \"my \"\".op\".~|^&`?+*/%! (\n"
      "    FUNCTION = public.\"f(x\",\n"
      "    LEFTARG = \"a, b)\",\n"
      "    RIGHTARG = public.using,\n"
      "    COMMUTATOR = OPERATOR(\"my \"\".op\".<->),\n"
      "    NEGATOR = OPERATOR(pg_catalog.<>),\n"
      "    RESTRICT = eqsel,\n"
      "    JOIN = public.joins,\n"
      "    HASHES,\n"
      "    MERGES\n"
      ");\n"
      "\n"
      "ALTER OPERATOR \"my \"\".op\".~|^&`?+*/%! (\"a, b)\",public.using) OWNER TO alice;\n"
      "COMMENT ON OPERATOR \"my \"\".op\".~|^&`?+*/%! (\"a, b)\",public.using) IS 'odd';\n");
  EXPECT_EQ(object.id.name, "~|^&`?+*/%!");
  EXPECT_EQ(object.id.signature, "(\"a, b)\",public.using)");
  EXPECT_EQ(std::get<Operator>(object.definition).commutator, "OPERATOR(\"my \"\".op\".<->)");
}

TEST(OperatorDefinition, PrefixOperatorHasNoLeftArgument) {
  const Object object = ExpectCanonical(
      "-- OPERATOR public.- (NONE,public.pair)\n"
      "CREATE OPERATOR public.- (\n"
      "    FUNCTION = public.negated,\n"
      "    RIGHTARG = public.pair\n"
      ");\n"
      "\n"
      "COMMENT ON OPERATOR public.- (NONE,public.pair) IS 'turns it';\n");
  EXPECT_TRUE(std::get<Operator>(object.definition).left_type.empty());
}

TEST(OperatorFamilyDefinition, LooseMembersAreAdded) {
  const Object object = ExpectCanonical(
      "-- OPERATOR FAMILY \"a USING b\".\"using: x\" USING \"My Index\"\n"
      "-- member loose needs OPERATOR public.= (public.pair,integer)\n"
      "CREATE OPERATOR FAMILY \"a USING b\".\"using: x\" USING \"My Index\";\n"
      "\n"
      "ALTER OPERATOR FAMILY \"a USING b\".\"using: x\" USING \"My Index\" ADD\n"
      "    OPERATOR 3 public.=(public.pair,integer),\n"
      "    OPERATOR 15 <->(point,public.for) FOR ORDER BY pg_catalog.float_ops,\n"
      "    FUNCTION 1 (public.pair, \"a, b\") public.cmp(public.pair,\"a, b\");\n"
      "\n"
      "ALTER OPERATOR FAMILY \"a USING b\".\"using: x\" USING \"My Index\" OWNER TO alice;\n");
  const FamilyMembers& loose = std::get<OperatorFamily>(object.definition).loose;
  ASSERT_EQ(loose.operators.size(), 2U);
  EXPECT_EQ(loose.operators[1].name, "<->(point,public.for)");
  EXPECT_EQ(loose.operators[1].sort_family, "pg_catalog.float_ops");
  ASSERT_EQ(loose.functions.size(), 1U);
  EXPECT_EQ(loose.functions[0].right_type, "\"a, b\"");
}

TEST(OperatorFamilyDefinition, EmptyFamily) {
  ExpectCanonical(
      "-- OPERATOR FAMILY public.f USING hash\n"
      "CREATE OPERATOR FAMILY public.f USING hash;\n"
      "ALTER OPERATOR FAMILY public.f USING hash OWNER TO alice;\n"
      "COMMENT ON OPERATOR FAMILY public.f USING hash IS 'empty';\n");
}

TEST(OperatorClassDefinition, EveryAttribute) {
  const Object object = ExpectCanonical(
      "-- OPERATOR CLASS public.\"class; x\" USING gist\n"
      "-- needs OPERATOR FAMILY public.f USING gist\n"
      "CREATE OPERATOR CLASS public.\"class; x\"\n"
      "    DEFAULT FOR TYPE public.using USING gist FAMILY public.f AS\n"
      "    STORAGE double precision[],\n"
      "    OPERATOR 1 public.<(public.using,public.using),\n"
      "    OPERATOR 15 public.<->(public.using,public.using) FOR ORDER BY pg_catalog.float_ops,\n"
      "    FUNCTION 1 (public.using, public.using) public.cmp(public.using,public.using);\n"
      "\n"
      "COMMENT ON OPERATOR CLASS public.\"class; x\" USING gist IS 'odd; class';\n");
  const auto& opclass = std::get<OperatorClass>(object.definition);
  EXPECT_TRUE(opclass.is_default);
  EXPECT_EQ(opclass.type, "public.using");
  EXPECT_EQ(opclass.storage, "double precision[]");
  EXPECT_EQ(opclass.members.operators.size(), 2U);
}

TEST(OperatorClassDefinition, ClassWithoutMembersStoresItsType) {
  const Object object = ExpectCanonical(
      "-- OPERATOR CLASS public.c USING btree\n"
      "CREATE OPERATOR CLASS public.c\n"
      "    FOR TYPE integer USING btree AS\n"
      "    STORAGE integer;\n");
  EXPECT_TRUE(std::get<OperatorClass>(object.definition).storage.empty());
}

TEST(OperatorClassDefinition, RefusesAMemberOfNoKind) {
  EXPECT_THROW(ParseDefinition("-- OPERATOR CLASS public.c USING btree\n"
                               "CREATE OPERATOR CLASS public.c\n"
                               "    FOR TYPE integer USING btree AS\n"
                               "    INDEX 1;\n"),
               Error);
  EXPECT_THROW(ParseDefinition("-- OPERATOR CLASS public.c USING btree\n"
                               "CREATE OPERATOR CLASS public.c\n"
                               "    FOR TYPE integer USING btree AS\n"
                               "    OPERATOR 99999999999 public.<(integer,integer);\n"),
               Error);
}

}  // namespace
}  // namespace pggit
