#include "extension/workspaces.h"

#include <utility>

#include "core/history/ref_name.h"
#include "core/history/workspace_name.h"
#include "extension/routing/workspace_map.h"

namespace pggit {
namespace {

// Members of extensions by schema and name; those that no SQL names are not asked for.
constexpr char kMembers[] =
    "SELECT n.nspname, m.name, m.tableoid = 'pg_catalog.pg_operator'::pg_catalog.regclass FROM ("
    "SELECT classid, objid FROM pg_catalog.pg_depend "
    "WHERE deptype = 'e' AND refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass) AS d "
    "JOIN ("
    "SELECT tableoid, oid, relname AS name, relnamespace AS space FROM pg_catalog.pg_class UNION "
    "ALL "
    "SELECT tableoid, oid, typname, typnamespace FROM pg_catalog.pg_type UNION ALL "
    "SELECT tableoid, oid, proname, pronamespace FROM pg_catalog.pg_proc UNION ALL "
    "SELECT tableoid, oid, oprname, oprnamespace FROM pg_catalog.pg_operator UNION ALL "
    "SELECT tableoid, oid, collname, collnamespace FROM pg_catalog.pg_collation UNION ALL "
    "SELECT tableoid, oid, opcname, opcnamespace FROM pg_catalog.pg_opclass UNION ALL "
    "SELECT tableoid, oid, opfname, opfnamespace FROM pg_catalog.pg_opfamily UNION ALL "
    "SELECT tableoid, oid, conname, connamespace FROM pg_catalog.pg_conversion UNION ALL "
    "SELECT tableoid, oid, cfgname, cfgnamespace FROM pg_catalog.pg_ts_config UNION ALL "
    "SELECT tableoid, oid, dictname, dictnamespace FROM pg_catalog.pg_ts_dict UNION ALL "
    "SELECT tableoid, oid, prsname, prsnamespace FROM pg_catalog.pg_ts_parser UNION ALL "
    "SELECT tableoid, oid, tmplname, tmplnamespace FROM pg_catalog.pg_ts_template) AS m "
    "ON m.tableoid = d.classid AND m.oid = d.objid "
    "JOIN pg_catalog.pg_namespace AS n ON n.oid = m.space "
    "WHERE n.nspname NOT IN ('pg_catalog', 'pggit', 'pggit_v0', 'pggit_audit')";

}  // namespace

Workspace::Workspace(Spi& spi, std::string branch) : spi_(spi), branch_(std::move(branch)) {
  for (const TextRow& row :
       spi_.Query("SELECT logical_schema, physical_schema FROM pggit.workspaces WHERE branch = $1",
                  {branch_})) {
    names_.emplace(*row[0], *row[1]);
  }
}

const std::string& Workspace::Add(Repository& repository, const std::string& schema) {
  const std::string name = WorkspaceSchemaName(branch_, schema, [&](const std::string& other) {
    return !spi_.Query(
                    "SELECT 1 FROM pggit.workspaces WHERE physical_schema = $1 UNION ALL "
                    "SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1",
                    {other})
                .empty();
  });
  repository.Write(
      "INSERT INTO pggit.workspaces (branch, logical_schema, physical_schema) VALUES ($1, $2, $3)",
      {branch_, schema, name});
  PublishWorkspaces();
  return names_.insert_or_assign(schema, name).first->second;
}

void Workspace::Rename(Repository& repository, const std::string& schema, const std::string& name) {
  repository.Write(
      "UPDATE pggit.workspaces SET logical_schema = $3 WHERE branch = $1 AND logical_schema = $2",
      {branch_, schema, name});
  PublishWorkspaces();
  auto node = names_.extract(schema);
  node.key() = name;
  names_.insert(std::move(node));
}

void Workspace::Remove(Repository& repository, const std::string& schema) {
  repository.Write("DELETE FROM pggit.workspaces WHERE branch = $1 AND logical_schema = $2",
                   {branch_, schema});
  PublishWorkspaces();
  names_.erase(schema);
}

SchemaMove Workspace::Move() const {
  SchemaMove move{names_, {}, {}};
  for (const TextRow& row : spi_.Query(kMembers)) {
    if (!names_.contains(*row[0])) continue;
    (row[2] == "t" ? move.kept_operators : move.kept).emplace(*row[0], *row[1]);
  }
  return move;
}

std::string CurrentBranch(Repository& repository) {
  return std::string(ShortRefName(repository.HeadRef()));
}

}  // namespace pggit
