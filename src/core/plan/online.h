#pragma once

#include "core/plan/plan.h"

namespace pggit {

/// The plan that BuildPlan() gives for PlanOptions::online.
///
/// It goes through schemas that are known: first to the target without what can be done with
/// smaller locks, and without what can go later, then by one step of those after the other, each a
/// part by itself, and last to the target.
Plan BuildOnlinePlan(const Schema& from, const Schema& to, const PlanOptions& options);

}  // namespace pggit
