#pragma once

#include <string>
#include <string_view>

namespace pggit {

inline constexpr std::string_view kHeads = "refs/heads/";
inline constexpr std::string_view kTags = "refs/tags/";
inline constexpr std::string_view kRemotes = "refs/remotes/";

/// Stashes are refs below it, `refs/stash/1` and on; the name itself stands for the latest, and its
/// reflog for all of them: `stash@{1}` is the one before.
inline constexpr std::string_view kStash = "refs/stash";

/// Whether `name` is what `git check-ref-format` takes, and at most 255 bytes: parts between
/// slashes, none of them empty, beginning with '.' or ending in ".lock"; no "..", no "@{", no
/// control character, space, or any of ~ ^ : ? * [ \; no '.' at the end; at least two parts.
bool IsRefName(std::string_view name);

/// The full name of a branch or tag. Throws Error(kInvalidArgument) when it cannot be one: names
/// must pass IsRefName in full, not begin with '-', and not be "HEAD".
std::string BranchRef(std::string_view branch);
std::string TagRef(std::string_view tag);

/// "main" of "refs/heads/main", "v1" of "refs/tags/v1"; any other name as it is.
std::string_view ShortRefName(std::string_view ref);

}  // namespace pggit
