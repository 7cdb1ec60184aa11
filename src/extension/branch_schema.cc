#include "extension/branch_schema.h"

#include <utility>

#include "core/ddl/definition.h"
#include "core/history/ref_name.h"
#include "core/model/path.h"
#include "extension/live_schema.h"
#include "extension/spi_row_source.h"

namespace pggit {
namespace {

// Schemas that extensions made are theirs, and no objects by themselves.
void LeaveOutMembers(Spi& spi, Schema& schema) {
  for (const TextRow& row : spi.Query(
           "SELECT n.nspname FROM pg_catalog.pg_namespace AS n JOIN pg_catalog.pg_depend AS d "
           "ON d.classid = n.tableoid AND d.objid = n.oid AND d.deptype = 'e'")) {
    schema.objects.erase({Kind::kSchema, "", *row[0], ""});
  }
}

std::optional<Sha> TreeOfRef(Repository& repository, const std::string& ref) {
  const auto head = repository.Ref(ref);
  return head ? std::optional(repository.Objects().ReadCommit(*head).tree) : std::nullopt;
}

void AddShared(Spi& spi, Repository& repository, const std::string& branch, Schema& schema) {
  SpiObjectStore& store = repository.Objects();
  std::map<std::string, std::string> files;
  if (const auto tree = TreeOfRef(repository, std::string(kHeads) + branch)) {
    for (const auto& [path, entry] : ReadPaths(store, *tree)) {
      if (IsShared(path)) files[path] = store.Read(entry.sha, ObjectType::kBlob);
    }
  }
  LiveSchema main(spi, repository, kMainRef, /*is_to_last=*/false);
  for (FileChange& change : main.ChangesFrom(TreeOfRef(repository, kMainRef))) {
    if (!IsShared(change.path)) continue;
    if (change.after) {
      files[change.path] = *std::move(change.after);
    } else {
      files.erase(change.path);
    }
  }
  for (const auto& [path, text] : files) AddDefinition(schema, text);
}

}  // namespace

Snapshot ReadWorkspace(Spi& spi, const Workspace& workspace, SnapshotOptions options) {
  for (const auto& [schema, physical] : workspace.names()) {
    options.workspace.emplace(physical, schema);
  }
  SpiRowSource source;
  Snapshot snapshot = ReadSnapshot(source, options);
  Schema& schema = snapshot.schema;
  std::erase_if(schema.objects, [](const auto& object) { return !IsOfSchema(object.first); });
  MoveBack(schema, workspace.names(), kBuiltForMajor);
  LeaveOutMembers(spi, schema);
  return snapshot;
}

Snapshot ReadBranch(Spi& spi, Repository& repository, const Workspace& workspace) {
  Snapshot snapshot = ReadWorkspace(spi, workspace);
  AddShared(spi, repository, workspace.branch(), snapshot.schema);
  return snapshot;
}

bool IsShared(std::string_view path) {
  if (!path.starts_with("_database/") || !IsDefinitionPath(path)) return false;
  const auto id = FromPath(path);
  return !id || !IsOfSchema(*id);
}

}  // namespace pggit
