#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pggit {

/// `base` with the changes of both sides, line by line; nothing where they changed the same lines,
/// or one of them put lines where the other changed something, in different ways.
std::optional<std::string> MergeLines(std::string_view base, std::string_view ours,
                                      std::string_view theirs);

}  // namespace pggit
