// pggit.schema_diff() and pggit.generate_migration(): the way from one commit to another.

#include <algorithm>
#include <map>
#include <utility>

#include "core/base/identifier.h"
#include "core/diff/diff.h"
#include "core/plan/rename.h"
#include "core/plan/rename_proposals.h"
#include "extension/array_datum.h"
#include "extension/revision_args.h"
#include "extension/tree_schema.h"

namespace pggit {
namespace {

/// Two schemas, what is told to have a new name, and the plan from the first to the second.
struct Migration {
  Renamed from;
  Schema to;
  Plan plan;
};

Migration MigrationBetween(FunctionCallInfo fcinfo, bool online) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  const auto schema = [&](int index) {
    return SchemaOfTree(repository,
                        ParseRevision(repository, RevisionArg(fcinfo, index), Wanted::kTree));
  };
  Schema from = schema(0);
  Schema to = schema(1);
  const std::vector<std::string> told = OptionalTexts(fcinfo, 2);
  Migration migration{RenameAll(std::move(from), to, told, kBuiltForMajor), std::move(to), {}};
  migration.plan =
      BuildPlan(migration.from, migration.to, {.server_major = kBuiltForMajor, .online = online});
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
  const Migration migration = MigrationBetween(fcinfo, /*online=*/false);
  std::map<std::pair<ObjectId, Element>, ChangeType> types;
  for (const Change& change : Diff(migration.from, migration.to)) {
    types.emplace(std::pair(change.object, change.element), change.type);
  }
  // A statement for what did not change itself makes room for what did, or puts it back.
  const auto type_of = [&](const Step& step) {
    if (step.renames) return ChangeType::kRenamed;
    if (!migration.to.objects.contains(step.object)) return ChangeType::kRemoved;
    if (!migration.from.schema.objects.contains(step.object)) return ChangeType::kAdded;
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

// What may have been renamed, as a comment above the script.
std::string ProposalComment(const Migration& migration) {
  std::string list;
  for (const RenameProposal& proposal : ProposeRenames(migration.from.schema, migration.to)) {
    list += (list.empty() ? "" : ", ") + QuoteLiteral(proposal.text);
  }
  if (list.empty()) return "";
  std::string comment =
      "-- If things were renamed and not dropped, plan with renames => ARRAY[" + list + "]";
  std::ranges::replace(comment, '\n', ' ');
  return comment + '\n';
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_schema_diff) {
  pggit::ResultSet result(fcinfo);
  pggit::AddSteps(fcinfo, result);
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_generate_migration) {
  const bool online = !PG_ARGISNULL(3) && PG_GETARG_BOOL(3);
  const pggit::Migration migration = pggit::MigrationBetween(fcinfo, online);
  return pggit::TextDatum(pggit::ProposalComment(migration) + pggit::PlanScript(migration.plan));
}
