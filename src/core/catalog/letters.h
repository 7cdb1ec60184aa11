#pragma once

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

}  // namespace pggit
