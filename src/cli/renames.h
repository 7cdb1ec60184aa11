#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "core/plan/rename.h"
#include "core/plan/rename_proposals.h"

namespace pggit::cli {

/// `--rename OLD=NEW` of the verbs that plan.
Option RenameOption();

/// What `--rename` tells, done to `from`; nothing when it was not given.
std::optional<Renamed> ToldRenames(const Arguments& arguments, const Schema& from, const Schema& to,
                                   int server_major);

/// The plan from `from` to `to`, renames first.
Plan PlanWith(const std::optional<Renamed>& renamed, const Schema& from, const Schema& to,
              const PlanOptions& options);

/// What else may have been renamed.
std::vector<RenameProposal> ProposalsWith(const std::optional<Renamed>& renamed, const Schema& from,
                                          const Schema& to);

/// `If things were renamed, plan with:` and the options to type; empty without proposals.
std::string ProposalText(const std::vector<RenameProposal>& proposals);

/// A list of `rename`, `evidence`.
Json ProposalsJson(const std::vector<RenameProposal>& proposals);

}  // namespace pggit::cli
