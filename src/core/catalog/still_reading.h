#pragma once

#include <functional>

#include "core/catalog/row_source.h"

namespace pggit {

inline constexpr int kReadAttempts = 5;

/// Calls `read` within RowSource::WithSnapshot until the catalogs stood still meanwhile: what the
/// last call has read was the schema at one moment. After kReadAttempts calls, throws
/// Error(kSerializationFailure).
void ReadStill(RowSource& source, const std::function<void()>& read);

}  // namespace pggit
