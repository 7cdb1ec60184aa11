#include "core/plan/online.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "core/base/identifier.h"
#include "core/plan/alter.h"
#include "core/plan/deferral.h"
#include "core/plan/effective_columns.h"
#include "core/plan/key_index.h"
#include "core/plan/part_edit.h"
#include "core/plan/state_id.h"

namespace pggit {
namespace {

class OnlinePlanner {
 public:
  OnlinePlanner(const Schema& from, const Schema& to, const PlanOptions& options)
      : from_(from),
        to_(to),
        options_(options),
        deferral_(Defer(from, to, DecideFates(from, to, options))),
        now_(std::move(deferral_.first)),
        digest_(now_) {
    options_.online = false;
    plan_.online = true;
  }

  Plan Run() {
    AddFirst();
    for (const DeferredIndex& index : deferral_.indexes) {
      if (!index.there) Build(index);
    }
    SetNotNulls();
    Validate(/*after_keys=*/false);
    PutInPlace();
    for (const DeferredDrop& drop : deferral_.drops) DropConcurrently(drop);
    AddLast();
    Validate(/*after_keys=*/true);
    return std::move(plan_);
  }

 private:
  // Whatever is not deferred. Values that are added to an enum come before all else.
  void AddFirst() {
    Plan first = BuildPlanAsNamed(from_, now_, options_);
    plan_.reordered = std::move(first.reordered);
    if (first.parts.size() > 1) {
      StateDigest digest(from_);
      for (const Step& step : first.parts.front()) {
        Object object = from_.objects.at(step.object);
        object.definition = to_.objects.at(step.object).definition;
        digest.Update(object);
      }
      plan_.ends.push_back(digest.Id());
    }
    if (!first.empty()) plan_.ends.push_back(digest_.Id());
    plan_.parts = std::move(first.parts);
  }

  // What is said of the parts that came later, what binds those of partitions, and foreign keys
  // that need such.
  void AddLast() {
    Schema target = to_;
    for (const DeferredCheck& check : deferral_.checks) {
      if (!check.after_keys) continue;
      Table& table = std::get<Table>(target.objects.at(check.table).definition);
      for (Constraint& each : table.constraints) {
        if (each.name == check.name) each.definition += kNotValid;
      }
    }
    Plan last = BuildPlanAsNamed(now_, target, options_);
    now_ = std::move(target);
    digest_ = StateDigest(now_);
    for (Part& part : last.parts) {
      plan_.parts.push_back(std::move(part));
      plan_.ends.push_back(digest_.Id());
    }
  }

  void End(Part part, const ObjectId& changed) { End(std::move(part), std::vector{changed}); }

  void End(Part part, const std::vector<ObjectId>& changed) {
    for (const ObjectId& id : changed) digest_.Update(now_.objects.at(id));
    plan_.parts.push_back(std::move(part));
    plan_.ends.push_back(digest_.Id());
  }

  static Step Make(const ObjectId& id, Element element, std::string sql, Cost cost) {
    return {id, std::move(element), std::move(sql), std::move(cost)};
  }

  static Step Alone(const ObjectId& id, Element element, std::string sql, Hazards hazards,
                    std::string note = {}) {
    hazards.Add(Hazard::kNotTransactional);
    Step step = Make(id, std::move(element), std::move(sql),
                     Locks(id, LockMode::kShareUpdateExclusive, hazards, std::move(note)));
    step.alone = true;
    return step;
  }

  static std::string AlterTable(const ObjectId& id) { return "ALTER TABLE " + SqlName(id) + ' '; }

  void Build(const DeferredIndex& deferred) {
    const ObjectId& id = deferred.relation;
    const Index& index = deferred.index;
    const std::string unique = index.unique ? "UNIQUE " : "";
    const std::string note =
        index.unique ? "fails when two rows have the same; what was built is dropped then" : "";
    PutIndex(now_.objects.at(id), index, to_.objects.at(id), deferred.element);
    End({Alone(id, deferred.element,
               "CREATE " + unique + "INDEX CONCURRENTLY " + QuoteIdentifier(index.name) + " ON " +
                   SqlName(id) + ' ' + WithTablespace(index.definition, index.tablespace),
               {Hazard::kFullScan, Hazard::kIndexBuild}, note)},
        id);
  }

  Step Validation(const ObjectId& id, const std::string& name, std::string note = {}) {
    for (Constraint& each : std::get<Table>(now_.objects.at(id).definition).constraints) {
      if (each.name == name && IsUnchecked(each)) {
        each.definition.resize(each.definition.size() - kNotValid.size());
      }
    }
    Cost cost = Locks(id, LockMode::kShareUpdateExclusive);
    if (std::get<Table>(now_.objects.at(id).definition).partition_by.empty()) {
      cost.hazards.Add(Hazard::kFullScan);
      cost.note = std::move(note);
    }
    return Make(id, {ElementKind::kConstraint, name},
                AlterTable(id) + "VALIDATE CONSTRAINT " + QuoteIdentifier(name), std::move(cost));
  }

