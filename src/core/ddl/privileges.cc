#include "core/ddl/privileges.h"

#include <algorithm>
#include <set>

#include "core/base/identifier.h"
#include "core/ddl/text.h"

namespace pggit {
namespace {

// The owner goes by its name where owners are kept.
std::string RoleText(const std::string& role, const std::string& owner) {
  if (role.empty()) return "PUBLIC";
  if (role != kOwnerRole) return QuoteIdentifier(role);
  return owner.empty() ? std::string(kOwnerRole) : QuoteIdentifier(owner);
}

std::string ParseRole(Cursor& cursor, const std::string& owner) {
  if (cursor.Accept("PUBLIC")) return "";
  if (owner.empty() && cursor.Accept(kOwnerRole)) return kOwnerRole;
  std::string name = cursor.Name();
  return !owner.empty() && name == owner ? std::string(kOwnerRole) : name;
}

// "SELECT, UPDATE", or for a column "SELECT (c), UPDATE (c)".
std::string PrivilegeList(std::vector<std::string> privileges, const std::string& column) {
  if (!column.empty()) {
    for (std::string& privilege : privileges) privilege += " (" + QuoteIdentifier(column) + ')';
  }
  return Join(privileges, ", ");
}

// Reads it back and tells the column, if any.
std::vector<std::string> ParsePrivilegeList(Cursor& cursor, std::string& column) {
  std::vector<std::string> privileges;
  do {
    std::string privilege = cursor.TextUntil({"(", ",", "ON"});
    privileges.push_back(std::move(privilege));
    if (cursor.AcceptSymbol("(")) {
      column = cursor.Name();
      cursor.ExpectSymbol(")");
    }
  } while (cursor.AcceptSymbol(","));
  return privileges;
}

std::string OneGrant(const PrivilegeTarget& target, const std::vector<std::string>& privileges,
                     const std::string& role, bool grantable) {
  return target.prefix + "GRANT " + PrivilegeList(privileges, target.column) + " ON " +
         target.name + " TO " + role + (grantable ? " WITH GRANT OPTION" : "");
}

void RenderGrant(const PrivilegeTarget& target, const Grant& grant, std::vector<Piece>& pieces) {
  const auto add = [&](std::string sql) {
    pieces.push_back({target.element, std::move(sql), Purpose::kGrants});
  };
  // GRANTED BY takes only the current user: to grant as another, become it for a moment.
  if (!grant.grantor.empty()) add("SET SESSION AUTHORIZATION " + QuoteIdentifier(grant.grantor));
  const std::string role = RoleText(grant.grantee, target.owner);
  if (!grant.privileges.empty()) {
    add(OneGrant(target, grant.privileges, role, /*grantable=*/false));
  }
  if (!grant.grantable.empty()) add(OneGrant(target, grant.grantable, role, /*grantable=*/true));
  if (!grant.grantor.empty()) add("RESET SESSION AUTHORIZATION");
}

// A role can only pass on what it was given before.
std::vector<Grant> InGrantOrder(std::vector<Grant> grants) {
  std::vector<Grant> ordered;
  std::set<std::string> holders = {""};
  while (!grants.empty()) {
    auto next = std::find_if(grants.begin(), grants.end(),
                             [&](const Grant& grant) { return holders.contains(grant.grantor); });
    if (next == grants.end()) next = grants.begin();
    holders.insert(next->grantee);
    ordered.push_back(*next);
    grants.erase(next);
  }
  return ordered;
}

}  // namespace

void RenderPrivileges(const PrivilegeTarget& target, const Privileges& privileges,
                      std::vector<Piece>& pieces) {
  for (const std::string& role : privileges.revoked) {
    pieces.push_back({target.element,
                      target.prefix + "REVOKE " + PrivilegeList({"ALL"}, target.column) + " ON " +
                          target.name + " FROM " + RoleText(role, target.owner),
                      Purpose::kGrants});
  }
  for (const Grant& grant : InGrantOrder(privileges.grants)) RenderGrant(target, grant, pieces);
}

std::optional<PrivilegeStatement> ParsePrivilegeStatement(Cursor& cursor,
                                                          const std::string& owner) {
  PrivilegeStatement statement;
  statement.revokes = cursor.Accept("REVOKE");
  if (!statement.revokes && !cursor.Accept("GRANT")) return std::nullopt;
  std::vector<std::string> privileges = ParsePrivilegeList(cursor, statement.column);
  cursor.Expect("ON");
  const std::string_view preposition = statement.revokes ? "FROM" : "TO";
  statement.target = cursor.TextUntil({preposition});
  cursor.Expect(preposition);
  Grant& grant = statement.grant;
  grant.grantee = ParseRole(cursor, owner);
  if (statement.revokes) return statement;
  (cursor.Accept("WITH GRANT OPTION") ? grant.grantable : grant.privileges) = std::move(privileges);
  return statement;
}

bool ParseGrantor(Cursor& cursor, std::string& grantor) {
  if (cursor.Accept("RESET SESSION AUTHORIZATION")) {
    grantor.clear();
    return true;
  }
  if (!cursor.Accept("SET SESSION AUTHORIZATION")) return false;
  grantor = cursor.Name();
  return true;
}

void Apply(const PrivilegeStatement& statement, const std::string& grantor,
           Privileges& privileges) {
  const Grant& grant = statement.grant;
  if (statement.revokes) {
    privileges.revoked.push_back(grant.grantee);
    return;
  }
  std::vector<Grant>& grants = privileges.grants;
  auto same = std::find_if(grants.begin(), grants.end(), [&](const Grant& other) {
    return other.grantee == grant.grantee && other.grantor == grantor;
  });
  if (same == grants.end()) {
    grants.push_back(grant);
    grants.back().grantor = grantor;
  } else if (!grant.grantable.empty()) {
    same->grantable = grant.grantable;
  } else {
    same->privileges = grant.privileges;
  }
  std::sort(grants.begin(), grants.end());
}

}  // namespace pggit
