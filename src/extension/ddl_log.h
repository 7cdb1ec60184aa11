#pragma once

#include <vector>

#include "core/audit/ddl_command.h"

namespace pggit {

/// Writes the commands of the transaction that is about to end into pggit_v0.ddl_log, with what is
/// known of the session.
///
/// Goes past SQL, and so needs no right on the table: whoever may run DDL may have it recorded, and
/// nothing else. Does nothing when the table is gone, with the extension.
void WriteDdlLog(const std::vector<DdlCommand>& commands);

}  // namespace pggit
