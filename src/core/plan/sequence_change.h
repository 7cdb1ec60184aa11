#pragma once

#include <string>
#include <string_view>

#include "core/model/sequence.h"

namespace pggit {

/// What ALTER SEQUENCE takes to count as `to` says instead of `from`; each setting after `word`
/// ("SET " where an identity column is altered, which has no type of its own).
std::string SequenceOptionChange(const SequenceOptions& from, const SequenceOptions& to,
                                 std::string_view word);

/// What the server makes of the limits of a sequence when its type changes.
SequenceOptions AfterTypeChange(SequenceOptions options, const std::string& type);

}  // namespace pggit
