#pragma once

#include <string>
#include <vector>

namespace pggit::cli {

/// Runs one command line, `words` being what follows the program's name. Returns the exit status;
/// every failure has been told by then.
int Run(const std::vector<std::string>& words);

}  // namespace pggit::cli
