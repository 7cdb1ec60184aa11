#pragma once

#include <string>

#include "core/model/element.h"

namespace pggit {

/// What a statement does for the part it names.
enum class Purpose {
  kMakes,      ///< Makes it, or gives it a setting of its kind.
  kOwns,       ///< Gives it to its owner.
  kDescribes,  ///< Comments on it or labels it.
  kGrants,     ///< Gives or takes privileges, or becomes the role that does.
};

/// One statement of an object's definition, without its semicolon, and the part it builds.
struct Piece {
  Element element;
  std::string sql;
  Purpose purpose = Purpose::kMakes;
};

/// How an object is written.
enum class Form {
  kCanonical,  ///< As a person would: what can stand in the CREATE statement stands there.
  kSplit,      ///< For ordering: each part that may have to wait for another object by itself.
  kSeparate,   ///< As kSplit, and a table's checks by themselves too: for cycles through them.
};

}  // namespace pggit
