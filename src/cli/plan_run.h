#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "cli/online_run.h"
#include "core/model/schema.h"
#include "core/plan/plan_head.h"

namespace pggit::cli {

/// The script of a plan, and what it says of itself.
struct PlanRun {
  PlanHead head;
  std::string script;
  /// Of an online plan.
  LockPatience patience = {.timeout = "2s", .retries = 0};
};

/// Where a database is on the way of a plan.
struct PlanStart {
  Schema schema;
  std::size_t parts_done = 0;  ///< Of an online plan that was begun before.
  bool ended = false;          ///< It is where the plan ends.
};

/// The schema of the database, which is where the plan starts, where it ends, or, of an online one,
/// between two of its parts. Throws Error when it is none of these.
PlanStart ReadStart(Context& context, Connection& server, const PlanRun& run);

/// Runs the script on `server`, with a progress bar, and returns how many steps that were. On a
/// failure the open transaction is undone and the server's error thrown, with a word on what
/// stands. Before the last transaction ends the schema is read back: when it is not what the plan
/// ends with, it is undone, and Error thrown. Of an online plan each transaction ends by itself,
/// and the schema is read back after the last.
std::size_t RunPlan(Context& context, Connection& server, const PlanRun& run,
                    std::size_t parts_done = 0);

/// Makes a scratch database on the server of `server` with the schema `from`, which the first of
/// the scripts has had `parts_done` parts for, runs the scripts there one after the other, each
/// from where the one before it ends, and compares what comes of them; the database is dropped
/// again. Needs the right to make one. Throws Error when a script fails there or leads elsewhere.
void VerifyPlans(Context& context, Connection& server, const Schema& from,
                 const std::vector<PlanRun>& runs, std::size_t parts_done = 0);

}  // namespace pggit::cli
