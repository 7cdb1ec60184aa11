#include "core/store/object.h"

#include <array>
#include <utility>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/store/commit.h"
#include "core/store/tag.h"
#include "core/store/tree.h"

namespace pggit {
namespace {

using enum ObjectType;

constexpr std::array<std::pair<ObjectType, std::string_view>, 4> kNames = {
    {{kBlob, "blob"}, {kTree, "tree"}, {kCommit, "commit"}, {kTag, "tag"}}};

}  // namespace

std::string_view ObjectTypeName(ObjectType type) {
  for (const auto& [known, name] : kNames) {
    if (known == type) return name;
  }
  throw InternalError("object type has no name");
}

std::optional<ObjectType> ObjectTypeFromName(std::string_view name) {
  for (const auto& [type, known] : kNames) {
    if (known == name) return type;
  }
  return std::nullopt;
}

Sha HashObject(ObjectType type, std::string_view content) {
  std::string bytes(ObjectTypeName(type));
  bytes.reserve(bytes.size() + content.size() + 24);
  bytes += ' ';
  bytes += std::to_string(content.size());
  bytes += '\0';
  bytes += content;
  return Sha{Sha256(bytes)};
}

void CheckObject(ObjectType type, std::string_view content) {
  switch (type) {
    case kBlob: return;
    case kTree: (void)DecodeTree(content); return;
    case kCommit: (void)DecodeCommit(content); return;
    case kTag: (void)DecodeTag(content); return;
  }
}

}  // namespace pggit
