#pragma once

#include <string>

#include "core/base/error.h"
#include "core/model/relation_parts.h"

namespace pggit {

/// pg_trigger.tgenabled and pg_rewrite.ev_enabled.
inline Enabled EnabledFromLetter(char letter) {
  switch (letter) {
    case 'O': return Enabled::kOrigin;
    case 'D': return Enabled::kDisabled;
    case 'R': return Enabled::kReplica;
    case 'A': return Enabled::kAlways;
    default: throw InternalError(std::string("unknown enabled state '") + letter + '\'');
  }
}

/// pg_proc.proparallel; empty for UNSAFE, which functions start with.
inline std::string ParallelFromLetter(char letter) {
  switch (letter) {
    case 's': return "SAFE";
    case 'r': return "RESTRICTED";
    case 'u': return "";
    default: throw InternalError(std::string("unknown parallel mark '") + letter + '\'');
  }
}

}  // namespace pggit
