#include "core/plan/candidates.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/ddl/mention.h"
#include "core/diff/parts.h"
#include "core/model/parts_of.h"
#include "core/plan/elements.h"
#include "core/plan/key_index.h"
#include "core/plan/part_edit.h"

namespace pggit {
namespace {

using Place = std::pair<ObjectId, Element>;
using Way = Candidate::Way;

bool IsPartitioned(const Object& object) {
  const Table* table = std::get_if<Table>(&object.definition);
  return table && !table->partition_by.empty();
}

bool Identifies(const Object& object, const std::string& index) {
  const std::string* identity = ReplicaIdentityOf(object.definition);
  return identity && Mentions(*identity, index);
}

bool IsKey(const Constraint& constraint) {
  return constraint.kind == ConstraintKind::kPrimaryKey ||
         constraint.kind == ConstraintKind::kUnique;
}

// Whether a table becomes a partition, or another's.
bool MovesInTree(const Fate& fate) {
  return fate.creates.contains(kAttachment) || fate.drops.contains(kAttachment);
}

// The foreign keys by which a table refers to itself. Its needs do not tell of them.
std::vector<Element> OwnReferences(const Object& object) {
  std::vector<Element> keys;
  const Table* table = std::get_if<Table>(&object.definition);
  if (!table) return keys;
  const std::string reference = " REFERENCES " + SqlName(object.id) + '(';
  for (const Constraint& constraint : table->constraints) {
    if (constraint.kind == ConstraintKind::kForeignKey &&
        constraint.definition.find(reference) != std::string::npos) {
      keys.push_back(PartElement(constraint));
    }
  }
  return keys;
}

class CandidateFinder {
 public:
  CandidateFinder(const Schema& from, const Schema& to, const Fates& fates)
      : from_(from), to_(to), fates_(fates) {}

  Candidates Find() {
    for (const auto& [id, fate] : fates_) {
      const bool relation = id.kind == Kind::kTable || id.kind == Kind::kMaterializedView;
      if (!relation || !fate.to) continue;
      if (fate.stays()) {
        Collect(fate);
      } else if (fate.way == Fate::Way::kCreate) {
        CollectAttached(*fate.to);
      }
    }
    ListNeeders();
    while (Prune()) {
    }
    return std::move(candidates_);
  }

 private:
  void Collect(const Fate& fate) {
    for (const Element& element : fate.creates) {
      if (const auto way = WayOf(fate, element)) {
        candidates_.emplace(Place{fate.to->id, element}, Candidate{*way});
      }
    }
    const Table* table = std::get_if<Table>(&fate.to->definition);
    if (!table) return;
    for (const Constraint& constraint : table->constraints) {
      const Element element = PartElement(constraint);
      const Constraint* old = FindConstraint(*fate.from, constraint.name);
      const bool checked = old && !fate.creates.contains(element) &&
                           old->definition == constraint.definition + std::string(kNotValid);
      if (checked) candidates_.emplace(Place{fate.to->id, element}, Candidate{Way::kCheck});
    }
  }

  static std::optional<Way> WayOf(const Fate& fate, const Element& element) {
    const Object& object = *fate.to;
    if (element.kind == ElementKind::kIndex) {
      const Index* index = FindIndex(object, element.name);
      if (!index) return std::nullopt;
      return WayOfIndex(fate, element, IsPartitioned(object));
    }
    const Constraint* constraint =
        element.kind == ElementKind::kConstraint ? FindConstraint(object, element.name) : nullptr;
    if (!constraint) return std::nullopt;
    if (IsKey(*constraint)) {
      if (!IndexOfKey(*constraint)) return std::nullopt;
      return WayOfIndex(fate, element, IsPartitioned(object));
    }
    const bool foreign = constraint->kind == ConstraintKind::kForeignKey;
    if (!foreign && constraint->kind != ConstraintKind::kCheck) return std::nullopt;
    // The foreign key of a partitioned table cannot be made unchecked.
    if (IsUnchecked(*constraint) || (foreign && IsPartitioned(object))) {
      return std::nullopt;
    }
    return Way::kCheck;
  }

  static std::optional<Way> WayOfIndex(const Fate& fate, const Element& element, bool partitioned) {
    if (MovesInTree(fate) || Identifies(*fate.from, element.name) ||
        Identifies(*fate.to, element.name)) {
      return std::nullopt;
    }
    if (!partitioned) return Way::kBuild;
    // Until the new one is there, the old one would be missing.
    if (fate.drops.contains(element)) return std::nullopt;
    return Way::kEnd;
  }

  // A new partition's indexes can wait for those of its table.
  void CollectAttached(const Object& object) {
    const Table* table = std::get_if<Table>(&object.definition);
    if (!table) return;
    const auto collect = [&](const auto& part) {
      if (!part.attached_to.empty()) {
        candidates_.emplace(Place{object.id, PartElement(part)}, Candidate{Way::kEnd});
      }
    };
    std::ranges::for_each(table->indexes, collect);
    std::ranges::for_each(table->constraints, collect);
  }

  void ListNeeders() {
    for (const auto& [id, object] : to_.objects) {
      for (const Dependency& need : object.attributes.needs) {
        for (const Element& element : need.elements) {
          const bool part =
              element.kind == ElementKind::kIndex || element.kind == ElementKind::kConstraint;
          if (part) needers_[{need.on, element}].emplace_back(id, need.element);
        }
      }
    }
    for (const auto& [place, candidate] : candidates_) {
      if (candidate.way == Way::kCheck) continue;
      for (const Element& key : OwnReferences(to_.objects.at(place.first))) {
        const bool made = fates_.at(place.first).creates.contains(key);
        if (made) needers_[place].emplace_back(place.first, key);
      }
    }
  }

