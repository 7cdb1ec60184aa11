#include "core/plan/plan.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "core/base/error.h"
#include "core/ddl/mention.h"
#include "core/diff/diff.h"
#include "core/plan/circles.h"
#include "core/plan/fate.h"
#include "core/plan/migration_graph.h"
#include "core/plan/not_nulls.h"
#include "core/plan/online.h"
#include "core/plan/order.h"
#include "core/plan/parents_first.h"
#include "core/plan/rename.h"
#include "core/plan/state_id.h"

namespace pggit {
namespace {

using Nodes = std::vector<MigrationNode>;

class CircleOpener {
 public:
  CircleOpener(const Migration& migration, const Nodes& nodes, MigrationBreaks& breaks)
      : migration_(migration), nodes_(nodes), breaks_(breaks) {}

  // Opens every circle among the nodes that `order` does not have.
  void OpenAll(const std::vector<std::size_t>& order) {
    std::vector<bool> placed(nodes_.size());
    for (const std::size_t node : order) placed[node] = true;
    std::vector<std::vector<std::size_t>> needs(nodes_.size());
    for (std::size_t node = 0; node < nodes_.size(); ++node) {
      if (placed[node]) continue;
      for (const std::size_t other : nodes_[node].needs) {
        if (!placed[other]) needs[node].push_back(other);
      }
    }
    for (const std::vector<std::size_t>& circle : FindCircles(needs)) {
      if (!OpenDrops(circle) && !OpenMaking(circle)) Fail(circle);
    }
  }

 private:
  // A place among what is dropped: tables first, since letting go of a part costs nothing.
  bool OpenDrops(const std::vector<std::size_t>& circle) {
    for (const std::size_t node : circle) {
      const ObjectId& id = nodes_[node].object;
      if (!DropsWhole(node)) continue;
      if (id.kind == Kind::kTable && breaks_.tables.insert(id).second) return true;
    }
    for (const std::size_t node : circle) {
      const ObjectId& id = nodes_[node].object;
      if (!DropsWhole(node)) continue;
      if (id.kind == Kind::kView && breaks_.views.insert(id).second) return true;
    }
    std::set<ObjectId> objects;
    for (const std::size_t node : circle) objects.insert(nodes_[node].object);
    for (const std::size_t node : circle) {
      const ObjectId& id = nodes_[node].object;
      if (DropsWhole(node) && BodyIsOn(*migration_.fates.at(id).from, objects) &&
          breaks_.functions.insert(id).second) {
        return true;
      }
    }
    return PutAside(circle);
  }

  // What is made of an old type stays under another name until it is made of the new one.
  bool PutAside(const std::vector<std::size_t>& circle) {
    return std::ranges::any_of(circle, [&](std::size_t node) {
      const ObjectId& id = nodes_[node].object;
      const bool type =
          id.kind == Kind::kType || id.kind == Kind::kDomain || id.kind == Kind::kCollation;
      if (!type || !DropsWhole(node)) return false;
      const Fate& fate = migration_.fates.at(id);
      return fate.way == Fate::Way::kReplace &&
             !std::holds_alternative<BaseType>(fate.from->definition) &&
             breaks_.aside.insert(id).second;
    });
  }

  bool DropsWhole(std::size_t node) const {
    return nodes_[node].drops && nodes_[node].element == Element{} &&
           migration_.fates.at(nodes_[node].object).goes();
  }

  std::set<ObjectId> MadeOn(const std::vector<std::size_t>& circle) const {
    std::set<ObjectId> objects;
    for (const std::size_t node : circle) {
      if (!nodes_[node].drops) objects.insert(nodes_[node].object);
    }
    return objects;
  }

  // The places where PlanRestore opens circles.
  bool OpenMaking(const std::vector<std::size_t>& circle) {
    const std::set<ObjectId> objects = MadeOn(circle);
    for (const ObjectId& id : objects) {
      const Object& object = *migration_.fates.at(id).to;
      if (std::holds_alternative<Table>(object.definition) && ChecksAreOn(object, objects) &&
          breaks_.made.tables.insert(id).second) {
        return true;
      }
    }
    for (const ObjectId& id : objects) {
      if (id.kind == Kind::kView && breaks_.made.views.insert(id).second) return true;
    }
    for (const ObjectId& id : objects) {
      const Object& object = *migration_.fates.at(id).to;
      if (!BodyIsOn(object, objects)) continue;
      std::set<ObjectId>& on_circle = breaks_.made.functions[id];
      const std::size_t known = on_circle.size();
      on_circle.insert(objects.begin(), objects.end());
      if (on_circle.size() > known) return true;
    }
    return false;
  }

  [[noreturn]] void Fail(const std::vector<std::size_t>& circle) const {
    std::set<std::string> names;
    for (const std::size_t node : circle) {
      const MigrationNode& step = nodes_[node];
      names.insert(std::string(step.drops ? "drop " : "make ") +
                   Describe(step.object, step.element));
    }
    std::string detail = "They are:";
    for (const std::string& name : names) detail += "\n  " + name;
    throw Error(ErrorCode::kDependencyCycle, "some changes need each other in a circle", detail);
  }

