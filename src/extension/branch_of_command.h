#pragma once

#include "core/audit/ddl_command.h"

namespace pggit {

/// Notes the branch whose definitions a command may have changed, and names what it touched as they
/// do: `public.users` for what a workspace holds of it.
///
/// What lies in no schema is there once: the branch is the one that the session is on.
void NoteBranch(DdlCommand& command);

}  // namespace pggit
