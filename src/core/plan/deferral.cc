#include "core/plan/deferral.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/identifier.h"
#include "core/diff/parts.h"
#include "core/model/parts_of.h"
#include "core/plan/candidates.h"
#include "core/plan/elements.h"
#include "core/plan/key_index.h"
#include "core/plan/name_claims.h"
#include "core/plan/part_edit.h"

namespace pggit {
namespace {

using Way = Candidate::Way;

constexpr std::string_view kBuiltAs = "pggit_new_";
constexpr std::string_view kCalledOld = "pggit_old_";
constexpr std::string_view kCheckedBy = "pggit_not_null_";

class Deferrer {
 public:
  Deferrer(const Schema& from, const Schema& to, const Fates& fates)
      : from_(from), to_(to), fates_(fates) {
    result_.first = to;
    for (const Schema* schema : {&from, &to}) {
      for (const auto& [id, object] : schema->objects) {
        for (std::string& claim : NameClaims(object)) taken_.insert(std::move(claim));
      }
    }
    for (const auto& [id, object] : to.objects) {
      for (std::string& claim : NameClaims(object)) claimed_.insert(std::move(claim));
    }
  }

  Deferral Run() {
    candidates_ = FindCandidates(from_, to_, fates_);
    for (const auto& [place, candidate] : candidates_) {
      switch (candidate.way) {
        case Way::kBuild: Build(place.first, place.second); break;
        case Way::kCheck: Check(place.first, place.second.name, candidate.after_keys); break;
        case Way::kEnd: TakePart(First(place.first), place.second); break;
      }
    }
    for (const auto& [id, fate] : fates_) {
      if (!fate.from || !fate.to || !fate.stays()) continue;
      DropIndexes(fate);
      if (id.kind == Kind::kTable) NotNulls(fate);
    }
    return std::move(result_);
  }

 private:
  Object& First(const ObjectId& id) { return result_.first.objects.at(id); }

  void Build(const ObjectId& id, const Element& element) {
    const Object& target = to_.objects.at(id);
    const Fate& fate = fates_.at(id);
    DeferredIndex deferred{
        .relation = id, .element = element, .index = {}, .key = {}, .old_name = {}};
    Index& index = deferred.index;
    std::optional<KeyIndex> key;
    if (element.kind == ElementKind::kIndex) {
      const Index& wanted = *FindIndex(target, element.name);
      index.unique = wanted.unique;
      index.definition = wanted.definition;
      index.tablespace = wanted.tablespace;
    } else {
      const Constraint& wanted = *FindConstraint(target, element.name);
      key = IndexOfKey(wanted);
      index.unique = true;
      index.definition = key->definition;
      index.tablespace = wanted.tablespace;
    }
    index.name = element.name;
    TakePart(First(id), element);
    deferred.replaces = fate.drops.contains(element) && CanWait(from_, to_, fates_, fate, element);
    if (deferred.replaces) KeepUntilReplaced(fate, element, deferred);
    if (const Index* built = FindBuilt(*fate.from, deferred);
        built && CanStay(fate, *built) && used_.emplace(id, built->name).second) {
      index.name = built->name;
      deferred.there = true;
      PutPart(First(id), *fate.from, {ElementKind::kIndex, built->name});
    }
    if (key) {
      deferred.key =
          key->constraint + " USING INDEX " + QuoteIdentifier(element.name) + key->ending;
    }
    result_.indexes.push_back(std::move(deferred));
  }

  // The old index or key stays under its name; the new one is built under another.
  void KeepUntilReplaced(const Fate& fate, const Element& element, DeferredIndex& deferred) {
    PutPart(First(fate.to->id), *fate.from, element);
    Unmark(fate, element);
    deferred.index.name = FreeName(kBuiltAs, fate.to->id.schema);
    if (element.kind == ElementKind::kIndex) {
      deferred.old_name = FreeName(kCalledOld, fate.to->id.schema);
    }
  }

  // A table is clustered on one index; what goes gives up the mark.
  void Unmark(const Fate& fate, const Element& element) {
    const auto unmark = [&](auto& parts) {
      for (auto& each : parts) {
        if (each.name == element.name) each.clustered = false;
      }
    };
    Definition& definition = First(fate.to->id).definition;
    if (element.kind == ElementKind::kConstraint) {
      unmark(std::get<Table>(definition).constraints);
    } else {
      unmark(*IndexesOf(definition));
    }
  }

