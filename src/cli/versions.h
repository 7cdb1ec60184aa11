#pragma once

#include <string>

namespace pggit::cli {

/// The version of this command, `0.1.0`.
std::string CommandVersion();

/// The version of the libpq in use, `15.4`.
std::string LibpqVersion();

}  // namespace pggit::cli
