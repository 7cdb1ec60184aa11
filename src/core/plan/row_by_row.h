#pragma once

#include <string>

#include "core/model/schema.h"

namespace pggit {

/// Whether each row gets a value of its own from an expression. A new column whose default does is
/// written into every row; any other default is kept once.
enum class RowByRow { kNo, kMaybe, kYes };

/// From the functions that the expression calls: the server's, and those of the schema. Of others
/// nothing is known.
RowByRow WorkedOutRowByRow(const Schema& schema, const std::string& expression);

}  // namespace pggit
