#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ddl/cursor.h"
#include "core/ddl/piece.h"
#include "core/model/attributes.h"

namespace pggit {

// The statements for privileges, and back: on objects and columns, on members of an extension, and
// as defaults for objects to come.

/// What GRANT and REVOKE statements are about.
struct PrivilegeTarget {
  std::string prefix;  ///< What comes before GRANT: "ALTER DEFAULT PRIVILEGES ... ", or nothing.
  std::string name;    ///< What comes after ON: "TABLE public.t".
  std::string column;  ///< The column, when they are about one.
  std::string owner;   ///< The name that kOwnerRole goes by; empty when owners are not kept.
  Element element;     ///< Which part of the object the statements build.
};

/// The statements that make `privileges` of what the kind starts with.
void RenderPrivileges(const PrivilegeTarget& target, const Privileges& privileges,
                      std::vector<Piece>& pieces);

/// One statement, GRANT or REVOKE ALL.
struct PrivilegeStatement {
  bool revokes = false;
  std::string target;  ///< As PrivilegeTarget::name.
  std::string column;
  Grant grant;  ///< Of a REVOKE, the role alone.
};

/// Takes a GRANT or REVOKE up to its semicolon, if one comes next.
std::optional<PrivilegeStatement> ParsePrivilegeStatement(Cursor& cursor, const std::string& owner);

/// Takes the statement that begins or ends granting as another role, up to its semicolon, if one
/// comes next; sets or clears `grantor`.
bool ParseGrantor(Cursor& cursor, std::string& grantor);

/// Adds what `statement` says to `privileges`, and keeps them sorted.
void Apply(const PrivilegeStatement& statement, const std::string& grantor, Privileges& privileges);

}  // namespace pggit
