#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/base/error.h"
#include "extension/datum.h"

namespace pggit {

/// The revision at `index`; HEAD when it is null.
inline std::string RevisionArg(FunctionCallInfo fcinfo, int index) {
  return PG_ARGISNULL(index) ? "HEAD" : TextArg(fcinfo, index);
}

/// The text at `index`; nothing when it is null.
inline std::optional<std::string> OptionalText(FunctionCallInfo fcinfo, int index) {
  return PG_ARGISNULL(index) ? std::nullopt : std::optional(TextArg(fcinfo, index));
}

/// The text at `index`. Throws Error(kInvalidArgument) when it is null.
inline std::string RequiredText(FunctionCallInfo fcinfo, int index, const char* name) {
  if (!PG_ARGISNULL(index)) return TextArg(fcinfo, index);
  throw Error(ErrorCode::kInvalidArgument, std::string(name) + " must not be null");
}

/// The number of commits at `index`, which is not null. Throws Error(kInvalidArgument) when it is
/// negative.
inline std::size_t CountArg(FunctionCallInfo fcinfo, int index) {
  const int32 count = PG_GETARG_INT32(index);
  if (count < 0) {
    throw Error(ErrorCode::kInvalidArgument, "a number of commits must not be negative");
  }
  return static_cast<std::size_t>(count);
}

}  // namespace pggit
