#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/catalogs.h"

namespace pggit {

/// A condition on one column of a row.
struct ScanAtom {
  enum class Test { kEqual, kNotEqual, kAtLeast, kFalse, kNotNull, kAmong };

  std::string_view column;  ///< Never null, of a fixed width, but for kNotNull.
  Test test;
  std::int64_t value = 0;
  /// Of kAmong: SQL for a set of OIDs, or for more than that ...
  std::string_view among;
  /// ... and whether an OID is one of those that matter. Must not throw.
  std::function<bool(Oid32)> contains;
};

/// All rows of one catalog that pass: what a row source can read without the server's planner and
/// executor, if it has a way.
struct CatalogScan {
  std::string_view catalog;
  std::vector<std::string_view> columns;
  /// Of each clause at least one condition has to hold.
  std::vector<std::vector<ScanAtom>> where;
};

/// The same as a query. It may give more rows than asked for, see ScanAtom::among.
std::string ScanSql(const CatalogScan& scan);

}  // namespace pggit