  const Migration& migration_;
  const Nodes& nodes_;
  MigrationBreaks& breaks_;
};

Nodes OrderedNodes(const Migration& migration) {
  MigrationBreaks breaks;
  for (const auto& [id, fate] : migration.fates) {
    if (fate.to && CallsItself(*fate.to)) breaks.made.functions.try_emplace(id);
  }
  while (true) {
    Nodes nodes = BuildMigrationGraph(migration, breaks);
    const std::vector<std::size_t> order = OrderByNeeds(nodes);
    if (order.size() != nodes.size()) {
      CircleOpener(migration, nodes, breaks).OpenAll(order);
      continue;
    }
    Nodes ordered;
    for (const std::size_t node : order) ordered.push_back(std::move(nodes[node]));
    return ordered;
  }
}

// The values that the plan adds to enums.
std::set<std::string> AddedValues(const Fates& fates) {
  std::set<std::string> values;
  for (const auto& [id, fate] : fates) {
    const EnumType* to = fate.to ? std::get_if<EnumType>(&fate.to->definition) : nullptr;
    if (!to || !fate.stays()) continue;
    const EnumType& from = std::get<EnumType>(fate.from->definition);
    for (const std::string& value : to->values) {
      if (std::ranges::find(from.values, value) == from.values.end()) values.insert(value);
    }
  }
  return values;
}

bool AddsValue(const Step& step) {
  return step.cost.hazards.Has(Hazard::kNotTransactional);
}

// A value can be used only when the transaction that added it has ended.
std::vector<Part> SplitParts(Part steps, const std::set<std::string>& values) {
  if (steps.empty()) return {};
  const bool used = std::ranges::any_of(steps, [&](const Step& step) {
    return !AddsValue(step) && std::ranges::any_of(values, [&](const std::string& value) {
      return HoldsLiteral(step.sql, value);
    });
  });
  if (!used) return {std::move(steps)};
  const auto rest = std::stable_partition(steps.begin(), steps.end(), AddsValue);
  Part later(std::make_move_iterator(rest), std::make_move_iterator(steps.end()));
  steps.erase(rest, steps.end());
  return {std::move(steps), std::move(later)};
}

Plan PlanAtOnce(const Schema& from, const Schema& to, const PlanOptions& options) {
  if (options.online) return BuildOnlinePlan(from, to, options);
  const Fates fates = DecideFates(from, to, options);
  Plan plan;
  for (const auto& [id, fate] : fates) {
    for (const Change& change : fate.changes) {
      const auto order = std::ranges::find(change.facts, "column order", &Fact::name);
      const bool table = id.kind == Kind::kTable || id.kind == Kind::kForeignTable;
      if (table && order != change.facts.end()) plan.reordered.push_back(id);
    }
  }
  const Migration migration{from, to, fates, options};
  Part steps;
  for (MigrationNode& node : OrderedNodes(migration)) {
    if (node.sql.empty()) continue;
    steps.push_back({std::move(node.object), std::move(node.element), std::move(node.sql),
                     std::move(node.cost)});
  }
  plan.parts = SplitParts(std::move(steps), AddedValues(fates));
  return plan;
}

}  // namespace

Plan BuildPlan(const Schema& from, const Schema& to, const PlanOptions& options) {
  const bool named = options.server_major >= kNotNullsHaveNames;
  if (!named || NotNullRenames(from, to).empty()) return BuildPlanAsNamed(from, to, options);
  return BuildPlan(RenameAll(from, to, {}, options.server_major), to, options);
}

void BeginWith(Plan& plan, Part steps, const Schema& after) {
  if (steps.empty()) return;
  if (plan.parts.empty() || IsAlone(plan.parts.front())) {
    plan.parts.emplace(plan.parts.begin());
    if (plan.online) plan.ends.insert(plan.ends.begin(), StateId(after));
  }
  Part& first = plan.parts.front();
  first.insert(first.begin(), std::make_move_iterator(steps.begin()),
               std::make_move_iterator(steps.end()));
}

namespace {

// Puts steps after all others. They lead to `target`.
void EndWith(Plan& plan, Part steps, const Schema& target) {
  if (steps.empty()) return;
  // The one that is last may read tables for long.
  if (plan.parts.empty() || plan.online) plan.parts.emplace_back();
  if (plan.online) plan.ends.push_back(StateId(target));
  Part& last = plan.parts.back();
  last.insert(last.end(), std::make_move_iterator(steps.begin()),
              std::make_move_iterator(steps.end()));
}

}  // namespace

Plan BuildPlanAsNamed(const Schema& from, const Schema& to, const PlanOptions& options) {
  try {
    return PlanAtOnce(from, to, options);
  } catch (const Error& refusal) {
    if (refusal.code() != ErrorCode::kNotSupported) throw;
    std::optional<ParentsFirst> parents = MakeParentsFirst(from, to);
    if (!parents) throw;
    Plan plan;
    try {
      plan = PlanAtOnce(parents->from, parents->to, options);
    } catch (const Error&) {
      throw refusal;  // It speaks of the schemas that people know.
    }
    BeginWith(plan, std::move(parents->before), parents->from);
    EndWith(plan, std::move(parents->after), to);
    return plan;
  }
}

}  // namespace pggit
