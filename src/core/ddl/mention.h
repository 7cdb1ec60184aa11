#pragma once

#include <string_view>

namespace pggit {

/// Whether `name` stands in `sql` as a name or keyword, quoted or not. Parts of one table do not
/// list the columns they need, so their texts are asked; a needless yes only costs work.
bool Mentions(std::string_view sql, std::string_view name);

/// Whether a string literal in `sql` is exactly `text`.
bool HoldsLiteral(std::string_view sql, std::string_view text);

}  // namespace pggit
