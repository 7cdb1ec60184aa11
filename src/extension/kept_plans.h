#pragma once

#include <string_view>

#include "extension/compat.h"

extern "C" {
#include "executor/spi.h"
}

namespace pggit {

/// The plan of `sql`, whose parameters have these types; made once in a session, for any values of
/// them. Needs a connection to SPI.
///
/// For texts that are asked again and again: a session keeps the first thousand of them.
SPIPlanPtr KeptPlan(std::string_view sql, const Oid* types, int count);

}  // namespace pggit
