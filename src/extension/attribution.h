#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/audit/attribution.h"
#include "core/store/sha.h"
#include "extension/spi.h"

namespace pggit {

/// The commands on the branch `ref` since its live schema was last known to be that of the commit
/// `head`, in the order in which they ran, this transaction's too.
std::vector<DdlCommand> CommandsSince(Spi& spi, const std::string& ref,
                                      const std::optional<Sha>& head);

/// What explains changes of the branch `ref` since its commit `head`: the log since the commit was
/// made, and what this transaction did and has not written yet.
Attribution AttributionSince(Spi& spi, const std::string& ref, const std::optional<Sha>& head);

/// The paths of what the definition `text` needs.
std::vector<std::string> PathsNeededBy(std::string_view text);

}  // namespace pggit
