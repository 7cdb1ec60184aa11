#include "core/ddl/head.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace pggit {
namespace {

Head Taken(std::string_view text) {
  return TakeHead(text);
}

TEST(Head, IsReadBack) {
  const std::string text =
      "-- TABLE public.orders\n"
      "-- needs TYPE \"a.b\".\"c: d\"\n"
      "-- constraint \"x needs\" needs TABLE public.customers: column id, constraint \"p, q\"\n"
      "-- returns id integer\n";
  const Head head = Taken(text);
  EXPECT_EQ(RenderHead(head), text);
  EXPECT_EQ(Taken(RenderHead(head)), head);
  EXPECT_EQ(head.needs.size(), 2U);
  EXPECT_EQ(head.facts.size(), 1U);
}

TEST(Head, LeavesTheStatements) {
  std::string_view text = "-- SCHEMA app\nCREATE SCHEMA app;\n";
  TakeHead(text);
  EXPECT_EQ(text, "CREATE SCHEMA app;\n");
}

TEST(Head, TakesNamesInTheirOneSpelling) {
  for (const char* name :
       {"public.Users", "public.\"users\"", "public.select", "public.a\tb", "public.",
        "public.users()", "public.\"\"", "public.\"open", "\"public\".users"}) {
    EXPECT_THROW(Taken("-- TABLE " + std::string(name) + '\n'), Error) << name;
  }
}

TEST(Head, TakesOperatorsWithNameAndSignature) {
  EXPECT_EQ(Taken("-- OPERATOR public.<< (integer,integer)\n").id,
            (ObjectId{Kind::kOperator, "public", "<<", "(integer,integer)"}));
  EXPECT_THROW(Taken("-- OPERATOR public. (integer,integer)\n"), Error);
  EXPECT_THROW(Taken("-- OPERATOR public.<<\n"), Error);
}

TEST(Head, TakesTheSignatureThatTheKindHas) {
  EXPECT_EQ(Taken("-- FUNCTION public.\"f(\"(public.\"a)(b\")\n").id,
            (ObjectId{Kind::kFunction, "public", "f(", "(public.\"a)(b\")"}));
  for (const char* text : {"FUNCTION public.f", "FUNCTION public.f(integer) x", "CAST ",
                           "OPERATOR CLASS public.c", "OPERATOR CLASS public.c USING "}) {
    EXPECT_THROW(Taken("-- " + std::string(text) + '\n'), Error) << text;
  }
}

}  // namespace
}  // namespace pggit
