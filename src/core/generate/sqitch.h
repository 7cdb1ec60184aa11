#pragma once

#include <string>
#include <vector>

#include "core/generate/generate.h"

namespace pggit {

/// deploy, revert and verify of one change, and the plan with a line for it.
std::vector<MigrationFile> MakeSqitchFiles(const MigrationPlans& plans,
                                           const MigrationTarget& target);

/// Statements that fail unless the schema has what the plan made, and not what it dropped.
std::string VerifyStatements(const Schema& from, const Schema& to);

}  // namespace pggit
