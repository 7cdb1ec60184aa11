#pragma once

#include <optional>
#include <string>

#include "extension/boundary.h"

namespace pggit {

// The catalog as it was before the command that an event trigger runs for: what that command
// renamed or dropped can still be read under its snapshot.

struct OlderObjectName {
  std::string schema;  ///< Empty where objects of the catalog have none.
  std::string name;
};

/// What the object was called; nothing when it was not there, or has no name of its own.
std::optional<OlderObjectName> OlderName(Oid class_id, Oid object_id);

/// The table of an index that is gone; invalid when it cannot be told.
Oid OlderTableOfIndex(Oid index);

}  // namespace pggit
