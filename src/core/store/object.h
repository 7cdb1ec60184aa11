#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/store/sha.h"

namespace pggit {

/// What git stores.
enum class ObjectType { kBlob, kTree, kCommit, kTag };

/// "blob", "tree", "commit", "tag".
std::string_view ObjectTypeName(ObjectType type);

std::optional<ObjectType> ObjectTypeFromName(std::string_view name);

/// A stored object as bytes: what `git cat-file <type> <id>` prints.
struct StoredObject {
  ObjectType type = ObjectType::kBlob;
  std::string content;

  bool operator==(const StoredObject&) const = default;
};

/// The object's id: SHA-256 of "<type> <size in bytes>\0<content>".
Sha HashObject(ObjectType type, std::string_view content);

/// Throws Error(kIntegrity) unless `content` is a well-formed object of its type, in the one
/// spelling that git's own fsck accepts without a word.
void CheckObject(ObjectType type, std::string_view content);

}  // namespace pggit
