#include "core/plan/migration_graph.h"

#include <utility>

#include "core/plan/migration_draft.h"

namespace pggit {

std::size_t MigrationDraft::AddDrop(const ObjectId& id, const Element& element, Removal removal) {
  nodes.push_back({id,
                   element,
                   std::move(removal.sql),
                   std::move(removal.cost),
                   Phase::kDrops,
                   /*drops=*/true,
                   {}});
  return nodes.size() - 1;
}

std::optional<std::size_t> MigrationDraft::FindAction(const Fate& fate,
                                                      std::string_view ending) const {
  const auto made = makes.find({fate.from->id, {}});
  if (made == makes.end()) return std::nullopt;
  for (const std::size_t node : made->second) {
    if (nodes[node].sql.ends_with(ending)) return node;
  }
  return std::nullopt;
}

std::vector<MigrationNode> BuildMigrationGraph(const Migration& migration,
                                               const MigrationBreaks& breaks) {
  MigrationDraft draft{migration, breaks, {}, {}, {}, {}, {}, {}};
  AddMaking(draft);
  AddDropping(draft);
  AddEndings(draft);
  AddTableRules(draft);
  AddRoom(draft);
  return std::move(draft.nodes);
}

}  // namespace pggit
