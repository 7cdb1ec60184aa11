#include <algorithm>
#include <map>
#include <utility>

#include "core/plan/migration_draft.h"

namespace pggit {
namespace {

class MakingAdder {
 public:
  explicit MakingAdder(MigrationDraft& draft) : draft_(draft) {}

  void Run() {
    Schema changed;
    Alterations alterations;
    std::map<ObjectId, Actions> actions;
    for (const auto& [id, fate] : draft_.migration.fates) {
      if (!fate.to) continue;
      changed.objects.emplace(id, *fate.to);
      actions[id] = fate.stays() ? Alter(draft_.migration, fate) : Create(draft_.migration, fate);
      if (!fate.stays()) continue;
      std::vector<Piece>& pieces = alterations[id];
      for (const Action& action : actions[id]) pieces.push_back(action.piece);
    }
    RestoreGraph graph = BuildRestoreGraph(
        changed, draft_.breaks.made, alterations,
        [&](const Object& object) { return WithUndoneDefaults(object, actions.at(object.id)); });
    std::map<ObjectId, std::size_t> position;
    for (RestoreNode& node : graph.nodes) {
      const ObjectId& id = node.object->id;
      const std::size_t at = position[id]++;
      Cost cost;
      if (alterations.contains(id)) cost = actions.at(id).at(at).cost;
      draft_.nodes.push_back({id, node.piece.element, std::move(node.piece.sql), std::move(cost),
                              node.phase, /*drops=*/false, std::move(node.needs)});
      draft_.makes[{id, draft_.nodes.back().element}].push_back(draft_.nodes.size() - 1);
    }
    for (auto& [id, group] : graph.groups) draft_.groups.emplace(id, std::move(group));
  }

 private:
  // The pieces of an object in the form that opens circles, with what undoes default privileges.
  std::vector<Piece> WithUndoneDefaults(const Object& object, const Actions& actions) const {
    std::vector<Piece> pieces = PiecesOf(object, draft_.breaks.made);
    std::vector<Piece> undo;
    for (const Action& action : actions) {
      const bool known = std::ranges::any_of(
          pieces, [&](const Piece& piece) { return piece.sql == action.piece.sql; });
      if (action.piece.purpose == Purpose::kGrants && !known) undo.push_back(action.piece);
    }
    const auto grants = std::ranges::find(pieces, Purpose::kGrants, &Piece::purpose);
    pieces.insert(grants, undo.begin(), undo.end());
    return pieces;
  }

  MigrationDraft& draft_;
};

}  // namespace

void AddMaking(MigrationDraft& draft) {
  MakingAdder(draft).Run();
}

}  // namespace pggit
