#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pggit::cli {

/// How many columns a terminal gives to `text`, which is UTF-8: East Asian wide characters and
/// emoji take two, combining marks and escape sequences that colour none. A byte that is not UTF-8
/// counts as one column.
std::size_t DisplayWidth(std::string_view text);

/// `text` and as many spaces as it lacks to `width` columns.
std::string PadRight(std::string_view text, std::size_t width);

/// Breaks `text` at spaces into lines of at most `width` columns; a longer word stands alone. Line
/// breaks in `text` are kept.
std::vector<std::string> Wrap(std::string_view text, std::size_t width);

/// Wraps `text` to `width` columns, every line indented by `indent`, each ended by a newline.
std::string Paragraph(std::string_view text, std::size_t indent, std::size_t width);

/// Two columns: the first as wide as its widest entry, the second wrapped under itself.
///
/// A first entry wider than `widest_first` gets a line of its own.
std::string TwoColumns(const std::vector<std::pair<std::string, std::string>>& rows,
                       std::size_t indent, std::size_t width, std::size_t widest_first = 28);

}  // namespace pggit::cli
