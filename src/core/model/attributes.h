#pragma once

#include <compare>
#include <map>
#include <string>
#include <vector>

#include "core/model/element.h"
#include "core/model/object_id.h"

namespace pggit {

/// What one role may do with one object or column.
struct Grant {
  std::string grantee;                  ///< A role name, kOwnerRole, or empty for PUBLIC.
  std::string grantor;                  ///< Empty when the owner granted, as nearly always.
  std::vector<std::string> privileges;  ///< "SELECT" ..., sorted, none of them in `grantable`.
  std::vector<std::string> grantable;   ///< The same, held WITH GRANT OPTION.

  auto operator<=>(const Grant&) const = default;
};

/// The privileges on an object as they differ from what its kind starts with.
///
/// A role that starts with something (the owner with everything; PUBLIC on functions, types and
/// languages) is listed in `revoked` when it has lost that, and in `grants` with what it holds
/// instead. The owner appears as kOwnerRole, so its name is in the text only where owners are kept.
struct Privileges {
  std::vector<std::string> revoked;  ///< Roles whose default is gone; "" is PUBLIC. Sorted.
  std::vector<Grant> grants;         ///< Sorted.

  bool empty() const { return revoked.empty() && grants.empty(); }
  auto operator<=>(const Privileges&) const = default;
};

/// Stands for the owner of the object among roles. No role has this name unquoted: SQL reads it as
/// the role that runs the statement, which is the owner when owners are not kept.
inline constexpr char kOwnerRole[] = "CURRENT_USER";

/// A label of a security provider.
struct SecurityLabel {
  std::string provider;
  std::string label;

  auto operator<=>(const SecurityLabel&) const = default;
};

/// That one part of this object cannot exist before another object, or parts of it.
struct Dependency {
  Element element;                ///< Which part of this object needs it.
  ObjectId on;                    ///< What is needed.
  std::vector<Element> elements;  ///< Which parts of it; empty when it is the whole. Sorted.

  auto operator<=>(const Dependency&) const = default;
};

/// What any kind of object can have, by element: kSelf for the object, or a part of it.
struct Attributes {
  std::string owner;  ///< Empty when owners are not kept.
  std::map<Element, Privileges> privileges;
  std::map<Element, std::string> comments;
  std::map<Element, std::vector<SecurityLabel>> labels;
  /// Extensions that take the part with them when they are dropped; sorted.
  std::map<Element, std::vector<std::string>> extensions;
  std::vector<Dependency> needs;  ///< Sorted, one entry for each (element, on).

  bool operator==(const Attributes&) const = default;
};

}  // namespace pggit
