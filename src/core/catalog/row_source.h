#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/catalog/catalog_scan.h"

namespace pggit {

/// One row: a cell is the value's text output, or nothing for null. Valid during the callback only.
using Row = std::span<const std::optional<std::string_view>>;

/// Where catalog rows come from: SPI in the server, libpq in the command, literals in a test.
class RowSource {
 public:
  virtual ~RowSource() = default;

  /// The server's version as PG_VERSION_NUM writes it: 150004.
  virtual int server_version() const = 0;

  /// The number that the next transaction to write will get, as it is now and not as the snapshot
  /// has it, but for its high half; of the numbers before it those of the session's own transaction
  /// are taken for free. Only within WithSnapshot, and once in each.
  virtual std::uint32_t NextTransaction() = 0;

  /// See Reader::ExpressionSql().
  virtual std::string ExpressionSql(std::string_view tree, std::string_view relation) const = 0;

  /// Runs `read`, whose queries all see one snapshot of the catalogs, taken anew by each call,
  /// under the settings of kReaderSettings. What `read` throws leaves the source as it was and goes
  /// on; a server error that a change of the catalog behind `read` would explain as CatalogMoved.
  virtual void WithSnapshot(const std::function<void()>& read) = 0;

  /// Runs `query` and calls `row` for each row, in the order the server gives them. Only within
  /// WithSnapshot.
  virtual void ForEachRow(std::string_view query, const std::function<void(Row)>& row) = 0;

  /// The same with `$1`, `$2` ... in `query` standing for these lists. For queries that are asked
  /// again and again about a few things each: a source may keep their plans.
  virtual void ForEachRowWith(std::string_view query, const std::vector<std::vector<Oid32>>& lists,
                              const std::function<void(Row)>& row);

  /// The same for the rows that `scan` asks for; a few that it does not ask for may come along.
  virtual void ForEachRowOf(const CatalogScan& scan, const std::function<void(Row)>& row) {
    ForEachRow(ScanSql(scan), row);
  }
};

/// Thrown through RowSource::WithSnapshot when the server could not print an object that a query
/// had listed: somebody may have dropped it in between. `cause()` is to be thrown when nobody did.
class CatalogMoved : public std::exception {
 public:
  // NOLINTNEXTLINE(bugprone-throw-keyword-missing): makes a member, and throws nothing.
  explicit CatalogMoved(std::exception_ptr cause) : cause_(std::move(cause)) {}
  const std::exception_ptr& cause() const { return cause_; }
  const char* what() const noexcept override { return "the catalog changed while it was read"; }

 private:
  std::exception_ptr cause_;
};

/// Whether a server error of this SQLSTATE may come of another session's change: an internal error
/// (a cache lookup that failed), a name that is undefined, or a deadlock over the locks that
/// printing an object takes.
inline bool MayComeOfChange(std::string_view sqlstate) {
  return sqlstate.starts_with("XX") || sqlstate.starts_with("42") || sqlstate.starts_with("3F") ||
         sqlstate == "40P01";
}

/// A setting that changes how the server prints a catalog, and the value the reader needs.
struct ReaderSetting {
  std::string_view name;
  std::string_view value;
};

inline constexpr ReaderSetting kReaderSettings[] = {
    {"search_path", ""},
    {"DateStyle", "ISO, YMD"},
    {"IntervalStyle", "postgres"},
    {"TimeZone", "UTC"},
    {"bytea_output", "hex"},
    {"xmlbinary", "base64"},
    {"xmloption", "content"},
    {"extra_float_digits", "3"},
    {"lc_monetary", "C"},
    {"lc_numeric", "C"},
    {"lc_time", "C"},
    {"quote_all_identifiers", "off"},
    {"array_nulls", "on"},
    {"standard_conforming_strings", "on"},
    {"row_security", "off"},
    {"statement_timeout", "0"},
    {"work_mem", "64MB"},  // Catalogs are joined by hash tables, which must not go to disk.
};

}  // namespace pggit
