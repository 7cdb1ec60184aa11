#include "extension/branch_of_command.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/base/identifier.h"
#include "core/history/workspace_name.h"
#include "core/model/path.h"
#include "extension/branch_schema.h"

namespace pggit {
namespace {

// The schema that holds what lies at a path, when it is a workspace's.
std::optional<std::string> WorkspaceSchemaOf(const DdlCommand& command) {
  for (const std::string& path : command.paths) {
    if (path.starts_with(kWorkspacePrefix)) return path.substr(0, path.find('/'));
  }
  return std::nullopt;
}

std::string MovedPath(const std::string& path, const SchemaMove& move) {
  if (const auto id = FromPath(path)) return PathOf(MoveSchemas(*id, move));
  // A name too long for a path; its directory is that of its schema.
  const std::size_t slash = path.find('/');
  const auto name = move.names.find(path.substr(0, slash));
  if (name == move.names.end()) return path;
  const std::string schema = PathOf({Kind::kSchema, "", name->second, ""});
  return schema.substr(0, schema.find('/')) + path.substr(slash);
}

void NameAs(const Workspace& workspace, DdlCommand& command) {
  SchemaMove move;
  for (const auto& [schema, physical] : workspace.names()) move.names.emplace(physical, schema);
  for (auto& [type, identity] : command.touched) {
    const auto name = type == "schema" ? move.names.find(identity) : move.names.end();
    identity =
        name != move.names.end() ? QuoteIdentifier(name->second) : MoveSchemas(identity, move);
  }
  command.statement = MoveSchemas(command.statement, move);
  for (std::string& path : command.paths) path = MovedPath(path, move);
  command.SortPaths();
}

}  // namespace

void NoteBranch(DdlCommand& command) {
  command.branch = kMainBranch;
  const auto schema = WorkspaceSchemaOf(command);
  const bool is_shared = !command.paths.empty() && std::ranges::all_of(command.paths, IsShared);
  if (!schema && !is_shared) return;
  Spi spi;
  if (is_shared) {
    Repository repository(spi);
    command.branch = CurrentBranch(repository);
    return;
  }
  const auto rows =
      spi.Query("SELECT branch FROM pggit.workspaces WHERE physical_schema = $1", {*schema});
  if (rows.empty()) return;
  command.branch = *rows[0][0];
  NameAs(Workspace(spi, command.branch), command);
}

}  // namespace pggit
