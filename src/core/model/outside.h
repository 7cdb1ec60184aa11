#pragma once

#include "core/model/schema.h"

namespace pggit {

/// How a change of an object shows in the definitions of those that refer to it.
enum class Outside {
  kSame,      ///< What they may name of it is as it was.
  kExtended,  ///< That, and there is more: a new column, which a view's query may have to name.
  kChanged,   ///< Names or types may be others now.
};

/// Compares two states of one object. When in doubt, kChanged.
Outside CompareOutside(const Object& before, const Object& after);

}  // namespace pggit
