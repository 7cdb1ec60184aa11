#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/store/header.h"
#include "core/store/object.h"
#include "core/store/signature.h"

namespace pggit {

/// An annotated tag: a name for an object, with a message of its own.
struct Tag {
  Sha object;
  ObjectType type = ObjectType::kCommit;
  std::string name;
  std::optional<Signature> tagger;  ///< Missing in tags of git's first years.
  std::string message;

  bool operator==(const Tag&) const = default;
};

/// The content of the tag object: `object`, `type`, `tag`, `tagger`, an empty line, the message.
std::string EncodeTag(const Tag& tag);

/// Reads it back; EncodeTag(DecodeTag(x)) == x. Throws Error(kIntegrity) on anything else.
Tag DecodeTag(std::string_view content);

}  // namespace pggit
