#include <algorithm>
#include <map>
#include <optional>

#include "core/base/identifier.h"
#include "core/diff/parts.h"
#include "core/plan/alter.h"
#include "core/plan/effective_columns.h"
#include "core/plan/inheritance.h"
#include "core/plan/not_nulls.h"

namespace pggit {
namespace {

class NotNullNamer {
 public:
  NotNullNamer(const Migration& migration, const Fate& fate)
      : migration_(migration),
        fate_(fate),
        id_(fate.to->id),
        alter_("ALTER " + std::string(KindName(id_.kind)) + ' ' + SqlName(id_) + ' ') {}

  Actions Run() {
    const Table& old = std::get<Table>(fate_.from->definition);
    Table table = std::get<Table>(fate_.to->definition);
    if (migration_.options.server_major >= kNotNullsHaveNames) ListNotNulls(id_, table);
    const std::vector<Column> columns = EffectiveColumns(migration_.to, *fate_.to);
    MoveAside(columns, table);
    for (const Column& column : columns) {
      const Constraint* constraint = FindNotNull(table, column.name);
      if (!constraint) continue;
      const Constraint* known = FindPart(old.constraints, constraint->name);
      if (fate_.creates.contains(PartElement(*constraint)) ||
          (known && known->definition != constraint->definition)) {
        Make(*constraint, column.name);
      }
    }
    return std::move(actions_);
  }

 private:
  void Say(const Constraint& constraint, const std::string& action, Hazards hazards = {}) {
    actions_.push_back({{PartElement(constraint), alter_ + action},
                        Locks(id_, LockMode::kAccessExclusive, hazards)});
  }

  // Those that have each other's names get others first.
  void MoveAside(const std::vector<Column>& columns, const Table& table) {
    std::map<std::string, const Constraint*> renamed;
    for (const Column& column : columns) {
      const Constraint* constraint = FindNotNull(table, column.name);
      const auto old = Before(column.name);
      if (constraint && old && old->name != constraint->name)
        renamed.emplace(old->name, constraint);
    }
    int number = 0;
    for (const auto& [name, constraint] : renamed) {
      const bool wanted = std::ranges::any_of(
          renamed, [&](const auto& other) { return other.second->name == name; });
      if (!wanted) continue;
      aside_[name] = "pggit_old_" + std::to_string(++number);
      Say(*constraint, "RENAME CONSTRAINT " + QuoteIdentifier(name) + " TO " + aside_[name]);
    }
  }

  void Make(const Constraint& constraint, const std::string& column) {
    const std::string name = QuoteIdentifier(constraint.name);
    const std::optional<Constraint> old = Before(column);
    const bool unchecked = IsUnchecked(constraint);
    if (!old && (unchecked || migration_.options.server_major < kNotNullsHaveNames)) {
      return Say(constraint, "ADD CONSTRAINT " + name + ' ' + constraint.definition,
                 unchecked ? Hazards() : Hazards{Hazard::kFullScan});
    }
    if (!old && ComesFromParent(column)) return;
    if (old && unchecked) return Uncheck(constraint, column);
    std::string known = old ? old->name : ServersNotNullName(id_.name, column);
    if (old && aside_.contains(known)) known = aside_.at(known);
    if (known != constraint.name) {
      Say(constraint, "RENAME CONSTRAINT " + QuoteIdentifier(known) + " TO " + name);
    }
    if (old && IsUnchecked(*old)) {
      Say(constraint, "VALIDATE CONSTRAINT " + name, {Hazard::kFullScan});
    }
    const bool was_inherited = !old || old->definition.find(" NO INHERIT") == std::string::npos;
    const bool is_inherited = constraint.definition.find(" NO INHERIT") == std::string::npos;
    if (was_inherited != is_inherited) {
      Say(constraint, "ALTER CONSTRAINT " + name + (is_inherited ? " INHERIT" : " NO INHERIT"));
    }
  }

  // What was checked stays so, unless it is made again.
  void Uncheck(const Constraint& constraint, const std::string& column) {
    Say(constraint, "ALTER COLUMN " + QuoteIdentifier(column) + " DROP NOT NULL");
    Say(constraint,
        "ADD CONSTRAINT " + QuoteIdentifier(constraint.name) + ' ' + constraint.definition);
  }

  // The constraint that the column has, and keeps; nothing when it gets one.
  std::optional<Constraint> Before(const std::string& column) const {
    Table table = std::get<Table>(fate_.from->definition);
    if (fate_.creates.contains({ElementKind::kColumn, column})) return std::nullopt;
    ListNotNulls(id_, table);
    const Constraint* found = FindNotNull(table, column);
    return found ? std::optional(*found) : std::nullopt;
  }

  // Whether a parent gets one that goes down to the table, name and all.
  bool ComesFromParent(const std::string& column) const {
    for (const Object* parent : Parents(migration_.to, *fate_.to)) {
      const Fate* fate = migration_.FateOf(parent->id);
      if (!fate || !fate->stays() || !IsBound(migration_, fate_, parent->id)) continue;
      const auto before = EffectiveColumns(migration_.from, *fate->from);
      const auto after = EffectiveColumns(migration_.to, *parent);
      const Column* old = FindColumn(before, column);
      const Column* fresh = FindColumn(after, column);
      if (fresh && fresh->not_null && (!old || !old->not_null)) return true;
    }
    return false;
  }

  const Migration& migration_;
  const Fate& fate_;
  const ObjectId& id_;
  std::string alter_;
  std::map<std::string, std::string> aside_;  // What constraints are called in between.
  Actions actions_;
};

}  // namespace

Actions NameNotNulls(const Migration& migration, const Fate& fate) {
  if (!std::holds_alternative<Table>(fate.to->definition)) return {};
  return NotNullNamer(migration, fate).Run();
}

}  // namespace pggit
