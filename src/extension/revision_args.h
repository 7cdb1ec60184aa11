#pragma once

#include <cstddef>
#include <string>

#include "core/base/error.h"
#include "extension/datum.h"

namespace pggit {

/// The revision at `index`; HEAD when it is null.
inline std::string RevisionArg(FunctionCallInfo fcinfo, int index) {
  return PG_ARGISNULL(index) ? "HEAD" : TextArg(fcinfo, index);
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
