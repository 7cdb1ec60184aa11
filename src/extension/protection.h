#pragma once

#include <string>

#include "extension/spi.h"

namespace pggit {

/// Whether the branch takes changes through approved merge requests only, as is committed now or
/// was done by this transaction.
bool IsProtected(Spi& spi, const std::string& ref);

/// Throws Error(kProtectedBranch) when it does.
void RequireUnprotected(Spi& spi, const std::string& ref);

}  // namespace pggit
