#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>

namespace pggit {

/// One row: a cell is the value's text output, or nothing for null. Valid during the callback only.
using Row = std::span<const std::optional<std::string_view>>;

/// Where catalog rows come from: SPI in the server, libpq in the command, literals in a test.
///
/// Every implementation runs all its queries against one snapshot of the catalogs, with an empty
/// search path and the settings of kReaderSettings, so that the same database gives the same bytes.
class RowSource {
 public:
  virtual ~RowSource() = default;

  /// The server's version as PG_VERSION_NUM writes it: 150004.
  virtual int server_version() const = 0;

  /// Runs `query` and calls `row` for each row, in the order the server gives them.
  virtual void ForEachRow(std::string_view query, const std::function<void(Row)>& row) = 0;
};

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
};

}  // namespace pggit
