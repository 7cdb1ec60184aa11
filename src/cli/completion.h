#pragma once

#include <string>

namespace pggit::cli {

/// Scripts that complete verbs, options, their values and positional arguments, made from the
/// registry. They know everything in advance and never run pggit.
std::string BashCompletion();
std::string ZshCompletion();
std::string FishCompletion();

}  // namespace pggit::cli
