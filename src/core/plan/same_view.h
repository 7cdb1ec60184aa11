#pragma once

#include "core/model/schema.h"

namespace pggit {

/// Whether `printed` is the view that was foretold, as the server has it: the queries are the same
/// but for names that outputs are given by AS, and the outputs have the same names. Their types
/// follow from what the query reads, which another change may have given another type.
bool IsSameView(const Object& foretold, const Object& printed);

}  // namespace pggit
