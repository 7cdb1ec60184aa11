#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "core/model/schema.h"
#include "core/plan/plan_head.h"

namespace pggit::cli {

/// The script of a plan, and what it says of itself.
struct PlanRun {
  PlanHead head;
  std::string script;
};

/// The schema of the database, which is where the plan starts; nothing when it is where the plan
/// ends already. Throws Error when it is neither.
std::optional<Schema> ReadStart(Context& context, Connection& server, const PlanHead& head);

/// Runs the script on `server`, with a progress bar. On a failure the open transaction is undone
/// and the server's error thrown, with a word on what stands. Before the last transaction ends the
/// schema is read back: when it is not what the plan ends with, it is undone, and Error thrown.
void RunPlan(Context& context, Connection& server, const PlanRun& run);

/// Makes a scratch database on the server of `server` with the schema `from`, runs the scripts
/// there one after the other, each from where the one before it ends, and compares what comes of
/// them; the database is dropped again. Needs the right to make one. Throws Error when a script
/// fails there or leads elsewhere.
void VerifyPlans(Context& context, Connection& server, const Schema& from,
                 const std::vector<PlanRun>& runs);

}  // namespace pggit::cli
