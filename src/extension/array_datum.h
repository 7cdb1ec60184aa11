#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extension/boundary.h"

namespace pggit {

/// The text[] argument at `index`. Throws Error(kInvalidArgument) when an element is null.
std::vector<std::string> TextArrayArg(FunctionCallInfo fcinfo, int index);

/// The same; none where it is null or left out.
std::vector<std::string> OptionalTexts(FunctionCallInfo fcinfo, int index);

/// A palloc'ed text[] value.
Datum TextArrayDatum(const std::vector<std::string>& values);

/// Bytes as the text form of bytea: `\x` and two digits for each.
std::string ByteaText(std::string_view bytes);

}  // namespace pggit
