#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/model/schema.h"

namespace pggit {

/// A part of an object that can be told from the others when they change: a column with its
/// default, a constraint, an index ..., the object itself, or a line of its main statement.
struct Part {
  Element element;
  /// The number of the line, from 1, in the statement that makes the object; 0 for other parts.
  std::size_t line = 0;
  std::string text;  ///< The part's canonical SQL, without the comma or semicolon that follows.

  bool operator==(const Part&) const = default;
};

/// The parts of an object, in the order of its definition.
///
/// A table is itself, its columns, constraints and what else is an element of it. Of other kinds
/// the statement that makes them goes by lines when it has several: the body of a function, the
/// query of a view. What is said about an element (comment, privileges ...) belongs to its part.
std::vector<Part> PartsOf(const Object& object);

/// The canonical SQL of one part, the whole definition for the object itself; nothing when the
/// object has no such part.
std::optional<std::string> PartText(const Object& object, const Element& element);

}  // namespace pggit