  // Takes out what cannot wait because of others; whether there was such.
  bool Prune() {
    const auto gone = std::ranges::find_if(candidates_, [&](auto& entry) {
      return entry.second.way != Way::kCheck &&
             (IsNeededAtOnce(entry.first) || !ParentWaits(entry.first));
    });
    if (gone == candidates_.end()) return false;
    candidates_.erase(gone);
    return true;
  }

  bool IsNeededAtOnce(const Place& place) {
    const auto needers = needers_.find(place);
    if (needers == needers_.end()) return false;
    return std::ranges::any_of(needers->second, [&](const Place& needer) {
      const auto found = candidates_.find(needer);
      if (found == candidates_.end()) return true;
      if (found->second.way == Way::kCheck) found->second.after_keys = true;
      return false;
    });
  }

  // A part of a partition that belongs to one of its table's waits with that one or not at all.
  bool ParentWaits(const Place& place) const {
    const Object& object = to_.objects.at(place.first);
    const Index* index =
        place.second.kind == ElementKind::kIndex ? FindIndex(object, place.second.name) : nullptr;
    const Constraint* constraint = FindConstraint(object, place.second.name);
    const std::string attached = index ? index->attached_to : constraint->attached_to;
    if (attached.empty()) return true;
    return std::ranges::any_of(object.attributes.needs, [&](const Dependency& need) {
      return need.element == place.second &&
             std::ranges::any_of(need.elements, [&](const Element& element) {
               return candidates_.contains({need.on, element});
             });
    });
  }

  const Schema& from_;
  const Schema& to_;
  const Fates& fates_;
  Candidates candidates_;
  std::map<Place, std::vector<Place>> needers_;
};

// The text of an index or key, and what it belongs to.
struct OldPart {
  std::string definition;
  std::string attached_to;
};

std::optional<OldPart> FindOld(const Object& object, const Element& element) {
  if (const Index* index = FindIndex(object, element.name);
      index && element.kind == ElementKind::kIndex) {
    return OldPart{index->definition, index->attached_to};
  }
  const Constraint* constraint = FindConstraint(object, element.name);
  if (!constraint || !IsKey(*constraint)) return std::nullopt;
  return OldPart{constraint->definition, constraint->attached_to};
}

// A column of a primary key cannot be given back its NULLs.
bool KeepsNotNulls(const Fate& fate, const Element& key) {
  const Constraint* constraint = FindConstraint(*fate.from, key.name);
  if (!constraint || constraint->kind != ConstraintKind::kPrimaryKey) return true;
  const std::vector<Column>& columns = std::get<Table>(fate.to->definition).columns;
  return std::ranges::none_of(columns, [&](const Column& column) {
    return !column.not_null && Mentions(constraint->definition, column.name);
  });
}

bool IsNeeded(const Schema& schema, const ObjectId& id, const Element& part) {
  if (!OwnReferences(schema.objects.at(id)).empty()) return true;
  return std::ranges::any_of(schema.objects, [&](const auto& entry) {
    return std::ranges::any_of(entry.second.attributes.needs, [&](const Dependency& need) {
      return need.on == id && std::ranges::count(need.elements, part) > 0;
    });
  });
}

// Whether foreign keys to the table are made: the server would let them need any unique index that
// is there.
bool IsReferredToAnew(const Schema& to, const Fates& fates, const ObjectId& id) {
  if (!OwnReferences(to.objects.at(id)).empty()) return true;
  return std::ranges::any_of(fates, [&](const auto& entry) {
    const Fate& fate = entry.second;
    return fate.to && std::ranges::any_of(fate.to->attributes.needs, [&](const Dependency& need) {
             return need.on == id && need.element.kind == ElementKind::kConstraint &&
                    (!fate.stays() || fate.creates.contains(need.element));
           });
  });
}

bool IsUnique(const Object& object, const Element& element) {
  const Index* index = FindIndex(object, element.name);
  return element.kind != ElementKind::kIndex || !index || index->unique;
}

}  // namespace

Candidates FindCandidates(const Schema& from, const Schema& to, const Fates& fates) {
  return CandidateFinder(from, to, fates).Find();
}

bool CanWait(const Schema& from, const Schema& to, const Fates& fates, const Fate& fate,
             const Element& element) {
  const Object& object = *fate.from;
  const std::optional<OldPart> old = FindOld(object, element);
  if (!old || !old->attached_to.empty() || IsPartitioned(object) || MovesInTree(fate) ||
      Identifies(object, element.name) || !KeepsNotNulls(fate, element) ||
      IsNeeded(from, object.id, element) ||
      (IsUnique(object, element) && IsReferredToAnew(to, fates, object.id))) {
    return false;
  }
  const bool touched = std::ranges::any_of(fate.drops,
                                           [&](const Element& dropped) {
                                             return dropped.kind == ElementKind::kColumn &&
                                                    Mentions(old->definition, dropped.name);
                                           }) ||
                       std::ranges::any_of(fate.retypes, [&](const std::string& column) {
                         return Mentions(old->definition, column);
                       });
  if (touched) return false;
  return std::ranges::none_of(object.attributes.needs, [&](const Dependency& need) {
    return need.element == element && (fates.contains(need.on) || !to.objects.contains(need.on));
  });
}

}  // namespace pggit
