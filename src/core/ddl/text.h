#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/option.h"

namespace pggit {

/// `(fillfactor='70', toast.autovacuum_enabled='false')`: storage parameters.
std::string RenderStorageOptions(const std::vector<Option>& options);

/// `(user 'bob', "Table" 'x')`: options of foreign data, as OPTIONS takes them.
std::string RenderForeignOptions(const std::vector<Option>& options);

/// The elements with `separator` between them.
std::string Join(const std::vector<std::string>& elements, std::string_view separator);

/// The elements, each quoted as a name, with ", " between them.
std::string JoinNames(const std::vector<std::string>& names);

}  // namespace pggit
