#include "extension/workspace_build.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/history/ref_name.h"
#include "core/model/path.h"
#include "core/plan/empty_tables.h"
#include "core/plan/restore.h"
#include "extension/branch_schema.h"
#include "extension/event_triggers.h"
#include "extension/live_change.h"
#include "extension/routing/workspace_map.h"
#include "extension/setting_scope.h"
#include "extension/single_statement.h"
#include "extension/spi_row_source.h"
#include "extension/store_lock.h"
#include "extension/tree_schema.h"
#include "extension/workspace_rows.h"

namespace pggit {
namespace {

// What a workspace says while it is made or dropped is of no interest.
constexpr PlanSetting kQuiet[] = {{"client_min_messages", "warning"}};

// What of a commit's schema a branch has for itself.
Schema OwnPart(Schema schema) {
  std::erase_if(schema.objects, [](const auto& object) { return !IsOfSchema(object.first); });
  return schema;
}

bool IsFilled(const Object& object) {
  const Table* const table = std::get_if<Table>(&object.definition);
  return table != nullptr && object.id.kind == Kind::kTable && table->partition_by.empty();
}

// Whether rows must be there before it: what follows looks at them, or would act on each.
bool ComesAfterRows(const Statement& statement) {
  constexpr std::array kLater = {ElementKind::kConstraint, ElementKind::kIndex, ElementKind::kRule,
                                 ElementKind::kTrigger, ElementKind::kPolicy};
  return statement.object.kind == Kind::kTable &&
         std::ranges::count(kLater, statement.element.kind) > 0;
}

/// A workspace that is being made.
class Builder {
 public:
  Builder(Spi& spi, Repository& repository, Workspace& workspace, const Workspace& from)
      : spi_(spi), repository_(repository), workspace_(workspace), from_(from) {}

  std::vector<ObjectId> Run(const Sha& tree, const std::string& from_ref, BranchData data) {
    Schema schema = OwnPart(SchemaOfTree(repository_, tree));
    WorkspaceRows rows(spi_, from_, workspace_);
    std::set<ObjectId> without;
    if (data == BranchData::kCopy) {
      // Nobody may alter what is compared before its rows are copied.
      rows.HoldSources(TablesWithRows(schema));
      without = OtherThan(schema, tree, from_ref);
      rows.LeaveOut(without);
    }
    TakeOwners(schema);
    MakeSchemas(schema);
    GiveSchemasAway(schema);
    const SettingScope settings(kPlanSettings);
    Make(schema, data == BranchData::kCopy ? &rows : nullptr);
    settings.PutBack();
    std::vector<ObjectId> empty;
    for (const ObjectId& id : without) {
      const auto object = schema.objects.find(id);
      if (object != schema.objects.end() && IsFilled(object->second)) empty.push_back(id);
    }
    return empty;
  }

 private:
  static std::vector<ObjectId> TablesWithRows(const Schema& schema) {
    std::vector<ObjectId> tables;
    for (const auto& [id, object] : schema.objects) {
      if (IsFilled(object)) tables.push_back(id);
    }
    return tables;
  }

  // Objects that the live schema, where rows come from, has otherwise or not at all.
  std::set<ObjectId> OtherThan(const Schema& schema, const Sha& tree, const std::string& from_ref) {
    std::set<std::string> paths;
    for (const FileChange& change : LiveChangesFrom(spi_, repository_, from_ref, tree)) {
      paths.insert(change.path);
    }
    std::set<ObjectId> others;
    for (const auto& [id, object] : schema.objects) {
      if (paths.contains(PathOf(id))) others.insert(id);
    }
    others.merge(EmptyTables(schema, others));
    return others;
  }

  std::string SourceSchemas() const {
    std::string names;
    for (const auto& [schema, physical] : from_.names()) {
      names += (names.empty() ? " IN (" : ", ") + QuoteLiteral(physical);
    }
    return names.empty() ? " !~ '^(pg_|pggit_branch_|pggit$|pggit_v0$|pggit_audit$|information_)'"
                         : names + ')';
  }

