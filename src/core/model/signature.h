#pragma once

#include <cstddef>
#include <string_view>

#include "core/model/kinds.h"

namespace pggit {

/// Where the signature of an object of `kind` begins in its name and signature written together, as
/// `f(integer)` or `by_length USING btree`; npos when nothing there can be one.
///
/// There is one such place at most, whatever quoted names the signature holds: a signature has
/// parentheses, or the word USING, outside quotes only once.
std::size_t FindSignature(Kind kind, std::string_view text);

/// Whether an object of `kind` can have this signature.
bool IsSignature(Kind kind, std::string_view signature);

}  // namespace pggit
