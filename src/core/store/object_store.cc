#include "core/store/object_store.h"

#include <utility>

#include "core/base/error.h"

namespace pggit {

Sha ObjectStore::Write(ObjectType type, std::string_view content) {
  const Sha sha = HashObject(type, content);
  Put(sha, type, content);
  return sha;
}

Sha ObjectStore::WriteTree(Tree tree, const std::optional<Sha>& base) {
  const std::string content = EncodeTree(std::move(tree));
  const Sha sha = HashObject(ObjectType::kTree, content);
  if (base && *base != sha) {
    PutTree(sha, content, *base, std::nullopt);
  } else {
    Put(sha, ObjectType::kTree, content);
  }
  return sha;
}

Sha ObjectStore::WriteEditedTree(std::string_view content, const Sha& base, std::string delta) {
  const Sha sha = HashObject(ObjectType::kTree, content);
  if (sha != base) PutTree(sha, content, base, std::move(delta));
  return sha;
}

void ObjectStore::PutTree(const Sha& sha, std::string_view content, const Sha& /*base*/,
                          std::optional<std::string> /*delta*/) {
  Put(sha, ObjectType::kTree, content);
}

std::string ObjectStore::Read(const Sha& sha, ObjectType type) {
  auto object = Find(sha);
  const std::string name(ObjectTypeName(type));
  if (!object) throw Error(ErrorCode::kIntegrity, name + " \"" + Hex(sha) + "\" is missing");
  if (object->type != type) {
    throw Error(ErrorCode::kIntegrity, "object \"" + Hex(sha) + "\" is a " +
                                           std::string(ObjectTypeName(object->type)) + ", not a " +
                                           name);
  }
  return std::move(object->content);
}

}  // namespace pggit