  // What an earlier run built already: under the name of the key, or under one of ours.
  const Index* FindBuilt(const Object& object, const DeferredIndex& deferred) const {
    const std::vector<Index>* indexes = IndexesOf(object.definition);
    const bool key = deferred.element.kind == ElementKind::kConstraint;
    const auto found = std::ranges::find_if(*indexes, [&](const Index& index) {
      const bool named = deferred.replaces ? index.name.starts_with(kBuiltAs)
                                           : key && index.name == deferred.element.name;
      return named && index.unique == deferred.index.unique &&
             index.definition == deferred.index.definition &&
             index.tablespace == deferred.index.tablespace;
    });
    return found == indexes->end() ? nullptr : &*found;
  }

  bool CanStay(const Fate& fate, const Index& index) const {
    return CanWait(from_, to_, fates_, fate, PartElement(index));
  }

  void Check(const ObjectId& id, const std::string& name, bool after_keys) {
    const Element element{ElementKind::kConstraint, name};
    if (after_keys) {
      TakePart(First(id), element);
    } else {
      for (Constraint& constraint : std::get<Table>(First(id).definition).constraints) {
        if (constraint.name == name) constraint.definition += kNotValid;
      }
    }
    result_.checks.push_back({id, name, after_keys});
  }

  void DropIndexes(const Fate& fate) {
    const ObjectId& id = fate.to->id;
    for (const Element& element : fate.drops) {
      const bool gone = element.kind == ElementKind::kIndex && !FindIndex(First(id), element.name);
      if (!gone || fate.creates.contains(element) || IsClaimed(*fate.from, element) ||
          !CanWait(from_, to_, fates_, fate, element)) {
        continue;
      }
      PutPart(First(id), *fate.from, element);
      Unmark(fate, element);
      result_.drops.push_back({id, element.name});
    }
  }

  bool IsClaimed(const Object& object, const Element& element) const {
    return std::ranges::any_of(NameClaims(object, element),
                               [&](const std::string& claim) { return claimed_.contains(claim); });
  }

  // The table and its partitions, those below others first. Nothing when there are others that
  // statements about it go down to, or when partitions come from elsewhere.
  std::optional<std::vector<ObjectId>> Tree(const Fate& fate) const {
    const Table& table = std::get<Table>(fate.to->definition);
    if (!table.partition_of.empty() || !table.inherits.empty() || !table.of_type.empty()) return {};
    std::vector<ObjectId> tree = {fate.to->id};
    for (std::size_t i = 0; i < tree.size(); ++i) {
      const std::string name = SqlName(tree[i]);
      for (const auto& [id, object] : to_.objects) {
        const Table* other = std::get_if<Table>(&object.definition);
        if (!other) continue;
        if (std::ranges::count(other->inherits, name) > 0) return {};
        if (other->partition_of != name) continue;
        if (id.kind != Kind::kTable || ComesFromElsewhere(id)) return {};
        tree.push_back(id);
      }
    }
    std::ranges::reverse(tree);
    return tree;
  }

  bool ComesFromElsewhere(const ObjectId& id) const {
    const auto fate = fates_.find(id);
    return fate != fates_.end() && fate->second.stays() &&
           (fate->second.creates.contains(kAttachment) || fate->second.drops.contains(kAttachment));
  }

  void NotNulls(const Fate& fate) {
    const Table& from = std::get<Table>(fate.from->definition);
    const Table& to = std::get<Table>(fate.to->definition);
    const auto asks = [&](const Column& column) {
      const Column* old = FindPart(from.columns, column.name);
      return column.not_null && old && !old->not_null && !column.identity &&
             !fate.creates.contains(PartElement(column)) && !IsRow(column.type) &&
             !HasNamedNotNull(*fate.to, column.name);
    };
    if (std::ranges::none_of(to.columns, asks)) return;
    const auto tree = Tree(fate);
    if (!tree || std::ranges::any_of(*tree, [&](const ObjectId& id) { return AsksAtOnce(id); })) {
      return;
    }
    for (const Column& column : to.columns) {
      if (asks(column)) NotNull(*tree, column.name);
    }
  }

