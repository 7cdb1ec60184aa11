#include "cli/schema_diff.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>

#include "cli/history.h"
#include "cli/two_schemas.h"
#include "core/base/text_diff.h"
#include "core/ddl/definition.h"
#include "core/diff/diff.h"
#include "core/model/column_order.h"
#include "core/model/path.h"
#include "core/plan/plan.h"
#include "core/plan/plan_head.h"

namespace pggit::cli {
namespace {

std::optional<std::string> DefinitionOf(const Schema& schema, const ObjectId& id) {
  const auto found = schema.objects.find(id);
  if (found == schema.objects.end()) return std::nullopt;
  return RenderDefinition(found->second);
}

std::set<ObjectId> ChangedObjects(const std::vector<Change>& changes) {
  std::set<ObjectId> objects;
  for (const Change& change : changes) objects.insert(change.object);
  return objects;
}

// What the objects that have another name were called before.
std::map<ObjectId, ObjectId> OldNames(const Side& from, const std::optional<Renamed>& renamed) {
  std::map<ObjectId, ObjectId> names;
  if (!renamed) return names;
  for (const auto& [old, fresh] : renamed->names) {
    if (from.schema.objects.contains(old)) names.emplace(fresh, old);
  }
  return names;
}

std::string Patch(const Side& from, const Side& to, const std::vector<Change>& changes,
                  const std::optional<Renamed>& renamed) {
  std::map<ObjectId, ObjectId> old_names = OldNames(from, renamed);
  std::string text;
  std::set<ObjectId> objects = ChangedObjects(changes);
  for (const auto& [fresh, old] : old_names) objects.insert(fresh);
  for (const ObjectId& id : objects) {
    const auto renaming = old_names.find(id);
    const std::optional<std::string> fresh = DefinitionOf(to.schema, id);
    if (renaming != old_names.end() && fresh) {
      text += RenamedDiff(PathOf(renaming->second), PathOf(id),
                          *DefinitionOf(from.schema, renaming->second), *fresh);
      continue;
    }
    const std::optional<std::string> old = DefinitionOf(from.schema, id);
    text += UnifiedDiff(PathOf(id), old, fresh);
  }
  return text;
}

// A line a part: `modified  column email of TABLE public.users (type)`.
std::string Stat(const std::vector<Change>& changes) {
  std::string text;
  for (const Change& change : changes) {
    std::string type(ChangeTypeName(change.type));
    type.resize(10, ' ');
    text += type + Describe(change.object, change.element);
    if (change.type == ChangeType::kModified || change.type == ChangeType::kRenamed) {
      std::string facts;
      for (const Fact& fact : change.facts) {
        facts += (facts.empty() ? "" : ", ") + fact.name;
        if (change.type == ChangeType::kRenamed && fact.name == "name")
          facts += " was " + fact.from;
      }
      text += " (" + facts + ')';
    }
    text += '\n';
  }
  return text;
}

std::string NameOnly(const std::vector<Change>& changes) {
  std::string text;
  for (const ObjectId& id : ChangedObjects(changes)) text += PathOf(id) + '\n';
  return text;
}

// `3 added, 1 removed, 2 modified`, in objects.
std::string Summary(const std::vector<Change>& changes) {
  std::map<ObjectId, ChangeType> objects;
  for (const Change& change : changes) {
    const bool whole = change.element.kind == ElementKind::kSelf;
    const bool renamed = change.type == ChangeType::kRenamed;
    const auto type = whole && !renamed ? change.type : ChangeType::kModified;
    objects.try_emplace(change.object, type);
  }
  const auto count = [&](ChangeType type) {
    return std::to_string(std::ranges::count_if(
               objects, [&](const auto& entry) { return entry.second == type; })) +
           ' ' + std::string(ChangeTypeName(type));
  };
  return count(ChangeType::kAdded) + ", " + count(ChangeType::kRemoved) + ", " +
         count(ChangeType::kModified) + '\n';
}

Json ChangesJson(const std::vector<Change>& changes) {
  Json::Array list;
  for (const Change& change : changes) {
    Json::Array facts;
    for (const Fact& fact : change.facts) {
      facts.push_back(Json::Object{{"name", fact.name}, {"from", fact.from}, {"to", fact.to}});
    }
    list.push_back(Json::Object{{"object", Describe(change.object)},
                                {"path", PathOf(change.object)},
                                {"part", std::string(ElementKindName(change.element.kind))},
                                {"name", change.element.name},
                                {"change", std::string(ChangeTypeName(change.type))},
                                {"facts", std::move(facts)}});
  }
  return list;
}

Json StepsJson(const Plan& plan) {
  Json::Array parts;
  for (const Part& part : plan.parts) {
    Json::Array steps;
    for (const Step& step : part) {
      Json::Array hazards;
      for (const Hazard hazard : step.cost.hazards.List()) {
        hazards.push_back(std::string(HazardName(hazard)));
      }
      steps.push_back(Json::Object{{"object", Describe(step.object, step.element)},
                                   {"sql", step.sql},
                                   {"alone", step.alone},
                                   {"hazards", std::move(hazards)},
                                   {"lock", TextOrNull(std::string(LockModeName(step.cost.lock)))},
                                   {"locked", TextOrNull(step.cost.locked)},
                                   {"note", TextOrNull(step.cost.note)}});
    }
    parts.push_back(std::move(steps));
  }
  return parts;
}

}  // namespace

int DiffSchemas(Context& context) {
  const Arguments& arguments = context.arguments();
  const TwoSchemas both = ReadTwoSchemas(context, "pggit diff --from OLD --to NEW");
  const Side& from = both.from;
  const Side& to = both.to;
  const std::optional<Renamed>& renamed = both.renamed;
  const std::vector<Change> changes =
      renamed ? Diff(*renamed, to.schema) : Diff(from.schema, to.schema);
  const std::vector<RenameProposal> proposals = ProposalsWith(renamed, from.schema, to.schema);
  Output& output = context.output();
  const int status = EqualModuloColumnOrder(from.schema, to.schema) ? 0 : 1;
  if (context.json()) {
    output.AnswerJson("diff", {{"from", both.from_source},
                               {"to", both.to_source},
                               {"start", StateId(from.schema)},
                               {"end", StateId(to.schema)},
                               {"changes", ChangesJson(changes)},
                               {"parts", StepsJson(both.MakePlan())},
                               {"proposals", ProposalsJson(proposals)}});
  } else if (arguments.Has("sql")) {
    const SnapshotOptions kept = KeptAttributes(arguments);
    const Plan plan = both.MakePlan();
    output.PagedAnswer(HeadedScript(HeadOf(from.schema, to.schema, kept, plan), plan));
  } else if (arguments.Has("stat")) {
    output.PagedAnswer(Stat(changes));
  } else if (arguments.Has("name-only")) {
    output.PagedAnswer(NameOnly(changes));
  } else if (arguments.Has("summary")) {
    output.Answer(Summary(changes));
  } else {
    output.PagedAnswer(PatchText(Patch(from, to, changes, renamed), output.answer_style()));
  }
  output.Talk(ProposalText(proposals));
  return status;
}

}  // namespace pggit::cli
