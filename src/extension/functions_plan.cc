// pggit.schema_diff() and pggit.generate_migration(): the way from one commit to another.

#include <algorithm>
#include <map>
#include <utility>

#include "core/diff/diff.h"
#include "core/plan/plan.h"
#include "extension/revision_args.h"
#include "extension/tree_schema.h"

namespace pggit {
namespace {

/// Two schemas and the plan from the first to the second.
struct Migration {
  Schema from;
  Schema to;
  Plan plan;
};

Migration MigrationBetween(FunctionCallInfo fcinfo) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  const auto schema = [&](int index) {
    return SchemaOfTree(repository,
                        ParseRevision(repository, RevisionArg(fcinfo, index), Wanted::kTree));
  };
  Migration migration{schema(0), schema(1), {}};
  migration.plan =
      BuildPlan(migration.from, migration.to, {.server_major = kServerVersionNumber / 10000});
  return migration;
}

// "COLUMN"; a default is part of its column, what has no name of its own of its object.
std::string TypeOf(const Step& step) {
  Element element = step.element;
  if (element.kind == ElementKind::kDefault) element.kind = ElementKind::kColumn;
  if (element.kind == ElementKind::kSelf || element.name.empty()) {
    return std::string(KindName(step.object.kind));
  }
  std::string type(ElementKindName(element.kind));
  std::ranges::transform(type, type.begin(),
                         [](char c) { return 'a' <= c && c <= 'z' ? c - 'a' + 'A' : c; });
  return type;
}

// users.bio; what does not lie in public goes by its schema too.
std::string NameOf(const Step& step) {
  const ObjectId& id = step.object;
  std::string name = id.schema.empty() || id.schema == "public" ? "" : id.schema + '.';
  name += id.name + id.signature;
  if (!step.element.name.empty()) name += '.' + step.element.name;
  return name;
}

void AddSteps(FunctionCallInfo fcinfo, ResultSet& result) {
  const Migration migration = MigrationBetween(fcinfo);
  std::map<std::pair<ObjectId, Element>, ChangeType> types;
  for (const Change& change : Diff(migration.from, migration.to)) {
    types.emplace(std::pair(change.object, change.element), change.type);
  }
  // A statement for what did not change itself makes room for what did, or puts it back.
  const auto type_of = [&](const Step& step) {
    if (!migration.to.objects.contains(step.object)) return ChangeType::kRemoved;
    if (!migration.from.objects.contains(step.object)) return ChangeType::kAdded;
    const auto found = types.find({step.object, step.element});
    return found == types.end() ? ChangeType::kModified : found->second;
  };
  for (const Part& part : migration.plan.parts) {
    for (const Step& step : part) {
      PollInterrupts();
      result.Add(
          {std::string(ChangeTypeName(type_of(step))), TypeOf(step), NameOf(step), step.sql + ';'});
    }
  }
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_schema_diff) {
  pggit::ResultSet result(fcinfo);
  pggit::AddSteps(fcinfo, result);
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_generate_migration) {
  const std::string script = pggit::PlanScript(pggit::MigrationBetween(fcinfo).plan);
  return pggit::TextDatum(script);
}
