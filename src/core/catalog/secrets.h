#pragma once

#include <string>
#include <vector>

#include "core/catalog/reader.h"

namespace pggit {

/// `options` without those that IsSecretOption(); says of each that it was left out of `what`.
std::vector<Option> WithoutSecrets(Reader& reader, const std::string& what,
                                   const std::vector<Option>& options);

}  // namespace pggit
