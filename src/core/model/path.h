#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/model/object_id.h"

namespace pggit {

/// Files of pggit's own in a tree lie below it; they are no definitions.
inline constexpr std::string_view kOwnFiles = ".pggit/";

/// Whether the file of a tree is a definition.
inline bool IsDefinitionPath(std::string_view path) {
  return path.ends_with(".sql") && !path.starts_with(kOwnFiles);
}

/// Where the definition of `id` lies in a tree: `public/tables/users.sql`,
/// `public/functions/f(integer).sql`, `public/schema.sql`, `_database/extensions/citext.sql`.
///
/// Different objects have different paths, also on file systems that ignore case and under git's
/// own rules. A path depends on its object alone. docs/formats/tree.md specifies the escapes.
std::string PathOf(const ObjectId& id);

/// The object whose definition lies at `path`: FromPath(PathOf(id)) == id.
///
/// Nothing for what PathOf never writes, and for a name too long for a path, of which the path has
/// the beginning and a hash: the definition's head tells the name of any object.
std::optional<ObjectId> FromPath(std::string_view path);

}  // namespace pggit
