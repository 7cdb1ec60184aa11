#include "core/catalog/catalog_scan.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

using Is = ScanAtom::Test;

TEST(ScanSql, ReadsWholeCatalogs) {
  EXPECT_EQ(ScanSql({"pg_attrdef", {"oid", "adrelid"}, {}}),
            "SELECT oid, adrelid FROM pg_catalog.pg_attrdef");
}

TEST(ScanSql, JoinsClausesWithAndAndTheirAtomsWithOr) {
  const CatalogScan scan{
      "pg_attribute",
      {"attname"},
      {{{"attnum", Is::kAtLeast, 1, "", {}}},
       {{"attisdropped", Is::kFalse, 0, "", {}}},
       {{"attrelid", Is::kAmong, 0, "SELECT oid FROM pg_class", {}},
        {"attoptions", Is::kNotNull, 0, "", {}}},
       {{"attlen", Is::kNotEqual, -1, "", {}}, {"attlen", Is::kEqual, 4, "", {}}}}};
  EXPECT_EQ(ScanSql(scan),
            "SELECT attname FROM pg_catalog.pg_attribute WHERE (attnum >= 1)"
            " AND (NOT attisdropped)"
            " AND (attrelid IN (SELECT oid FROM pg_class) OR attoptions IS NOT NULL)"
            " AND (attlen <> -1 OR attlen = 4)");
}

}  // namespace
}  // namespace pggit
