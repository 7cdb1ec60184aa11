#include "core/plan/rename.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/diff/diff.h"
#include "core/diff/parts.h"
#include "core/plan/alter.h"
#include "core/plan/drop.h"
#include "core/plan/name_change.h"
#include "core/plan/not_nulls.h"
#include "core/plan/renamed_adopt.h"

namespace pggit {
namespace {

bool CanRenameObject(const Object& object) {
  switch (object.id.kind) {
    // The server names the multirange after the range, and keeps that name.
    case Kind::kType:
      return !std::holds_alternative<RangeType>(object.definition) &&
             !std::holds_alternative<ShellType>(object.definition);
    case Kind::kSchema:
    case Kind::kCollation:
    case Kind::kConversion:
    case Kind::kDomain:
    case Kind::kSequence:
    case Kind::kFunction:
    case Kind::kProcedure:
    case Kind::kAggregate:
    case Kind::kTextSearchParser:
    case Kind::kTextSearchTemplate:
    case Kind::kTextSearchDictionary:
    case Kind::kTextSearchConfiguration:
    case Kind::kTable:
    case Kind::kForeignTable:
    case Kind::kView:
    case Kind::kMaterializedView:
    case Kind::kStatistics:
    case Kind::kPublication:
    case Kind::kEventTrigger: return true;
    // What others are told of by a bare name, or what PostgreSQL cannot rename.
    case Kind::kExtension:
    case Kind::kLanguage:
    case Kind::kAccessMethod:
    case Kind::kOperator:
    case Kind::kOperatorFamily:
    case Kind::kOperatorClass:
    case Kind::kCast:
    case Kind::kTransform:
    case Kind::kForeignDataWrapper:
    case Kind::kServer:
    case Kind::kUserMapping:
    case Kind::kSubscription:
    case Kind::kDefaultPrivileges:
    case Kind::kSystemPrivileges: break;
  }
  return false;
}

// Programs speak of these by their names.
bool IsPublic(const Rename& rename) {
  const ElementKind kind = rename.element.kind;
  const bool object = kind == ElementKind::kSelf && rename.object.kind != Kind::kStatistics &&
                      rename.object.kind != Kind::kEventTrigger;
  return object || kind == ElementKind::kColumn || kind == ElementKind::kMember ||
         kind == ElementKind::kSequence;
}

bool IsRelation(Kind kind) {
  return kind == Kind::kTable || kind == Kind::kForeignTable || kind == Kind::kView ||
         kind == Kind::kMaterializedView || kind == Kind::kSequence;
}

std::string Statement(const Schema& schema, const Rename& rename) {
  const ObjectId& id = rename.object;
  const std::string old = QuoteIdentifier(rename.element.name);
  const std::string fresh = QuoteIdentifier(rename.name);
  const std::string target = DropTarget(id);
  const auto of_owner = [&](const std::string& what) {
    return "ALTER " + target + " RENAME " + what + old + " TO " + fresh;
  };
  const auto by_itself = [&](const std::string& what) {
    return "ALTER " + what + ' ' + old + " ON " + SqlName(id) + " RENAME TO " + fresh;
  };
  const auto relation = [&](const std::string& what) {
    return "ALTER " + what + ' ' + QuoteQualified(id.schema, rename.element.name) + " RENAME TO " +
           fresh;
  };
  switch (rename.element.kind) {
    case ElementKind::kColumn: {
      const Definition& definition = schema.objects.at(id).definition;
      const bool attribute = std::holds_alternative<CompositeType>(definition);
      return of_owner(attribute ? "ATTRIBUTE " : "COLUMN ");
    }
    case ElementKind::kConstraint: return of_owner("CONSTRAINT ");
    case ElementKind::kSequence: return relation("SEQUENCE");
    case ElementKind::kIndex: return relation("INDEX");
    case ElementKind::kRule: return by_itself("RULE");
    case ElementKind::kTrigger: return by_itself("TRIGGER");
    case ElementKind::kPolicy: return by_itself("POLICY");
    case ElementKind::kMember:
      return "ALTER " + target + " RENAME VALUE " + QuoteLiteral(rename.element.name) + " TO " +
             QuoteLiteral(rename.name);
    case ElementKind::kSelf:
    case ElementKind::kDefault:
    case ElementKind::kPartition: break;
  }
  return "ALTER " + target + " RENAME TO " + fresh;
}

Cost CostOf(const Rename& rename) {
  Cost cost;
  if (rename.element.kind == ElementKind::kIndex) {
    cost.lock = LockMode::kShareUpdateExclusive;
    cost.locked = QuoteQualified(rename.object.schema, rename.element.name);
  } else if (IsRelation(rename.object.kind)) {
    cost = Locks(rename.object, LockMode::kAccessExclusive);
  }
  if (!IsPublic(rename)) return cost;
  cost.hazards.Add(Hazard::kBreakingChange);
  cost.note = "programs, and functions whose body is text, still use the old name";
  return cost;
}

// Where a thing is, through the renames that come after its own.
struct Goal {
  ObjectId object;
  Element element;
  std::string told;
};

[[noreturn]] void FailNoGoal(const Goal& goal) {
  const std::string place = goal.element.kind == ElementKind::kMember
                                ? "the value in " + Describe(goal.object)
                                : Describe(goal.object, goal.element);
  throw Error(
      ErrorCode::kInvalidArgument, "\"" + goal.told + "\" leads to what the target does not have",
      "There is no " + place + '.', "Leave that rename out, or name what the target calls it.");
}

}  // namespace

bool HasThing(const Schema& schema, const ObjectId& object, const Element& element) {
  const auto found = schema.objects.find(object);
  if (found == schema.objects.end()) return false;
  if (element == Element{}) return true;
  if (const EnumType* type = std::get_if<EnumType>(&found->second.definition)) {
    return std::ranges::count(type->values, element.name) > 0;
  }
  return HasElement(found->second, element);
}

bool CanRename(const Object& object, const Element& element) {
  const Table* table = std::get_if<Table>(&object.definition);
  switch (element.kind) {
    case ElementKind::kSelf: return CanRenameObject(object);
    case ElementKind::kColumn:
      return (!table || table->of_type.empty()) &&
             !std::holds_alternative<MaterializedView>(object.definition);
    case ElementKind::kSequence:
    case ElementKind::kConstraint:
    case ElementKind::kIndex:
    case ElementKind::kRule:
    case ElementKind::kTrigger:
    case ElementKind::kPolicy: return true;
    case ElementKind::kMember: return std::holds_alternative<EnumType>(object.definition);
    case ElementKind::kDefault:
    case ElementKind::kPartition: break;
  }
  return false;
}

Step RenameStep(const Schema& schema, const Rename& rename) {
  Step step{rename.object, rename.element, Statement(schema, rename), CostOf(rename), true};
  if (rename.element.kind == ElementKind::kMember) step.element = {};
  return step;
}

Renamed RenameAll(Schema from, const Schema& to, const std::vector<std::string>& told,
                  int server_major) {
  std::vector<ObjectId> ids;
  for (const auto& [id, object] : from.objects) ids.push_back(id);
  Renamed renamed{std::move(from), {}, {}, {}, {}};
  std::vector<Goal> goals;
  std::vector<NameChange> made;
  const RenameOptions options{.server_major = server_major, .column_texts = false};
  const auto make = [&](const Rename& rename) {
    const NameChange change(renamed.schema, rename);
    renamed.steps.push_back(RenameStep(renamed.schema, rename));
    ApplyRename(renamed.schema, rename, options);
    for (Goal& goal : goals) {
      goal.element = change.Map(goal.object, goal.element);
      goal.object = change.Map(goal.object);
    }
    made.push_back(change);
    return change;
  };
  for (const std::string& text : told) {
    const Rename rename = ParseRename(renamed.schema, text);
    goals.push_back({rename.object, rename.element, text});
    const NameChange change = make(rename);
    const bool object = rename.element == Element{};
    const Rename back{change.Map(rename.object), change.Map(rename.object, rename.element),
                      object ? rename.object.name : rename.element.name};
    renamed.back.insert(renamed.back.begin(), RenameText(renamed.schema, back, true));
  }
  if (server_major >= kNotNullsHaveNames) {
    // A parent's goes down to its children, which then need none of their own.
    std::vector<Rename> done;
    while (true) {
      const std::vector<Rename> more = NotNullRenames(renamed.schema, to);
      if (more.empty() || std::ranges::count(done, more.front()) > 0) break;
      make(more.front());
      done.push_back(more.front());
    }
  }
  for (std::size_t i = 0; i < goals.size(); ++i) {
    const Goal& goal = goals[i];
    if (!HasThing(to, goal.object, goal.element)) FailNoGoal(goal);
    const Rename& rename = made[i].rename();
    const bool object = rename.element == Element{};
    renamed.changes.push_back({goal.object,
                               goal.element,
                               ChangeType::kRenamed,
                               {{"name", object ? rename.object.name : rename.element.name,
                                 object ? goal.object.name : goal.element.name}}});
  }
  for (const ObjectId& id : ids) {
    ObjectId fresh = id;
    for (const NameChange& change : made) fresh = change.Map(fresh);
    if (fresh != id) renamed.names.emplace(id, std::move(fresh));
  }
  AdoptTexts(renamed.schema, to, made);
  return renamed;
}

Plan BuildPlan(const Renamed& from, const Schema& to, const PlanOptions& options) {
  Plan plan = BuildPlanAsNamed(from.schema, to, options);
  BeginWith(plan, from.steps, from.schema);
  return plan;
}

std::vector<Change> Diff(const Renamed& from, const Schema& to) {
  std::vector<Change> changes = from.changes;
  for (Change& change : Diff(from.schema, to)) {
    const auto same = std::ranges::find_if(changes, [&](const Change& renamed) {
      return renamed.object == change.object && renamed.element == change.element &&
             change.type == ChangeType::kModified;
    });
    if (same == changes.end()) {
      changes.push_back(std::move(change));
    } else {
      std::ranges::move(change.facts, std::back_inserter(same->facts));
    }
  }
  std::ranges::stable_sort(changes, [](const Change& a, const Change& b) {
    return std::tie(a.object, a.element) < std::tie(b.object, b.element);
  });
  return changes;
}

}  // namespace pggit
