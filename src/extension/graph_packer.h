#pragma once

#include <cstddef>

#include "extension/repository.h"

namespace pggit {

/// Writes pggit_v0.packed_graph anew, in one layer with every commit. Gives how many there are.
std::size_t PackWholeGraph(Spi& spi, Oid owner);

/// Adds what is behind `tip` and not packed yet, together with layers that are not much larger.
/// Does nothing while another transaction packs, or in one that does not see what others commit.
void PackBehind(Spi& spi, Oid owner, const Sha& tip);

}  // namespace pggit
