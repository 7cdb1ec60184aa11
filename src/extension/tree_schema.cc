#include "extension/tree_schema.h"

#include <utility>

#include "core/ddl/definition.h"
#include "extension/working_state.h"

namespace pggit {

Schema SchemaOfTree(Repository& repository, const Sha& tree) {
  SpiObjectStore& store = repository.Objects();
  Schema schema;
  for (const auto& [path, entry] : ReadPaths(store, tree)) {
    if (!TypeAtPath(path)) continue;
    PollInterrupts();
    Object object = ParseDefinition(store.Read(entry.sha, ObjectType::kBlob));
    ObjectId id = object.id;
    schema.objects.emplace(std::move(id), std::move(object));
  }
  return schema;
}

}  // namespace pggit
