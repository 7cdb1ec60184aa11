#pragma once

#include <string>

#include "core/model/object_id.h"

namespace pggit {

/// Where the definition of `id` lies in a tree: `public/tables/users.sql`,
/// `public/functions/f(integer).sql`, `public/schema.sql`, `_database/extensions/citext.sql`.
///
/// Different objects have different paths, also on file systems that ignore case and under git's
/// own rules. docs/formats/tree.md specifies the escapes.
std::string PathOf(const ObjectId& id);

}  // namespace pggit
