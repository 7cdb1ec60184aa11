#pragma once

#include "core/model/schema.h"

namespace pggit {

/// Takes an object out of the schema, or a part out of its object with all that is said of it.
void TakeAway(Schema& schema, const ObjectId& object, const Element& element);

}  // namespace pggit
