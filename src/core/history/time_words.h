#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pggit {

/// The time that everyday words mean, in seconds since 1970: `now`, `yesterday` (a day ago), and
/// `N UNITs ago` for seconds, minutes, hours, days and weeks, with spaces or dots between.
///
/// Nothing for any other text. Months and years are left to calendars.
std::optional<std::int64_t> ParseTimeWords(std::string_view text, std::int64_t now);

}  // namespace pggit
