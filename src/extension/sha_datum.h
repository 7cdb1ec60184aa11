#pragma once

#include "core/store/sha.h"
#include "extension/boundary.h"

namespace pggit {

/// The id in a value of the type pggit_v0.sha: 32 bytes, passed by reference.
Sha ShaFromDatum(Datum value);

/// A palloc'ed value of the type.
Datum ShaDatum(const Sha& sha);

}  // namespace pggit