  // Whoever owns the original owns the copy.
  void TakeOwners(Schema& schema) {
    const std::string query =
        "SELECT 1 FROM pg_catalog.pg_namespace AS n JOIN ("
        "SELECT relnamespace AS space, relowner AS owner FROM pg_catalog.pg_class UNION ALL "
        "SELECT pronamespace, proowner FROM pg_catalog.pg_proc UNION ALL "
        "SELECT typnamespace, typowner FROM pg_catalog.pg_type UNION ALL "
        "SELECT collnamespace, collowner FROM pg_catalog.pg_collation UNION ALL "
        "SELECT connamespace, conowner FROM pg_catalog.pg_conversion UNION ALL "
        "SELECT oprnamespace, oprowner FROM pg_catalog.pg_operator UNION ALL "
        "SELECT opcnamespace, opcowner FROM pg_catalog.pg_opclass UNION ALL "
        "SELECT opfnamespace, opfowner FROM pg_catalog.pg_opfamily UNION ALL "
        "SELECT stxnamespace, stxowner FROM pg_catalog.pg_statistic_ext UNION ALL "
        "SELECT dictnamespace, dictowner FROM pg_catalog.pg_ts_dict UNION ALL "
        "SELECT cfgnamespace, cfgowner FROM pg_catalog.pg_ts_config) AS o ON o.space = n.oid "
        "WHERE n.nspname" +
        SourceSchemas() + " AND o.owner <> current_user::pg_catalog.regrole LIMIT 1";
    if (spi_.Query(query.c_str()).empty()) return;
    SpiRowSource source;
    const SnapshotOptions with_owners{.owners = true};
    const Schema live = (from_.empty() ? ReadSnapshot(source, with_owners)
                                       : ReadWorkspace(spi_, from_, with_owners))
                            .schema;
    for (auto& [id, object] : schema.objects) {
      const auto original = live.objects.find(id);
      if (id.kind == Kind::kSchema || original == live.objects.end()) continue;
      object.attributes.owner = original->second.attributes.owner;
    }
  }

  void MakeSchemas(const Schema& schema) {
    std::set<std::string> names;
    for (const auto& [id, object] : schema.objects) {
      if (id.kind == Kind::kSchema) names.insert(id.name);
      if (KindHasSchema(id.kind)) names.insert(id.schema);
    }
    for (const std::string& name : names) {
      const std::string physical = QuoteIdentifier(workspace_.Add(repository_, name));
      ExecuteSingle("CREATE SCHEMA " + physical);
      // A database starts with this right in `public`.
      if (name != "public") continue;
      ExecuteSingle("GRANT USAGE ON SCHEMA " + physical + " TO PUBLIC");
    }
  }

  void Make(const Schema& schema, WorkspaceRows* rows) {
    SchemaMove move = workspace_.Move();
    MoveAllOf(schema, move);
    std::vector<ObjectId> views;
    std::set<ObjectId> made;
    bool filling = false;
    std::vector<Statement> statements = PlanRestore(schema);
    // Who may have objects in a schema must have the right to before.
    std::stable_partition(statements.begin(), statements.end(), [](const Statement& statement) {
      return statement.object.kind == Kind::kSchema;
    });
    for (const Statement& statement : statements) {
      PollInterrupts();
      const ObjectId& id = statement.object;
      // They are there, and what goes, goes from main.
      const bool is_schema = id.kind == Kind::kSchema && statement.element == Element{};
      if (is_schema && (statement.sql.starts_with("CREATE SCHEMA") ||
                        statement.sql.starts_with("DROP SCHEMA"))) {
        continue;
      }
      if (rows != nullptr && !filling && ComesAfterRows(statement)) {
        filling = true;
        for (const ObjectId& table : made) rows->Fill(schema.objects.at(table));
      }
      ExecuteSingle(MoveSchemas(statement.sql, move));
      const auto object = schema.objects.find(id);
      if (object == schema.objects.end()) continue;
      if (IsFilled(object->second) && made.insert(id).second && filling) rows->Fill(object->second);
      if (id.kind == Kind::kMaterializedView && (views.empty() || views.back() != id) &&
          std::ranges::find(views, id) == views.end()) {
        views.push_back(id);
      }
    }
    if (rows == nullptr) return;
    if (!filling) {
      for (const ObjectId& table : made) rows->Fill(schema.objects.at(table));
    }
    rows->CarrySequences();
    for (const ObjectId& view : views) rows->Refresh(view);
    rows->Analyze();
  }

