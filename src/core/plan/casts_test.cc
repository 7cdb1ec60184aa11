#include "core/plan/casts.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

Fit FitOf(const char* from, const char* to) {
  return RetypeColumn("c", from, to).fit;
}

std::string Conversion(const char* from, const char* to) {
  return RetypeColumn("c", from, to).conversion;
}

TEST(Casts, WhatIsTooLongFailsAndIsNotLost) {
  EXPECT_EQ(FitOf("text", "character varying(10)"), Fit::kFails);
  EXPECT_EQ(FitOf("character varying(20)", "character varying(10)"), Fit::kFails);
  EXPECT_EQ(FitOf("character varying(10)", "character varying(20)"), Fit::kAll);
  EXPECT_EQ(FitOf("character varying(10)", "text"), Fit::kAll);
  EXPECT_EQ(FitOf("bit varying(7)", "bit varying(3)"), Fit::kFails);
  EXPECT_EQ(FitOf("bigint", "integer"), Fit::kFails);
  EXPECT_EQ(FitOf("integer", "character varying(3)"), Fit::kFails);
}

TEST(Casts, WhatIsRoundedOrCutWithoutAWordIsLoss) {
  EXPECT_EQ(FitOf("text", "name"), Fit::kCuts);
  EXPECT_EQ(FitOf("numeric(10,2)", "numeric(10,1)"), Fit::kCuts);
  EXPECT_EQ(FitOf("numeric", "numeric(10,2)"), Fit::kCuts);
  EXPECT_EQ(FitOf("numeric", "integer"), Fit::kCuts);
  EXPECT_EQ(FitOf("double precision", "real"), Fit::kCuts);
  EXPECT_EQ(FitOf("bigint", "double precision"), Fit::kCuts);
  EXPECT_EQ(FitOf("timestamp without time zone", "date"), Fit::kCuts);
  EXPECT_EQ(FitOf("timestamp with time zone", "timestamp(0) with time zone"), Fit::kCuts);
  EXPECT_EQ(FitOf("json", "jsonb"), Fit::kCuts);
  EXPECT_EQ(FitOf("text", "date"), Fit::kCuts);
}

TEST(Casts, TimesWithAndWithoutAZoneAreToldApart) {
  EXPECT_TRUE(RetypeColumn("c", "timestamp without time zone", "timestamp with time zone").by_zone);
  EXPECT_TRUE(RetypeColumn("c", "timestamp with time zone", "date").by_zone);
  EXPECT_FALSE(RetypeColumn("c", "timestamp with time zone", "text").by_zone);
  EXPECT_FALSE(RetypeColumn("c", "date", "timestamp without time zone").by_zone);
}

TEST(Casts, ANumberWithMorePlacesHoldsAllThatOneWithFewerDid) {
  EXPECT_EQ(FitOf("numeric(10,2)", "numeric(12,4)"), Fit::kAll);
  EXPECT_EQ(FitOf("numeric(10,2)", "numeric(10,3)"), Fit::kFails);
  EXPECT_FALSE(RetypeColumn("c", "numeric(10,2)", "numeric(12,2)").rewrite);
  EXPECT_TRUE(RetypeColumn("c", "numeric(10,2)", "numeric(12,4)").rewrite);
}

TEST(Casts, AConversionNeverSaysALengthThatWouldCut) {
  EXPECT_EQ(Conversion("text", "bit(3)"), "c::bit varying");
  EXPECT_EQ(Conversion("text", "bit varying(3)"), "c::bit varying");
  EXPECT_EQ(Conversion("uuid", "bytea"), "c::text::bytea");
  EXPECT_EQ(Conversion("boolean", "integer"), "c::integer");
  EXPECT_EQ(Conversion("boolean", "integer[]"), "c::text::integer[]");
  EXPECT_EQ(Conversion("text", "character varying(3)"), "");
  EXPECT_EQ(Conversion("text[]", "character varying(3)[]"), "");
  EXPECT_EQ(Conversion("public.mood", "character varying(3)"), "c::text");
  EXPECT_EQ(Conversion("text[]", "numeric(4,1)[]"), "c::text::numeric[]");
}

TEST(Casts, NamesThatLookLikeCastsAreNames) {
  EXPECT_EQ(Conversion("text", "\"a::b\".\"c(3)\""), "c::\"a::b\".\"c(3)\"");
}

}  // namespace
}  // namespace pggit
