#pragma once

#include <optional>
#include <string>

#include "cli/context.h"
#include "cli/renames.h"
#include "cli/schema_side.h"
#include "core/plan/plan.h"

namespace pggit::cli {

/// What `--from` and `--to` name, and what `--rename` tells of the way between them.
struct TwoSchemas {
  std::string from_source;
  std::string to_source;
  Side from;
  Side to;
  std::optional<Renamed> renamed;
  PlanOptions options;

  /// The first schema, renames done.
  const Schema& start() const { return renamed ? renamed->schema : from.schema; }
  /// From now on for a server of this major. The renames are done again where that matters.
  void PlanFor(const Arguments& arguments, int server_major);
  Plan MakePlan() const { return PlanWith(renamed, from.schema, to.schema, options); }
};

/// Reads both. Throws UsageError when one is not named; `example` is what to type.
TwoSchemas ReadTwoSchemas(Context& context, const std::string& example);

/// `--online` of the verbs that plan.
Option OnlineOption();

/// What `--online` and `--one-transaction` say. Throws UsageError when both are given.
void ReadPlanForm(const Arguments& arguments, PlanOptions& options);

/// The options that ReadTwoSchemas() reads.
std::vector<Option> TwoSchemasOptions();

}  // namespace pggit::cli
