#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/element.h"
#include "core/model/object_id.h"

namespace pggit {

enum class ChangeType { kAdded, kRemoved, kModified, kRenamed };

/// "added", "removed", "modified", "renamed".
std::string_view ChangeTypeName(ChangeType type);

/// One thing that is said of a part on both sides, differently: its type, its comment.
struct Fact {
  std::string name;  ///< "type", "not null", "comment" ...
  std::string from;  ///< As people read it; empty for what is not said there.
  std::string to;

  auto operator<=>(const Fact&) const = default;
};

/// What became of one part of an object, or, with the element kSelf, of the object.
///
/// An object that is new or gone is one change; its parts are not listed. A renamed part goes by
/// its new name and has a fact "name"; what else differs are further facts of the same change.
struct Change {
  ObjectId object;
  Element element;
  ChangeType type = ChangeType::kModified;
  std::vector<Fact> facts;  ///< Of a part that is new or gone: all that is said of it.

  auto operator<=>(const Change&) const = default;
};

/// `column email of TABLE public.users`, `TABLE public.users`.
std::string Describe(const ObjectId& object, const Element& element);

}  // namespace pggit
