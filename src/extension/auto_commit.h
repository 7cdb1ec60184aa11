#pragma once

#include <vector>

#include "core/audit/ddl_command.h"

namespace pggit {

/// With pggit.auto_commit = transaction: commits what the transaction that is about to end did, by
/// a message made of its commands, unless it committed that itself.
///
/// The role needs the right to commit, as for pggit.commit(). Without it, and whenever the commit
/// fails, the DDL stands, is in the log, and a WARNING says so.
void AutoCommit(const std::vector<DdlCommand>& commands);

/// The same for a transaction that is being prepared: that is never committed by itself, since its
/// branch would be locked until somebody finishes it.
void AutoCommitPrepared();

}  // namespace pggit
