#pragma once

#include <string>
#include <string_view>

#include "core/ddl/cursor.h"

namespace pggit {

/// ` COLLATE name`, or nothing when `collation`, a qualified name, is empty. A collation of the
/// system's goes by its name alone, as a person writes it: COLLATE "C".
std::string RenderCollate(std::string_view collation);

/// Reads it back, qualified again; empty when something else comes next.
std::string ParseCollate(Cursor& cursor);

}  // namespace pggit
