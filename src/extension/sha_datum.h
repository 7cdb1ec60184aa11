#pragma once

#include <cstring>

#include "core/store/sha.h"
#include "extension/compat.h"

namespace pggit {

/// The argument of type pggit_v0.sha at `index`: 32 bytes, passed by reference.
inline Sha ShaArg(FunctionCallInfo fcinfo, int index) {
  Sha sha;
  std::memcpy(sha.bytes.data(), PG_GETARG_POINTER(index), Sha::kBytes);
  return sha;
}

}  // namespace pggit
