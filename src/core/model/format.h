#pragma once

#include <string>
#include <string_view>

namespace pggit {

/// The version of the canonical form. A change of any definition's bytes is a new one.
inline constexpr int kFormatVersion = 1;

/// What a tree of definitions says of itself in `.pggit/format`, so that a newer pggit or server
/// never takes a difference in form for a difference in schema.
struct Format {
  int version = kFormatVersion;
  int server_major = 0;  ///< Of the server whose printing the definitions hold.
  bool owners = false;
  bool tablespaces = false;

  bool operator==(const Format&) const = default;
};

/// `version 1`, `postgresql 15`, `owners no`, `tablespaces no`, a line each.
std::string RenderFormat(const Format& format);

/// Reads it back. Throws Error(kInvalidDefinition), also for a version this pggit does not know.
Format ParseFormat(std::string_view text);

}  // namespace pggit
