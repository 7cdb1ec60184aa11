#pragma once

#include <compare>
#include <string>

#include "core/model/kinds.h"

namespace pggit {

/// Names one object of a database, in logical names, for good: two objects never share one.
struct ObjectId {
  Kind kind = Kind::kTable;
  std::string schema;  ///< Empty for kinds that live once in a database.
  std::string name;    ///< Unquoted; empty for kinds named by their signature alone (casts).
  /// What tells objects of one name apart, as SQL writes it directly after the name:
  /// "(integer,text)" of a function, " USING btree" of an operator class, "(a AS b)" of a cast,
  /// "FOR role SERVER s" of a user mapping; empty for most kinds.
  std::string signature;

  auto operator<=>(const ObjectId&) const = default;
};

/// `public.f(integer)`: the object as SQL names it after the kind.
std::string SqlName(const ObjectId& id);

/// `FUNCTION public.f(integer)`.
std::string Describe(const ObjectId& id);

}  // namespace pggit
