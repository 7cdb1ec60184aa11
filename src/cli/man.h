#pragma once

#include <string>

#include "cli/command.h"

namespace pggit::cli {

/// The source of pggit(1), in man(7) macros.
std::string ManOverview();

/// The source of the manual page of one command, pggit-doctor(1) for example.
std::string ManPage(const Command& command);

}  // namespace pggit::cli