  // What is granted to the owner of a schema is told by that name then.
  void GiveSchemasAway(Schema& schema) {
    for (const auto& [name, physical] : workspace_.names()) {
      const auto source = from_.names().find(name);
      const auto rows = spi_.Query(
          "SELECT pg_catalog.pg_get_userbyid(nspowner) FROM pg_catalog.pg_namespace "
          "WHERE nspname = $1 AND nspowner <> current_user::pg_catalog.regrole",
          {source == from_.names().end() ? name : source->second});
      if (rows.empty()) continue;
      const auto object = schema.objects.find({Kind::kSchema, "", name, ""});
      if (object != schema.objects.end()) object->second.attributes.owner = *rows[0][0];
      ExecuteSingle("ALTER SCHEMA " + QuoteIdentifier(physical) + " OWNER TO " +
                    QuoteIdentifier(*rows[0][0]));
    }
  }

  Spi& spi_;
  Repository& repository_;
  Workspace& workspace_;
  const Workspace& from_;
};

}  // namespace

BranchData ParseBranchData(const std::string& text) {
  if (text == "copy") return BranchData::kCopy;
  if (text == "none") return BranchData::kNone;
  if (text == "sample" || text == "cow") {
    throw Error(ErrorCode::kNotSupported, "data \"" + text + "\" is not supported", {},
                "Make the branch with data => 'copy' or data => 'none'.");
  }
  throw Error(ErrorCode::kInvalidArgument, "data \"" + text + "\" does not exist",
              "There are copy and none.", "Make the branch with data => 'copy' or data => 'none'.");
}

std::vector<ObjectId> MakeWorkspace(Spi& spi, Repository& repository, const std::string& branch,
                                    const std::string& parent, BranchData data) {
  Workspace workspace(spi, branch);
  // A parent that has none itself is what main would make of it.
  Workspace from(spi, parent);
  const std::string from_ref = from.empty() ? kMainRef : std::string(kHeads) + parent;
  const Sha tree = repository.Objects().ReadCommit(repository.BranchHead(branch)).tree;
  const CaptureOff unseen;
  const SettingScope quiet(kQuiet);
  auto empty = Builder(spi, repository, workspace, from).Run(tree, from_ref, data);
  // Default privileges of roles, for one, may have had their say.
  const std::string ref = BranchRef(branch);
  if (!LiveChangesFrom(spi, repository, ref, tree).empty()) {
    (void)TurnLiveSchemaInto(spi, repository, ref, tree, DataLoss::kRefused);
  }
  quiet.PutBack();
  return empty;
}

void EnsureWorkspace(Spi& spi, Repository& repository, const std::string& branch) {
  (void)repository.BranchHead(branch);
  if (branch == kMainBranch || !Workspace(spi, branch).empty()) return;
  repository.Hold(BranchRef(branch));
  {
    const LatestSnapshot now;
    if (!Workspace(spi, branch).empty()) return;
  }
  TellOfEmptyTables(MakeWorkspace(spi, repository, branch, kMainBranch, BranchData::kCopy));
}

void GiveWorkspaceTo(Repository& repository, const std::string& branch, const std::string& name) {
  repository.Write("UPDATE pggit.workspaces SET branch = $2 WHERE branch = $1", {branch, name});
  PublishWorkspaces();
}

std::vector<ObjectId> RebuildWorkspace(Spi& spi, Repository& repository,
                                       const std::string& branch) {
  repository.Hold(BranchRef(branch));
  // No branch can be called so.
  const std::string before = branch + "@{before}";
  if (Workspace(spi, branch).empty()) {
    return MakeWorkspace(spi, repository, branch, kMainBranch, BranchData::kCopy);
  }
  RequireUnused(spi, branch);
  GiveWorkspaceTo(repository, branch, before);
  auto empty = MakeWorkspace(spi, repository, branch, before, BranchData::kCopy);
  (void)DropWorkspace(spi, repository, before);
  return empty;
}

void RequireUnused(Spi& spi, const std::string& branch) {
  const auto users = spi.Query(R"sql(
      WITH own AS (
        SELECT n.oid, n.nspname FROM pg_catalog.pg_namespace n JOIN pggit.workspaces w
          ON w.physical_schema OPERATOR(pg_catalog.=) n.nspname
        WHERE w.branch = $1),
      things AS (
        SELECT tableoid, oid FROM pg_catalog.pg_class WHERE relnamespace IN (SELECT oid FROM own)
        UNION ALL
        SELECT tableoid, oid FROM pg_catalog.pg_type WHERE typnamespace IN (SELECT oid FROM own)
        UNION ALL
        SELECT tableoid, oid FROM pg_catalog.pg_proc WHERE pronamespace IN (SELECT oid FROM own))
      SELECT DISTINCT pg_catalog.pg_describe_object(d.classid, d.objid, 0)
      FROM things t
      JOIN pg_catalog.pg_depend d
        ON d.refclassid = t.tableoid AND d.refobjid = t.oid AND d.deptype IN ('n', 'a'),
        pg_catalog.pg_identify_object_as_address(d.classid, d.objid, d.objsubid) i
      WHERE NOT EXISTS (
        SELECT FROM own, pg_catalog.unnest(i.object_names) AS part
        WHERE part = own.nspname::pg_catalog.text
           OR pg_catalog.starts_with(part, own.nspname::pg_catalog.text || '.'))
      ORDER BY 1 LIMIT 20)sql",
                               {branch});
  if (users.empty()) return;
  std::string list;
  for (const TextRow& row : users) list += (list.empty() ? "" : ", ") + row[0].value_or("");
  throw Error(
      ErrorCode::kInvalidArgument, "objects outside of branch \"" + branch + "\" depend on it",
      list, "Drop them first, or delete the branch with pggit.delete_branch(name, force => true).");
}

bool DropWorkspace(Spi& spi, Repository& repository, const std::string& branch) {
  const Workspace workspace(spi, branch);
  if (workspace.empty()) return false;
  const CaptureOff unseen;
  const SettingScope quiet(kQuiet);
  std::string schemas;
  for (const auto& [schema, physical] : workspace.names()) {
    schemas += (schemas.empty() ? "" : ", ") + QuoteIdentifier(physical);
  }
  ExecuteSingle("DROP SCHEMA IF EXISTS " + schemas + " CASCADE");
  quiet.PutBack();
  repository.Write("DELETE FROM pggit.workspaces WHERE branch = $1", {branch});
  PublishWorkspaces();
  return true;
}

void TellOfEmptyTables(const std::vector<ObjectId>& tables) {
  if (tables.empty()) return;
  std::string names;
  for (const ObjectId& id : tables) names += (names.empty() ? "" : ", ") + SqlName(id);
  const char* const text = names.c_str();
  Server([text] {
    ereport(NOTICE, (errmsg("some tables of the branch have no rows"),
                     errdetail("They, or tables that they refer to, are defined otherwise where "
                               "the rows would come from: %s",
                               text)));
  });
}

}  // namespace pggit
