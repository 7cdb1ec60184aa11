#include <map>
#include <string>

#include "core/plan/effective_columns.h"
#include "core/plan/elements.h"
#include "core/plan/migration_draft.h"
#include "core/plan/name_claims.h"

namespace pggit {
namespace {

class RoomAdder {
 public:
  explicit RoomAdder(MigrationDraft& draft) : draft_(draft) {}

  void Run() {
    for (const auto& [id, fate] : draft_.migration.fates) {
      if (!fate.from) continue;
      AddIdentity(fate);
      AddSchema(fate);
      AddOwnership(fate);
    }
    AddNames();
    AddBounds();
    AddDefaults();
  }

 private:
  void AddIdentity(const Fate& fate) {
    const ObjectId& id = fate.from->id;
    if (!fate.to) return;
    if (const auto drop = draft_.drops.find({id, {}}); drop != draft_.drops.end()) {
      draft_.After(draft_.groups.at(id).first, drop->second.first);
      return;
    }
    for (const Element& element : fate.drops) {
      const auto drop = draft_.drops.find({id, element});
      const auto made = draft_.makes.find({id, element});
      if (drop == draft_.drops.end() || made == draft_.makes.end()) continue;
      for (const std::size_t node : made->second) draft_.After(node, drop->second.last);
    }
  }

  void AddSchema(const Fate& fate) {
    const auto schema = draft_.drops.find({{Kind::kSchema, "", fate.from->id.schema, ""}, {}});
    const auto drop = draft_.drops.find({fate.from->id, {}});
    if (fate.from->id.schema.empty() || schema == draft_.drops.end() || drop == draft_.drops.end())
      return;
    draft_.After(schema->second.first, drop->second.last);
  }

  void AddOwnership(const Fate& fate) {
    const Sequence* sequence = std::get_if<Sequence>(&fate.from->definition);
    const auto freed = draft_.drops.find({fate.from->id, kOwnedBy});
    if (!sequence || freed == draft_.drops.end()) return;
    const Object* table = FindTable(draft_.migration.from, sequence->owned_table);
    if (!table) return;
    for (const Element& element :
         {Element{}, Element{ElementKind::kColumn, sequence->owned_column}}) {
      const auto owner = draft_.drops.find({table->id, element});
      if (owner != draft_.drops.end()) draft_.After(owner->second.first, freed->second.last);
    }
  }

  void AddNames() {
    std::map<std::string, std::size_t> freed;
    for (const auto& [place, drop] : draft_.drops) {
      const Object& object = *draft_.migration.FateOf(place.first)->from;
      const std::vector<std::string> claims =
          place.second == Element{} ? NameClaims(object) : NameClaims(object, place.second);
      for (const std::string& claim : claims) freed[claim] = drop.first;
    }
    const auto take = [&](const std::vector<std::string>& claims, std::size_t node) {
      for (const std::string& claim : claims) {
        const auto found = freed.find(claim);
        if (found != freed.end()) draft_.After(node, found->second);
      }
    };
    for (const auto& [id, group] : draft_.groups) {
      const Fate& fate = *draft_.migration.FateOf(id);
      if (!fate.stays()) take(NameClaims(*fate.to), group.first);
      for (const auto& [element, node] : group.parts) {
        if (element == Element{}) continue;
        if (!fate.stays() || fate.creates.contains(element)) {
          take(NameClaims(*fate.to, element), node);
        }
      }
    }
  }

  // A child takes over what its parent is when it is made or bound to it.
  void AddHeirs(const Fate& fate, const RestoreGroup& group) {
    const Table* table = std::get_if<Table>(&fate.to->definition);
    if (!table || table->inherits.empty()) return;
    for (const Object* parent : Parents(draft_.migration.to, *fate.to)) {
      const auto bound = group.parts.find(Bond(SqlName(parent->id)));
      if (fate.stays() && bound == group.parts.end()) continue;
      const std::size_t node = fate.stays() ? bound->second : group.first;
      for (const auto& [place, drop] : draft_.drops) {
        if (place.first == parent->id && place.second != Element{}) draft_.After(node, drop.last);
      }
    }
  }

  void AddBounds() {
    const auto parent_of = [](const Object& object) {
      const Table* table = std::get_if<Table>(&object.definition);
      return table ? table->partition_of : std::string();
    };
    std::multimap<std::string, std::size_t> freed;
    for (const auto& [place, drop] : draft_.drops) {
      if (place.second != Element{} && place.second != kAttachment) continue;
      const std::string parent = parent_of(*draft_.migration.FateOf(place.first)->from);
      if (!parent.empty()) freed.emplace(parent, drop.last);
    }
    for (const auto& [id, group] : draft_.groups) {
      AddHeirs(*draft_.migration.FateOf(id), group);
      const auto made = group.parts.find(kAttachment);
      if (made == group.parts.end()) continue;
      const auto [begin, end] = freed.equal_range(parent_of(*draft_.migration.FateOf(id)->to));
      for (auto room = begin; room != end; ++room) draft_.After(made->second, room->second);
      // Keys and triggers of the parent come down to it as it is attached.
      const Object* parent =
          FindTable(draft_.migration.to, parent_of(*draft_.migration.FateOf(id)->to));
      if (!parent) continue;
      for (const auto& [place, drop] : draft_.drops) {
        if (place.first == parent->id && place.second != Element{})
          draft_.After(made->second, drop.last);
      }
    }
  }

  void AddDefaults() {
    for (const auto& [id, group] : draft_.groups) {
      if (draft_.migration.FateOf(id)->stays() || id.kind == Kind::kDefaultPrivileges) continue;
      for (const auto& [defaults, last] : draft_.groups) {
        if (defaults.kind == Kind::kDefaultPrivileges) draft_.After(last.first, group.first);
      }
      if (id.kind != Kind::kExtension) continue;
      for (const auto& [place, drop] : draft_.drops) {
        if (place.first.kind == Kind::kDefaultPrivileges) draft_.After(group.first, drop.last);
      }
    }
  }

  MigrationDraft& draft_;
};

}  // namespace

void AddRoom(MigrationDraft& draft) {
  RoomAdder(draft).Run();
}

}  // namespace pggit
