#include "extension/routing/branch_schemas.h"

#include "core/base/error.h"
#include "extension/routing/route.h"
#include "extension/workspaces.h"

extern "C" {
#include "access/xact.h"
#include "catalog/namespace.h"
#include "nodes/nodes.h"
#include "utils/acl.h"
}

namespace pggit {
namespace {

std::vector<std::string> NamesOf(const DropStmt* statement) {
  std::vector<std::string> names;
  for (int i = 0; i < list_length(statement->objects); ++i) {
    names.emplace_back(strVal(list_nth(statement->objects, i)));
  }
  return names;
}

// The name that the branch's schema gets, or has.
std::string PhysicalName(const std::string& schema) {
  Spi spi;
  Repository repository(spi);
  Workspace workspace(spi, CurrentBranchName());
  const auto known = workspace.names().find(schema);
  if (known != workspace.names().end()) return known->second;
  return workspace.Add(repository, schema);
}

}  // namespace

PlannedStmt* CreateBranchSchema(const PlannedStmt* statement) {
  auto* const copy =
      static_cast<PlannedStmt*>(Server([statement] { return copyObjectImpl(statement); }));
  auto* const schema = reinterpret_cast<CreateSchemaStmt*>(copy->utilityStmt);
  const std::string physical = PhysicalName(Server([schema] {
    return schema->schemaname != nullptr ? schema->schemaname : get_rolespec_name(schema->authrole);
  }));
  const char* const name = physical.c_str();
  schema->schemaname = Server([name] {
    CommandCounterIncrement();
    return pstrdup(name);
  });
  return copy;
}

void RequireBranchSchemas(const DropStmt* statement) {
  const WorkspaceMap& map = CurrentMap();
  for (const std::string& name : NamesOf(statement)) {
    if (map.Find(name) != nullptr || IsServersOrOurs(name)) continue;
    throw Error(ErrorCode::kNotSupported,
                "schema \"" + name + "\" is not of branch \"" + map.branch + '"', {},
                "Go to main with SELECT pggit.switch_branch('main').");
  }
}

void ForgetDroppedSchemas(const DropStmt* statement) {
  Spi spi;
  Repository repository(spi);
  Workspace workspace(spi, CurrentBranchName());
  for (const std::string& name : NamesOf(statement)) {
    const auto known = workspace.names().find(name);
    if (known == workspace.names().end()) continue;
    const char* const physical = known->second.c_str();
    const Oid left = Server([physical] {
      CommandCounterIncrement();
      return get_namespace_oid(physical, /*missing_ok=*/true);
    });
    if (!OidIsValid(left)) workspace.Remove(repository, name);
  }
}

}  // namespace pggit
