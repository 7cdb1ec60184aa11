#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace pggit {

/// The parts of an object that can change, be commented on, or be depended upon by themselves.
/// The order is the order in which they are built.
enum class ElementKind {
  kSelf,        ///< The object as a whole; its element has no name.
  kColumn,      ///< A column of a relation, an attribute of a composite type.
  kDefault,     ///< The default of the column of that name.
  kSequence,    ///< Behind an identity column; by its own name.
  kConstraint,  ///< Of a table or a domain.
  kIndex,
  kPartition,  ///< The attachment of a partition to its parent; has no name.
  kRule,
  kTrigger,
  kPolicy,
  kMember,  ///< A part that only its kind understands (an operator of a family ...).
};

/// One part of an object: `column email`, or the object itself.
struct Element {
  ElementKind kind = ElementKind::kSelf;
  std::string name;

  auto operator<=>(const Element&) const = default;
};

/// "column", "constraint" ...; empty for kSelf.
std::string_view ElementKindName(ElementKind kind);

/// `column:email`; nothing for the object itself.
std::optional<std::string> ElementText(const Element& element);

std::optional<ElementKind> ElementKindFromName(std::string_view name);

}  // namespace pggit
