#pragma once

#include <string>

#include "core/model/element.h"

namespace pggit {

/// One statement of an object's definition, without its semicolon, and the part it builds.
struct Piece {
  Element element;
  std::string sql;
};

/// How an object is written.
enum class Form {
  kCanonical,  ///< As a person would: what can stand in the CREATE statement stands there.
  kSplit,      ///< For ordering: each part that may have to wait for another object by itself.
};

}  // namespace pggit
