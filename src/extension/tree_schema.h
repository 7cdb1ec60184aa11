#pragma once

#include "core/model/schema.h"
#include "extension/repository.h"

namespace pggit {

/// The objects whose definitions lie in a tree.
Schema SchemaOfTree(Repository& repository, const Sha& tree);

}  // namespace pggit
