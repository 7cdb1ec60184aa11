#pragma once

#include <string>

#include "core/ddl/cursor.h"
#include "core/model/sequence.h"

namespace pggit {

/// What CREATE SEQUENCE would take to count as `options` say, defaults left out; every setting
/// after `separator`. The type comes first, and only where `with_type`: an identity column has it
/// already.
std::string RenderSequenceOptions(const SequenceOptions& options, std::string_view separator,
                                  bool with_type);

/// Reads them back. `type` is what the options start from.
SequenceOptions ParseSequenceOptions(Cursor& cursor, const std::string& type);

}  // namespace pggit