  void NotNull(const std::vector<ObjectId>& tree, const std::string& column) {
    DeferredNotNull deferred{tree.back(), tree, column, NameOfCheck(tree, column)};
    for (const ObjectId& id : tree) {
      Object& object = First(id);
      Constraint check;
      check.name = deferred.check;
      check.definition = NotNullCheck(column);
      const auto old = from_.objects.find(id);
      if (old != from_.objects.end()) {
        const Constraint* known = FindConstraint(old->second, check.name);
        if (!known || known->definition != check.definition) check.definition += kNotValid;
        const Column* before = FindPart(std::get<Table>(old->second.definition).columns, column);
        for (Column& each : std::get<Table>(object.definition).columns) {
          if (each.name == column) each.not_null = before && before->not_null;
        }
      }
      PutConstraint(object, std::move(check), object, {ElementKind::kConstraint, ""});
    }
    result_.not_nulls.push_back(std::move(deferred));
  }

  // Values of a row type are null to IS NULL when all in them is.
  bool IsRow(const std::string& type) const {
    return std::ranges::any_of(to_.objects, [&](const auto& entry) {
      const Definition& definition = entry.second.definition;
      const bool row = std::holds_alternative<CompositeType>(definition) ||
                       std::holds_alternative<Table>(definition) ||
                       std::holds_alternative<Domain>(definition);
      return row && SqlName(entry.first) == type;
    });
  }

  // Since 18 a NOT NULL can have a name of its own, which a plan gives it where it is made.
  static bool HasNamedNotNull(const Object& object, const std::string& column) {
    const std::string text = "NOT NULL " + QuoteIdentifier(column);
    return std::ranges::any_of(std::get<Table>(object.definition).constraints,
                               [&](const Constraint& constraint) {
                                 return constraint.kind == ConstraintKind::kNotNull &&
                                        constraint.definition.starts_with(text);
                               });
  }

  // What needs columns to be NOT NULL, and is made before they are.
  bool AsksAtOnce(const ObjectId& id) const {
    const auto found = fates_.find(id);
    if (found == fates_.end() || !found->second.stays()) return false;
    const Fate& fate = found->second;
    const Table& to = std::get<Table>(fate.to->definition);
    return fate.creates.contains(kReplicaIdentity) ||
           std::ranges::any_of(to.constraints, [&](const Constraint& constraint) {
             const Element element = PartElement(constraint);
             return constraint.kind == ConstraintKind::kPrimaryKey &&
                    fate.creates.contains(element) && !candidates_.contains({id, element});
           });
  }

  // That of a check which an earlier run made, or a new one.
  std::string NameOfCheck(const std::vector<ObjectId>& tree, const std::string& column) {
    const std::string definition = NotNullCheck(column);
    const Object& root = from_.objects.at(tree.back());
    for (const Constraint& old : std::get<Table>(root.definition).constraints) {
      const bool same =
          old.definition == definition || old.definition == definition + std::string(kNotValid);
      if (same && old.name.starts_with(kCheckedBy) && !FindConstraint(First(root.id), old.name)) {
        return old.name;
      }
    }
    const auto is_taken = [&](const std::string& name) {
      return std::ranges::any_of(tree, [&](const ObjectId& id) {
        const auto old = from_.objects.find(id);
        return FindConstraint(First(id), name) ||
               (old != from_.objects.end() && FindConstraint(old->second, name));
      });
    };
    for (int number = 1;; ++number) {
      std::string name = std::string(kCheckedBy) + std::to_string(number);
      if (!is_taken(name)) return name;
    }
  }

  std::string FreeName(std::string_view stem, const std::string& schema) {
    for (int number = 1;; ++number) {
      std::string name = std::string(stem) + std::to_string(number);
      if (taken_.insert("relation " + QuoteQualified(schema, name)).second) return name;
    }
  }

  const Schema& from_;
  const Schema& to_;
  const Fates& fates_;
  Candidates candidates_;
  std::set<std::string> taken_;                      // Names on either side, and those given since.
  std::set<std::string> claimed_;                    // Names in the target.
  std::set<std::pair<ObjectId, std::string>> used_;  // Indexes that an earlier run built.
  Deferral result_;
};

}  // namespace

std::string NotNullCheck(const std::string& column) {
  return "CHECK ((" + QuoteIdentifier(column) + " IS NOT NULL))";
}

Deferral Defer(const Schema& from, const Schema& to, const Fates& fates) {
  return Deferrer(from, to, fates).Run();
}

}  // namespace pggit
