#pragma once

#include <compare>
#include <string>
#include <vector>

#include "core/model/attributes.h"

namespace pggit {

/// Privileges on a member of an extension, as they differ from what the extension's script gave.
struct MemberPrivileges {
  std::string member;  ///< As GRANT names it: TABLE public.spatial_ref_sys.
  std::string column;  ///< The column, when they are about one.
  Privileges privileges;

  auto operator<=>(const MemberPrivileges&) const = default;
};

/// An installed extension. Its members are no objects of their own. The version is not part of it:
/// as with pg_dump, a restore takes the one that the server offers.
struct Extension {
  std::string schema;
  std::vector<MemberPrivileges> privileges;  ///< Sorted.

  bool operator==(const Extension&) const = default;
};

}  // namespace pggit
