#include "extension/live_change.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/ddl/definition.h"
#include "core/diff/change.h"
#include "core/history/ref_name.h"
#include "core/merge/net_renames.h"
#include "core/model/column_order.h"
#include "core/plan/same_view.h"
#include "extension/branch_schema.h"
#include "extension/ignore_file.h"
#include "extension/live_schema.h"
#include "extension/plan_runner.h"
#include "extension/setting_scope.h"
#include "extension/tree_schema.h"

namespace pggit {
namespace {

bool IsDefinition(const std::string& path) {
  return TypeAtPath(path).has_value();
}

// The live schema, of which is known how it differs from `target`.
Schema LiveSchemaOf(Repository& repository, Schema target, const std::vector<FileChange>& changes) {
  SpiObjectStore& store = repository.Objects();
  for (const FileChange& change : changes) {
    if (!IsDefinition(change.path)) continue;
    if (change.before) {
      target.objects.erase(ParseDefinition(store.Read(*change.before, ObjectType::kBlob)).id);
    }
    if (change.after) {
      Object object = ParseDefinition(*change.after);
      ObjectId id = object.id;
      target.objects.insert_or_assign(std::move(id), std::move(object));
    }
  }
  return target;
}

// Whether there is anything to lose where the step takes something away from the object `id`.
bool LosesRows(Spi& spi, const Step& step, const ObjectId& id) {
  const std::string name = QuoteQualified(id.schema, id.name);
  const bool has_rows =
      step.object.kind == Kind::kTable || step.object.kind == Kind::kMaterializedView;
  if (!has_rows) return true;
  std::string query = "SELECT EXISTS (SELECT FROM ONLY " + name;
  if (step.element.kind == ElementKind::kColumn) {
    query += " WHERE " + QuoteIdentifier(step.element.name) + " IS NOT NULL";
  }
  return spi.Query((query + ')').c_str()).at(0)[0] == "t";
}

void CheckDataLoss(Spi& spi, const Step& step, const ObjectId& id, DataLoss data_loss) {
  if (!step.cost.hazards.Has(Hazard::kDataLoss) || !LosesRows(spi, step, id)) return;
  const std::string what =
      step.cost.note.empty() ? Describe(step.object, step.element) : step.cost.note;
  const auto setting = spi.Query(
      "SELECT NULLIF(pg_catalog.current_setting('pggit.allow_data_loss', true), "
      "'')::pg_catalog.bool");
  if (data_loss == DataLoss::kRefused && setting.at(0)[0] != "t") {
    throw Error(ErrorCode::kUncommittedChanges, "this would lose data", what,
                "Allow it with SET pggit.allow_data_loss = on.");
  }
  const char* const text = what.c_str();
  Server([text] { ereport(WARNING, (errmsg("data is lost"), errdetail("%s", text))); });
}

void TellOfOrder(const ObjectId& id) {
  const std::string name = Describe(id);
  const char* const text = name.c_str();
  Server([text] {
    ereport(NOTICE, (errmsg("%s keeps the order of its columns", text),
                     errdetail("No ALTER moves a column.")));
  });
}

bool IsOfOrder(Repository& repository, const FileChange& change) {
  return change.before && change.after && IsDefinition(change.path) &&
         EqualModuloColumnOrder(
             ParseDefinition(repository.Objects().Read(*change.before, ObjectType::kBlob)),
             ParseDefinition(*change.after));
}

// What the server makes of a view is the view.
bool IsOfView(Repository& repository, const FileChange& change) {
  return change.before && change.after && IsDefinition(change.path) &&
         IsSameView(ParseDefinition(repository.Objects().Read(*change.before, ObjectType::kBlob)),
                    ParseDefinition(*change.after));
}

void RequireReached(Repository& repository, const std::vector<FileChange>& changes) {
  std::string others;
  for (const FileChange& change : changes) {
    const bool same = IsOfOrder(repository, change) || IsOfView(repository, change);
    if (!same && IsDefinition(change.path)) others += (others.empty() ? "" : ", ") + change.path;
  }
  if (others.empty()) return;
  throw Error(ErrorCode::kInternal, "the statements did not lead to the schema they were made for",
              "These differ: " + others + '.', "Nothing was changed. Please report it.");
}

}  // namespace

std::vector<FileChange> LiveChangesFrom(Spi& spi, Repository& repository, const std::string& ref,
                                        const Sha& tree) {
  return LiveSchema(spi, repository, ref, /*is_to_last=*/false).ChangesFrom(tree);
}

std::vector<FileChange> UncommittedChanges(Spi& spi, Repository& repository, const std::string& ref,
                                           const Sha& tree) {
  auto changes = LiveChangesFrom(spi, repository, ref, tree);
  std::erase_if(changes, [&](const FileChange& change) { return IsOfOrder(repository, change); });
  return changes;
}

void RequireCommitted(Spi& spi, Repository& repository, const std::string& ref, const Sha& tree) {
  const auto changes = UncommittedChanges(spi, repository, ref, tree);
  if (changes.empty()) return;
  throw Error(
      ErrorCode::kUncommittedChanges, "the live schema has changes that are not committed",
      std::to_string(changes.size()) +
          (changes.size() == 1 ? " object differs: " : " objects differ, the first being ") +
          changes.front().path + '.',
      "Commit them with pggit.commit(message), or put them aside with pggit.stash(message).");
}

std::vector<FileChange> TurnLiveSchemaInto(Spi& spi, Repository& repository, const std::string& ref,
                                           const Sha& tree, DataLoss data_loss,
                                           const std::vector<std::string>& told,
                                           const std::function<void(const Step&)>& before) {
  PlanRunner runner(spi, repository, std::string(ShortRefName(ref)));
  // What the target leaves out stays as it is.
  const auto changes_from = [&] {
    auto changes = LiveSchema(spi, repository, ref, /*is_to_last=*/false).ChangesByRulesOf(tree);
    if (ref != kMainRef) {
      std::erase_if(changes, [](const FileChange& change) { return IsShared(change.path); });
    }
    return changes;
  };
  const auto changes = changes_from();
  Schema target = SchemaOfTree(repository, tree);
  if (ref != kMainRef) {
    std::erase_if(target.objects, [](const auto& object) { return !IsOfSchema(object.first); });
  }
  const Schema live = LiveSchemaOf(repository, target, changes);
  const Renamed renamed =
      RenameAll(live, target, NetRenames(live, target, told).Told(live), kBuiltForMajor);
  const Plan plan =
      BuildPlan(renamed, target, {.server_major = kBuiltForMajor, .one_transaction = true});
  const SettingScope settings(kPlanSettings);
  const auto run = [&](const Step& step) {
    PollInterrupts();
    if (before) before(step);
    runner.Run(step, renamed);
  };
  runner.Begin(renamed.schema, target);
  for (const Part& part : plan.parts) {
    // Steps speak of things as they are called once those that are renamed have their names.
    const auto rest = std::ranges::find_if(part, [](const Step& step) { return !step.renames; });
    std::for_each(part.begin(), rest, run);
    for (auto step = rest; step != part.end(); ++step) {
      CheckDataLoss(spi, *step, runner.Physical(step->object), data_loss);
    }
    std::for_each(rest, part.end(), run);
  }
  runner.End(renamed.schema, target);
  settings.PutBack();
  for (const ObjectId& id : plan.reordered) TellOfOrder(id);
  SetWorkingIgnoreFile(spi, repository, ref, IgnoreFileOf(repository, tree));
  auto left = changes_from();
  RequireReached(repository, left);
  return left;
}

}  // namespace pggit
