#pragma once

#include <cstddef>
#include <vector>

namespace pggit {

/// The largest sets of nodes that all need each other, each sorted, in the order of their first
/// node. `needs[n]` are the nodes that node n needs; a node alone is on a circle only when it needs
/// itself. Takes time linear in the number of needs, and no stack.
std::vector<std::vector<std::size_t>> FindCircles(
    const std::vector<std::vector<std::size_t>>& needs);

}  // namespace pggit
