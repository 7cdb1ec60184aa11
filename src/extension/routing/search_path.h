#pragma once

#include "extension/compat.h"

namespace pggit {

/// Names in the search path that are no schemas but say where its two halves begin and end. The
/// first is followed by the branch's name: whoever keeps lists shall see that it is another one.
inline constexpr char kBranchHalf[] = "pggit: branch ";
inline constexpr char kMainHalf[] = "pggit: main";
inline constexpr char kPathEnd[] = "pggit: end";

/// Puts a variable of ours between the setting search_path and what the server searches, for the
/// rest of the session. False when the setting is not kept as we know it.
bool TakeSearchPath();

/// Has the server search `search_path`, as the setting says (null), or, for a session on `branch`,
/// the same list twice: `"pggit: branch b", public, "pggit: main", public, "pggit: end"`.
///
/// The setting itself is as the user set it. Which schema each half means is for whoever watches
/// the lookups of names. Never fails: without memory nothing but pg_catalog is searched.
void SearchFor(const char* branch) noexcept;

}  // namespace pggit
