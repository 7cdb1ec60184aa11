#include "core/plan/row_by_row.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

Object MakeFunction(const std::string& name, const std::string& volatility) {
  Function function;
  function.volatility = volatility;
  return {{Kind::kFunction, "public", name, "()"}, {}, std::move(function)};
}

TEST(RowByRow, KnowsTheServersFunctions) {
  const Schema schema;
  EXPECT_EQ(WorkedOutRowByRow(schema, "'x'::text"), RowByRow::kNo);
  EXPECT_EQ(WorkedOutRowByRow(schema, "now()"), RowByRow::kNo);
  EXPECT_EQ(WorkedOutRowByRow(schema, "(0)::numeric(10,2)"), RowByRow::kNo);
  EXPECT_EQ(WorkedOutRowByRow(schema, "lower('random()'::text)"), RowByRow::kNo);
  EXPECT_EQ(WorkedOutRowByRow(schema, "timezone('utc'::text, now())"), RowByRow::kNo);
  EXPECT_EQ(WorkedOutRowByRow(schema, "gen_random_uuid()"), RowByRow::kYes);
  EXPECT_EQ(WorkedOutRowByRow(schema, "(now() + random() * '1 day'::interval)"), RowByRow::kYes);
  EXPECT_EQ(WorkedOutRowByRow(schema, "pg_current_wal_lsn()"), RowByRow::kMaybe);
}

TEST(RowByRow, AsksTheSchemaOfItsFunctions) {
  Schema schema;
  for (const auto& [name, volatility] :
       {std::pair{"still", "IMMUTABLE"}, {"wild", ""}, {"slow", "STABLE"}}) {
    Object function = MakeFunction(name, volatility);
    schema.objects.emplace(function.id, std::move(function));
  }
  EXPECT_EQ(WorkedOutRowByRow(schema, "public.still()"), RowByRow::kNo);
  EXPECT_EQ(WorkedOutRowByRow(schema, "public.slow()"), RowByRow::kNo);
  EXPECT_EQ(WorkedOutRowByRow(schema, "(public.still() + public.wild())"), RowByRow::kYes);
  EXPECT_EQ(WorkedOutRowByRow(schema, "public.unknown()"), RowByRow::kMaybe);
  EXPECT_EQ(WorkedOutRowByRow(schema, "public.uuid_generate_v4()"), RowByRow::kYes);
}

}  // namespace
}  // namespace pggit
