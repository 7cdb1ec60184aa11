#include "cli/renames.h"

namespace pggit::cli {

Option RenameOption() {
  return {.name = "rename",
          .value = "OLD=NEW",
          .help = "what has a new name, as in public.users.mail=email; may be given again"};
}

std::optional<Renamed> ToldRenames(const Arguments& arguments, const Schema& from, const Schema& to,
                                   int server_major) {
  if (!arguments.Has("rename")) return std::nullopt;
  return RenameAll(from, to, arguments.All("rename"), server_major);
}

Plan PlanWith(const std::optional<Renamed>& renamed, const Schema& from, const Schema& to,
              const PlanOptions& options) {
  return renamed ? BuildPlan(*renamed, to, options) : BuildPlan(from, to, options);
}

std::vector<RenameProposal> ProposalsWith(const std::optional<Renamed>& renamed, const Schema& from,
                                          const Schema& to) {
  return ProposeRenames(renamed ? renamed->schema : from, to);
}

std::string ProposalText(const std::vector<RenameProposal>& proposals) {
  if (proposals.empty()) return "";
  std::string text = "If things were renamed and not dropped, plan with:\n";
  for (const RenameProposal& proposal : proposals) {
    text += "  --rename " + ShellWord(proposal.text) + "  (" + proposal.evidence + ")\n";
  }
  return text;
}

Json ProposalsJson(const std::vector<RenameProposal>& proposals) {
  Json::Array list;
  for (const RenameProposal& proposal : proposals) {
    list.push_back(Json::Object{{"rename", proposal.text}, {"evidence", proposal.evidence}});
  }
  return list;
}

}  // namespace pggit::cli
