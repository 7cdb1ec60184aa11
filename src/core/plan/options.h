#pragma once

#include <string>
#include <vector>

#include "core/model/option.h"

namespace pggit {

/// What takes storage parameters from `from` to `to`, as ALTER takes it after the name: `SET (...)`
/// and `RESET (...)`, or either, or nothing.
std::vector<std::string> StorageOptionChanges(const std::vector<Option>& from,
                                              const std::vector<Option>& to);

/// The same for foreign data: `OPTIONS (ADD a 'x', SET b 'y', DROP c)`; empty when they are equal.
std::string ForeignOptionChange(const std::vector<Option>& from, const std::vector<Option>& to);

}  // namespace pggit
