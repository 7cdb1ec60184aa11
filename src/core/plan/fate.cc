#include "core/plan/fate.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "core/ddl/definition.h"
#include "core/ddl/mention.h"
#include "core/diff/parts.h"
#include "core/plan/fate_book.h"
#include "core/plan/inheritance.h"
#include "core/plan/not_nulls.h"

namespace pggit {
namespace {

class FateDecider {
 public:
  FateDecider(const Schema& from, const Schema& to, const PlanOptions& options)
      : book_(from, to), options_(options) {}

  Fates Decide() {
    AssessDifferences(book_, options_);
    SpreadDisturbances(book_);
    FreeKeysInCircles();
    SpreadDisturbances(book_);
    if (options_.one_transaction) {
      while (ReplaceUsedEnum()) SpreadDisturbances(book_);
    }
    FreeColumns();
    if (options_.server_major >= kNotNullsHaveNames) KeepNotNulls();
    SwapTogether();
    LiftDefaultPrivileges();
    const Migration migration{book_.from(), book_.to(), book_.fates(), options_};
    RequireExactInheritance(migration);
    RequireTypesOrder(migration);
    return std::move(book_.fates());
  }

 private:
  // Tables that refer to each other cannot become unlogged, or logged, one after the other.
  void FreeKeysInCircles() {
    std::map<ObjectId, std::set<ObjectId>> refers;
    for (const auto& [id, fate] : book_.fates()) {
      if (!ChangesPersistence(fate)) continue;
      for (const Dependency& need : KeptKeys(fate)) refers[id].insert(need.on);
    }
    for (auto& [id, fate] : book_.fates()) {
      if (!refers.contains(id)) continue;
      for (const Dependency& need : KeptKeys(fate)) {
        if (Leads(refers, need.on, id)) book_.Remake(fate, need.element);
      }
    }
  }

  static bool ChangesPersistence(const Fate& fate) {
    return fate.stays() && fate.from && fate.to && fate.from->id.kind == Kind::kTable &&
           std::get<Table>(fate.from->definition).persistence !=
               std::get<Table>(fate.to->definition).persistence;
  }

  // The foreign keys that stay on a table, to tables whose persistence changes, too.
  std::vector<Dependency> KeptKeys(const Fate& fate) const {
    std::vector<Dependency> keys;
    for (const Dependency& need : fate.from->attributes.needs) {
      const auto on = book_.fates().find(need.on);
      if (need.element.kind == ElementKind::kConstraint && !fate.drops.contains(need.element) &&
          on != book_.fates().end() && ChangesPersistence(on->second)) {
        keys.push_back(need);
      }
    }
    return keys;
  }

  // Whether the references of `from` lead to `to`.
  static bool Leads(const std::map<ObjectId, std::set<ObjectId>>& refers, const ObjectId& from,
                    const ObjectId& to) {
    std::set<ObjectId> seen = {from};
    std::deque<ObjectId> open = {from};
    for (; !open.empty(); open.pop_front()) {
      const auto found = refers.find(open.front());
      if (found == refers.end()) continue;
      for (const ObjectId& next : found->second) {
        if (next == to) return true;
        if (seen.insert(next).second) open.push_back(next);
      }
    }
    return false;
  }

  // A value added to an enum cannot be used in the same transaction; those of a new type can.
  bool ReplaceUsedEnum() {
    for (auto& [id, fate] : book_.fates()) {
      if (!fate.from || !fate.to || !fate.stays()) continue;
      const EnumType* from = std::get_if<EnumType>(&fate.from->definition);
      const EnumType* to = std::get_if<EnumType>(&fate.to->definition);
      if (!from || !to) continue;
      for (const std::string& value : to->values) {
        if (std::ranges::count(from->values, value) || !IsUsed(id, value)) continue;
        book_.Replace(fate);
        return true;
      }
    }
    return false;
  }

  bool IsUsed(const ObjectId& type, const std::string& value) const {
    return std::ranges::any_of(book_.fates(), [&](const auto& entry) {
      return entry.first != type && entry.second.to &&
             HoldsLiteral(RenderDefinition(*entry.second.to), value);
    });
  }

  // Columns that become a table's own do so when it is let go by the parents that gave them.
  void FreeColumns() {
    std::vector<std::pair<Fate*, std::size_t>> bonds;
    const Migration migration{book_.from(), book_.to(), book_.fates(), options_};
    for (auto& [id, fate] : book_.fates()) {
      if (const auto bond = BondToRemake(migration, fate)) bonds.emplace_back(&fate, *bond);
    }
    for (const auto& [fate, bond] : bonds) book_.RemakeBonds(*fate, bond);
    if (!bonds.empty()) SpreadDisturbances(book_);
  }

  // Not-null constraints come and go with what is said of their columns.
  void KeepNotNulls() {
    for (auto& [id, fate] : book_.fates()) {
      if (!IsTable(id) || !fate.from || !fate.stays()) continue;
      for (const Constraint& constraint : std::get<Table>(fate.from->definition).constraints) {
        if (constraint.kind == ConstraintKind::kNotNull) fate.drops.erase(PartElement(constraint));
      }
    }
  }

  // What a type that is put aside is made of is put aside with it.
  void SwapTogether() {
    for (bool found = true; std::exchange(found, false);) {
      for (const auto& [id, fate] : book_.fates()) {
        if (fate.way != Fate::Way::kSwap) continue;
        for (const Dependency& need : fate.from->attributes.needs) {
          const auto on = book_.fates().find(need.on);
          const bool type = need.on.kind == Kind::kType || need.on.kind == Kind::kDomain ||
                            need.on.kind == Kind::kCollation;
          if (!type || on == book_.fates().end() || on->second.way != Fate::Way::kReplace) continue;
          on->second.way = Fate::Way::kSwap;
          found = true;
        }
      }
    }
  }

  // Default privileges are lifted while extensions are made.
  void LiftDefaultPrivileges() {
    const bool made = std::ranges::any_of(book_.fates(), [](const auto& entry) {
      return entry.first.kind == Kind::kExtension && entry.second.to && !entry.second.stays();
    });
    if (!made) return;
    for (const auto& [id, object] : book_.from().objects) {
      if (id.kind != Kind::kDefaultPrivileges || !book_.FindNew(id)) continue;
      book_.FateOf(id).way = Fate::Way::kReplace;
    }
  }

  FateBook book_;
  const PlanOptions& options_;
};

}  // namespace

Fates DecideFates(const Schema& from, const Schema& to, const PlanOptions& options) {
  return FateDecider(from, to, options).Decide();
}

}  // namespace pggit
