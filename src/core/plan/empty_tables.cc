#include "core/plan/empty_tables.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace pggit {
namespace {

class Spreading {
 public:
  explicit Spreading(const Schema& schema) {
    std::map<std::string, ObjectId> tables;
    for (const auto& [id, object] : schema.objects) {
      if (id.kind == Kind::kTable) tables.emplace(SqlName(id), id);
    }
    for (const auto& [id, object] : schema.objects) {
      const Table* const table = std::get_if<Table>(&object.definition);
      if (table == nullptr) continue;
      if (const auto parent = tables.find(table->partition_of); parent != tables.end()) {
        parents_.emplace(id, parent->second);
        partitions_[parent->second].push_back(id);
      }
      for (const Dependency& need : object.attributes.needs) {
        if (IsForeignKey(*table, need.element)) referring_[need.on].push_back(id);
      }
    }
  }

  std::set<ObjectId> From(const std::set<ObjectId>& without) {
    for (const ObjectId& id : without) Empty(id);
    return empty_;
  }

 private:
  static bool IsForeignKey(const Table& table, const Element& element) {
    return element.kind == ElementKind::kConstraint &&
           std::ranges::any_of(table.constraints, [&](const Constraint& constraint) {
             return constraint.kind == ConstraintKind::kForeignKey &&
                    constraint.name == element.name;
           });
  }

  // It has no rows, nor have its partitions.
  void Empty(const ObjectId& id) {
    if (!empty_.insert(id).second) return;
    for (const ObjectId& partition : partitions_[id]) Empty(partition);
    Lack(id);
  }

  // It lacks rows that others may refer to; so does what it is a partition of.
  void Lack(const ObjectId& id) {
    if (!lacking_.insert(id).second) return;
    for (const ObjectId& referring : referring_[id]) Empty(referring);
    if (const auto parent = parents_.find(id); parent != parents_.end()) Lack(parent->second);
  }

  std::map<ObjectId, ObjectId> parents_;
  std::map<ObjectId, std::vector<ObjectId>> partitions_;
  std::map<ObjectId, std::vector<ObjectId>> referring_;
  std::set<ObjectId> empty_;
  std::set<ObjectId> lacking_;
};

}  // namespace

std::set<ObjectId> EmptyTables(const Schema& schema, const std::set<ObjectId>& without) {
  return Spreading(schema).From(without);
}

}  // namespace pggit
