#pragma once

#include <functional>

#include "core/catalog/reader.h"

namespace pggit {

/// Told after each step of a reading: how many are done, of how many.
using ReadProgress = std::function<void(int done, int total)>;

/// Runs the readers of all kinds in their order; those that the reader's focus concerns.
void ReadAll(Reader& reader, const ReadProgress& progress = nullptr);

}  // namespace pggit
