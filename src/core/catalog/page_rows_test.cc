#include "core/catalog/page_rows.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace pggit {
namespace {

using Rows = std::vector<PageRow>;

PageRow Of(std::uint16_t place, std::uint32_t writer, Oid32 oid) {
  return {place, writer, {Catalog::kClass, oid}};
}

TEST(PageRows, AreReadBackAsTheyWere) {
  const Rows rows = {Of(1, 700, 16384),
                     Of(2, 4294967295U, 4294967295U),
                     Of(291, 3, 1),
                     {292, 3, {Catalog::kDefaultAcl, 0}}};
  EXPECT_EQ(DecodePageRows(EncodePageRows(rows)), rows);
  EXPECT_TRUE(DecodePageRows("").empty());
}

TEST(PageRows, TakeFourBytesWhereTheyAreLikeTheirNeighbours) {
  EXPECT_EQ(EncodePageRows({Of(1, 1, 1), Of(2, 1, 2), Of(3, 1, 2)}).substr(5),
            std::string("\2\0\0\2\2\0\0\0", 8));
}

TEST(PageRows, AreWrittenAsDocumented) {
  EXPECT_EQ(EncodePageRows({Of(1, 700, 16384), Of(2, 700, 16384)}),
            std::string("\x02\xF8\x0A\xD6\x13\x80\x80\x02\x02\0\0\0", 12));
}

TEST(PageRows, CutOffAreRefused) {
  const std::string bytes = EncodePageRows({Of(1, 700, 16384)});
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    EXPECT_THROW(DecodePageRows(bytes.substr(0, size)), Error);
  }
  EXPECT_THROW(DecodePageRows(std::string(20, '\xFF')), Error);
}

std::set<CatalogAddress> Touched(const Rows& before, const Rows& after) {
  std::set<CatalogAddress> touched;
  AddTouched(before, after, touched);
  return touched;
}

TEST(PageRows, TouchNothingWhereTheyAreTheSame) {
  EXPECT_TRUE(Touched({Of(1, 7, 10), Of(2, 7, 11)}, {Of(1, 7, 10), Of(2, 7, 11)}).empty());
}

TEST(PageRows, TouchWhatRowsTellOfThatCameOrWentOrWereWrittenAnew) {
  const auto touched = Touched({Of(1, 7, 10), Of(2, 7, 11), Of(3, 7, 12)},
                               {Of(1, 7, 10), Of(2, 8, 13), Of(4, 8, 12)});
  EXPECT_EQ(touched, (std::set<CatalogAddress>{
                         {Catalog::kClass, 11}, {Catalog::kClass, 12}, {Catalog::kClass, 13}}));
}

}  // namespace
}  // namespace pggit
