#include "core/plan/state_id.h"

#include "core/base/sha256.h"
#include "core/ddl/definition.h"
#include "core/model/column_order.h"

namespace pggit {

StateDigest::StateDigest(const Schema& schema) {
  for (const auto& [id, object] : schema.objects) Update(object);
}

void StateDigest::Update(const Object& object) {
  objects_[object.id] = Sha256Hex(RenderDefinition(WithColumnsSorted(object)));
}

std::string StateDigest::Id() const {
  std::string text;
  for (const auto& [id, digest] : objects_) text += digest;
  return Sha256Hex(text);
}

std::string StateId(const Schema& schema) {
  return StateDigest(schema).Id();
}

}  // namespace pggit
