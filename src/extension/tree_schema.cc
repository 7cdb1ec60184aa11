#include "extension/tree_schema.h"

#include "core/ddl/definition.h"
#include "extension/working_state.h"

namespace pggit {

Schema SchemaOfTree(Repository& repository, const Sha& tree) {
  SpiObjectStore& store = repository.Objects();
  Schema schema;
  for (const auto& [path, entry] : ReadPaths(store, tree)) {
    if (!TypeAtPath(path)) continue;
    PollInterrupts();
    AddDefinition(schema, store.Read(entry.sha, ObjectType::kBlob));
  }
  return schema;
}

}  // namespace pggit
