#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/tree.h"

namespace pggit {

/// What makes the tree object `target` of the tree object `base`, both as content.
///
/// One entry a changed name, in byte order of the names. A name that `target` has, as its tree has
/// it: mode, space, name, zero byte, 32 bytes of the id. A name that it lost: `0`, space, name,
/// zero byte. The difference is thus also the answer to "what changed".
std::string MakeTreeDelta(std::string_view base, std::string_view target);

/// What is to become of names in a tree: an entry, or nothing.
using TreeEdits = std::map<std::string, std::optional<TreeEntry>, std::less<>>;

/// The difference that makes these edits to `base`; those that would change nothing are left out.
std::string DeltaOfEdits(std::string_view base, const TreeEdits& edits);

/// The entry of that name in a tree's content.
std::optional<TreeEntry> FindEntry(std::string_view content, std::string_view name);

/// The entries that stand in a tree's content, or that a difference sets.
std::vector<TreeEntry> EntriesOf(std::string_view content_or_delta);

/// The target again. Throws Error(kIntegrity) when `delta` is malformed or does not fit `base`:
/// a name to be removed must be there, an entry to be set must differ from what is there.
std::string ApplyTreeDelta(std::string_view base, std::string_view delta);

/// The target of a chain of differences, each from the tree that the one before it gives. Does the
/// work of one. `deltas` are in the order in which they were made.
std::string ApplyTreeDeltas(std::string_view base, const std::vector<std::string>& deltas);

}  // namespace pggit
