#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pggit {

/// `name` as one component of a path that every file system and git can carry, and that no other
/// name becomes, also where case or the composition of letters is ignored. docs/formats/tree.md
/// has the rules; they look at this name alone, never at others beside it.
std::string PathComponent(std::string_view name);

/// The name that PathComponent wrote, if it can be told: a name that was too long was cut, and of
/// text that PathComponent never writes there is none.
std::optional<std::string> NameInPath(std::string_view component);

}  // namespace pggit
