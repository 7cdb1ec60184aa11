#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/model/element.h"
#include "core/model/object_id.h"

namespace pggit {

enum class ConflictType {
  kBothModified,     ///< Each side made another thing of it.
  kBothAdded,        ///< Each side made one of that name.
  kModifiedDeleted,  ///< Ours changed what theirs dropped.
  kDeletedModified,  ///< Ours dropped what theirs changed.
  kBothRenamed,      ///< Each side gave it another name.
  kDependency,       ///< It needs what the other side dropped.
};

/// "both_modified" ...
std::string_view ConflictTypeName(ConflictType type);

/// One thing said of a part, on which the sides differ. Empty where it is not said.
struct Disagreement {
  std::string name;  ///< "type", "comment", "needs" ...
  std::string base;
  std::string ours;
  std::string theirs;

  auto operator<=>(const Disagreement&) const = default;
};

/// That two sides did different things to one part of an object.
struct Conflict {
  ObjectId object;
  Element element;
  ConflictType type = ConflictType::kBothModified;
  std::vector<Disagreement> about;  ///< Empty when the part as a whole is meant.

  auto operator<=>(const Conflict&) const = default;
};

/// Whose part is taken where sides disagree.
enum class Favour {
  kNobody,  ///< A conflict is left, and ours in its place.
  kOurs,
  kTheirs,
  kBase,  ///< As if neither had touched it: for merging merge bases.
};

/// Whose part is taken where sides disagree: of all, and of those that somebody decided about.
struct Favours {
  Favours(Favour all = Favour::kNobody) : everywhere(all) {}

  /// Nothing when nobody decided about this part.
  std::optional<Favour> Decided(const ObjectId& object, const Element& element) const;
  Favour Of(const ObjectId& object, const Element& element) const;

  Favour everywhere;
  std::map<std::pair<ObjectId, Element>, Favour> decided;
};

}  // namespace pggit
