#pragma once

#include <string>
#include <vector>

#include "core/audit/ddl_command.h"

namespace pggit {

/// The renames that `commands`, in the order in which they ran, did to what was there before them:
/// `column public.users.mail=email`, as ParseRename() reads it, each after those before it.
///
/// Left out is what was made or dropped among these commands, under the one name or the other: a
/// column that was dropped, made again and renamed is not the one that was there. The server says
/// what a command renamed, its text only by which name that went.
std::vector<std::string> RenamesIn(const std::vector<DdlCommand>& commands);

}  // namespace pggit
