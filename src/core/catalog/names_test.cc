#include "core/catalog/names.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

TEST(FunctionName, LosesTheArguments) {
  EXPECT_EQ(FunctionName("int4eq(integer,integer)"), "int4eq");
  EXPECT_EQ(FunctionName("\"a (\"\"b\".\"f(x\"(\"my(type)\",text)"), "\"a (\"\"b\".\"f(x\"");
  EXPECT_EQ(FunctionName("-"), "");
  EXPECT_EQ(FunctionWithTypes("f(internal)"), "f(internal)");
  EXPECT_EQ(FunctionWithTypes("-"), "");
}

TEST(OperatorReference, IsAlwaysQualified) {
  EXPECT_EQ(OperatorReference("<(integer,integer)"), "OPERATOR(pg_catalog.<)");
  EXPECT_EQ(OperatorReference("public.<->(\"a.b\",integer)"), "OPERATOR(public.<->)");
  EXPECT_EQ(OperatorReference("\"a.(b\".-(NONE,integer)"), "OPERATOR(\"a.(b\".-)");
  EXPECT_EQ(OperatorReference("-(NONE,\"a.b\")"), "OPERATOR(pg_catalog.-)");
  EXPECT_EQ(OperatorReference("0"), "");
}

TEST(TypeList, HasOnlyCommasBetween) {
  EXPECT_EQ(TypeList({}), "");
  EXPECT_EQ(TypeList({"integer", "double precision[]"}), "integer,double precision[]");
}

}  // namespace
}  // namespace pggit
