#pragma once

#include "cli/context.h"

namespace pggit::cli {

/// What `pggit diff` does when it is given schemas rather than revisions: compares --from with
/// --to, each a database, a directory or a file of definitions, and prints what --sql, --stat,
/// --name-only or --summary ask for, a patch otherwise. Returns 1 when they differ.
int DiffSchemas(Context& context);

}  // namespace pggit::cli