  void SetNotNulls() {
    for (const DeferredNotNull& each : deferral_.not_nulls) {
      for (const ObjectId& table : each.tables) {
        const Constraint& check = *FindConstraint(now_.objects.at(table), each.check);
        if (!IsUnchecked(check)) continue;
        Step step = Validation(table, each.check, "fails when a row has no value there");
        step.element = {ElementKind::kColumn, each.column};
        End({std::move(step)}, table);
      }
    }
    for (const DeferredNotNull& each : deferral_.not_nulls) {
      for (const ObjectId& table : each.tables) {
        Object& object = now_.objects.at(table);
        for (Column& other : std::get<Table>(object.definition).columns) {
          if (other.name == each.column) other.not_null = true;
        }
        TakePart(object, {ElementKind::kConstraint, each.check});
      }
      const Element column{ElementKind::kColumn, each.column};
      const Cost cost = Locks(each.table, LockMode::kAccessExclusive);
      const std::string alter = AlterTable(each.table);
      End({Make(each.table, column,
                alter + "ALTER COLUMN " + QuoteIdentifier(each.column) + " SET NOT NULL", cost),
           Make(each.table, column, alter + "DROP CONSTRAINT " + QuoteIdentifier(each.check),
                cost)},
          each.tables);
    }
  }

  // How many tables a partition is below.
  int Depth(const ObjectId& id) const {
    int depth = 0;
    const Object* object = &to_.objects.at(id);
    while ((object = FindTable(to_, std::get<Table>(object->definition).partition_of))) ++depth;
    return depth;
  }

  // Each in a transaction of its own. Partitions come before their tables, for which nothing is
  // left to read then.
  void Validate(bool after_keys) {
    std::vector<std::pair<int, const DeferredCheck*>> checks;
    for (const DeferredCheck& check : deferral_.checks) {
      if (check.after_keys != after_keys) continue;
      checks.emplace_back(-Depth(check.table), &check);
    }
    std::ranges::stable_sort(checks, {}, &std::pair<int, const DeferredCheck*>::first);
    for (const auto& [depth, check] : checks) {
      End({Validation(check->table, check->name, "fails when a row does not fit")}, check->table);
    }
  }

  // New indexes take the names of the old ones, and keys are made of theirs.
  void PutInPlace() {
    for (const DeferredIndex& index : deferral_.indexes) {
      if (!index.key.empty()) {
        MakeKey(index);
      } else if (index.replaces) {
        Swap(index);
      }
    }
  }

  static Step Rename(const DeferredIndex& deferred, const std::string& from,
                     const std::string& to) {
    const std::string name = QuoteQualified(deferred.relation.schema, from);
    return Make(deferred.relation, deferred.element,
                "ALTER INDEX " + name + " RENAME TO " + QuoteIdentifier(to),
                LocksIndex(deferred.relation, from, LockMode::kShareUpdateExclusive));
  }

  void Swap(const DeferredIndex& deferred) {
    const std::string& name = deferred.element.name;
    Object& object = now_.objects.at(deferred.relation);
    RenameIndex(object, name, deferred.old_name);
    RenameIndex(object, deferred.index.name, name);
    deferral_.drops.push_back({deferred.relation, deferred.old_name});
    End({Rename(deferred, name, deferred.old_name), Rename(deferred, deferred.index.name, name)},
        deferred.relation);
  }

  void MakeKey(const DeferredIndex& deferred) {
    const ObjectId& id = deferred.relation;
    const std::string& name = deferred.element.name;
    Object& object = now_.objects.at(id);
    const Object& target = to_.objects.at(id);
    Part part;
    if (deferred.replaces) {
      part.push_back(Make(id, deferred.element,
                          AlterTable(id) + "DROP CONSTRAINT " + QuoteIdentifier(name),
                          Locks(id, LockMode::kAccessExclusive)));
      part.push_back(Rename(deferred, deferred.index.name, name));
      TakePart(object, deferred.element);
    }
    TakePart(object, {ElementKind::kIndex, deferred.index.name});
    PutConstraint(object, *FindConstraint(target, name), target, deferred.element);
    part.push_back(
        Make(id, deferred.element,
             AlterTable(id) + "ADD CONSTRAINT " + QuoteIdentifier(name) + ' ' + deferred.key,
             Locks(id, LockMode::kAccessExclusive)));
    End(std::move(part), id);
  }

  void DropConcurrently(const DeferredDrop& drop) {
    const Element element{ElementKind::kIndex, drop.index};
    TakePart(now_.objects.at(drop.relation), element);
    End({Alone(drop.relation, element,
               "DROP INDEX CONCURRENTLY " + QuoteQualified(drop.relation.schema, drop.index), {})},
        drop.relation);
  }

  const Schema& from_;
  const Schema& to_;
  PlanOptions options_;
  Deferral deferral_;
  Schema now_;  // What the database has after the parts so far.
  StateDigest digest_;
  Plan plan_;
};

}  // namespace

Plan BuildOnlinePlan(const Schema& from, const Schema& to, const PlanOptions& options) {
  return OnlinePlanner(from, to, options).Run();
}

}  // namespace pggit
