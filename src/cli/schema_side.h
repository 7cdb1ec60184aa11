#pragma once

#include <optional>
#include <string>

#include "cli/context.h"
#include "core/catalog/snapshot.h"
#include "core/model/schema.h"
#include "core/plan/owned_grants.h"
#include "core/plan/plan_head.h"
#include "core/plan/rename.h"

namespace pggit::cli {

/// One side of a comparison.
struct Side {
  Schema schema;
  int server_major = 0;  ///< Of a database; 0 for files.
  Owners owners;         ///< Of a database, where they are not part of the schema.
};

/// A directory or file that is there, or "-", holds definitions, or is a script that makes them in
/// a scratch database of the server that `beside` names; anything else names a database. Throws
/// Error when it holds what cannot be represented.
Side ReadSide(Context& context, const std::string& source, const std::string& beside);

/// Whether a side is a directory or file, or standard input.
bool IsFile(const std::string& source);

/// The schema of a database, with a progress bar. Throws Error as ReadSide().
Schema ReadDatabase(Output& output, Connection& server, const SnapshotOptions& options);

/// The same as a side.
Side ReadDatabaseSide(Output& output, Connection& server, const SnapshotOptions& options);

/// Leaves out of `target` what it grants to owners of `from`, and tells of it.
void LeaveOutGrants(Output& output, const Side& from, const std::optional<Renamed>& renamed,
                    Schema& target);

/// What `--owners` and `--tablespaces` say.
SnapshotOptions KeptAttributes(const Arguments& arguments);

/// The head of the way back, `plan`, of a way that has the head `there`.
PlanHead HeadBack(PlanHead there, const Plan& plan);

/// The head of the script that makes `to` of `from`.
PlanHead HeadOf(const Schema& from, const Schema& to, const SnapshotOptions& kept,
                const Plan& plan);

}  // namespace pggit::cli
