#include "core/ddl/attributes.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
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
std::string PrivilegeList(const std::vector<std::string>& privileges, const Element& element) {
  std::vector<std::string> texts = privileges;
  if (element.kind == ElementKind::kColumn) {
    for (std::string& text : texts) text += " (" + QuoteIdentifier(element.name) + ')';
  }
  return Join(texts, ", ");
}

std::string OneGrant(const std::vector<std::string>& privileges, const std::string& target,
                     const Element& element, const std::string& role, bool grantable) {
  return "GRANT " + PrivilegeList(privileges, element) + " ON " + target + " TO " + role +
         (grantable ? " WITH GRANT OPTION" : "");
}

void RenderGrant(const Grant& grant, const std::string& target, const Element& element,
                 const std::string& owner, std::vector<Piece>& pieces) {
  // GRANTED BY takes only the current user: to grant as another, become it for a moment.
  if (!grant.grantor.empty()) {
    pieces.push_back(
        {element, "SET SESSION AUTHORIZATION " + QuoteIdentifier(grant.grantor), Purpose::kGrants});
  }
  const std::string role = RoleText(grant.grantee, owner);
  if (!grant.privileges.empty()) {
    pieces.push_back(
        {element, OneGrant(grant.privileges, target, element, role, false), Purpose::kGrants});
  }
  if (!grant.grantable.empty()) {
    pieces.push_back(
        {element, OneGrant(grant.grantable, target, element, role, true), Purpose::kGrants});
  }
  if (!grant.grantor.empty())
    pieces.push_back({element, "RESET SESSION AUTHORIZATION", Purpose::kGrants});
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

void RenderPrivileges(const ObjectId& id, const Attributes& attributes,
                      std::vector<Piece>& pieces) {
  const std::string target = GrantTarget(id);
  for (const auto& [element, privileges] : attributes.privileges) {
    for (const std::string& role : privileges.revoked) {
      pieces.push_back({element,
                        "REVOKE ALL ON " + target + " FROM " + RoleText(role, attributes.owner),
                        Purpose::kGrants});
    }
    for (const Grant& grant : InGrantOrder(privileges.grants)) {
      RenderGrant(grant, target, element, attributes.owner, pieces);
    }
  }
}

// Reads `SELECT (c), UPDATE (c)` and tells the column, if any.
std::vector<std::string> ParsePrivilegeList(Cursor& cursor, Element& element) {
  std::vector<std::string> privileges;
  do {
    std::string privilege = cursor.TextUntil({"(", ",", "ON"});
    privileges.push_back(std::move(privilege));
    if (cursor.AcceptSymbol("(")) {
      element = {ElementKind::kColumn, cursor.Name()};
      cursor.ExpectSymbol(")");
    }
  } while (cursor.AcceptSymbol(","));
  return privileges;
}

void ParseGrant(Cursor& cursor, const std::string& grantor, Attributes& attributes) {
  Element element;
  std::vector<std::string> privileges = ParsePrivilegeList(cursor, element);
  cursor.Expect("ON");
  cursor.TextUntil({"TO"});
  cursor.Expect("TO");
  Grant grant;
  grant.grantee = ParseRole(cursor, attributes.owner);
  grant.grantor = grantor;
  std::vector<Grant>& grants = attributes.privileges[element].grants;
  auto same = std::find_if(grants.begin(), grants.end(), [&](const Grant& other) {
    return other.grantee == grant.grantee && other.grantor == grant.grantor;
  });
  if (same == grants.end()) same = grants.insert(grants.end(), std::move(grant));
  (cursor.Accept("WITH GRANT OPTION") ? same->grantable : same->privileges) = std::move(privileges);
}

// The element that the target of a COMMENT or SECURITY LABEL names, which starts here.
Element ParseTarget(Cursor& cursor, const ObjectId& id) {
  if (cursor.Accept("COLUMN")) {
    const int names = KindHasSchema(id.kind) ? 2 : 1;
    for (int i = 0; i < names; ++i) {
      cursor.Name();
      cursor.ExpectSymbol(".");
    }
    return {ElementKind::kColumn, cursor.Name()};
  }
  if (cursor.Accept("INDEX")) {
    cursor.Name();
    cursor.ExpectSymbol(".");
    return {ElementKind::kIndex, cursor.Name()};
  }
  const auto part = [&](ElementKind kind) {
    Element element{kind, cursor.Name()};
    cursor.Expect("ON");
    return element;
  };
  if (cursor.Accept("CONSTRAINT")) return part(ElementKind::kConstraint);
  if (cursor.Accept("RULE")) return part(ElementKind::kRule);
  if (cursor.Accept("TRIGGER")) return part(ElementKind::kTrigger);
  if (cursor.Accept("POLICY")) return part(ElementKind::kPolicy);
  return {};
}

// An aggregate as a function: GRANT knows neither "*" nor ORDER BY.
std::string AsFunction(const ObjectId& aggregate) {
  const std::string name = QuoteQualified(aggregate.schema, aggregate.name);
  Cursor cursor(aggregate.signature);
  cursor.ExpectSymbol("(");
  if (cursor.SeesSymbol("*")) return name + "()";
  std::string direct = cursor.TextUntil({"ORDER BY"});
  if (!cursor.Accept("ORDER BY")) return name + aggregate.signature;
  const std::string ordered = cursor.TextUntil({});
  // A variadic direct argument takes the ordered ones in.
  const bool all = !direct.empty() && Cursor(direct).TextUntil({"VARIADIC"}) != direct;
  if (direct.empty() || all) return name + '(' + (all ? direct : ordered) + ')';
  return name + '(' + direct + ',' + ordered + ')';
}

}  // namespace

std::string CommentTarget(const ObjectId& id, const Element& element) {
  const std::string name = SqlName(id);
  const std::string part = QuoteIdentifier(element.name);
  switch (element.kind) {
    case ElementKind::kColumn: return "COLUMN " + name + '.' + part;
    case ElementKind::kIndex: return "INDEX " + QuoteQualified(id.schema, element.name);
    case ElementKind::kConstraint:
      return "CONSTRAINT " + part + " ON " + (id.kind == Kind::kDomain ? "DOMAIN " : "") + name;
    case ElementKind::kRule: return "RULE " + part + " ON " + name;
    case ElementKind::kTrigger: return "TRIGGER " + part + " ON " + name;
    case ElementKind::kPolicy: return "POLICY " + part + " ON " + name;
    case ElementKind::kSelf:
    case ElementKind::kDefault:
    case ElementKind::kPartition:
    case ElementKind::kMember: return Describe(id);
  }
  return Describe(id);
}

std::string GrantTarget(const ObjectId& id) {
  std::string_view word = KindName(id.kind);
  if (id.kind == Kind::kForeignTable || id.kind == Kind::kView ||
      id.kind == Kind::kMaterializedView) {
    word = "TABLE";
  } else if (id.kind == Kind::kAggregate) {
    return "FUNCTION " + AsFunction(id);
  } else if (id.kind == Kind::kDomain) {
    word = "TYPE";
  } else if (id.kind == Kind::kServer) {
    word = "FOREIGN SERVER";
  }
  return std::string(word) + ' ' + SqlName(id);
}

void RenderAttributes(const ObjectId& id, const Attributes& attributes,
                      std::vector<Piece>& pieces) {
  if (!attributes.owner.empty()) {
    pieces.push_back({{},
                      "ALTER " + Describe(id) + " OWNER TO " + QuoteIdentifier(attributes.owner),
                      Purpose::kOwns});
  }
  for (const auto& [element, comment] : attributes.comments) {
    pieces.push_back({element,
                      "COMMENT ON " + CommentTarget(id, element) + " IS " + QuoteLiteral(comment),
                      Purpose::kDescribes});
  }
  for (const auto& [element, labels] : attributes.labels) {
    for (const SecurityLabel& label : labels) {
      pieces.push_back({element,
                        "SECURITY LABEL FOR " + QuoteIdentifier(label.provider) + " ON " +
                            CommentTarget(id, element) + " IS " + QuoteLiteral(label.label),
                        Purpose::kDescribes});
    }
  }
  RenderPrivileges(id, attributes, pieces);
}

void ParseAttributes(Cursor& cursor, const ObjectId& id, Attributes& attributes) {
  std::string grantor;
  for (; !cursor.AtEnd(); cursor.ExpectSymbol(";")) {
    if (cursor.Accept("ALTER")) {
      cursor.TextUntil({"OWNER TO"});
      cursor.Expect("OWNER TO");
      attributes.owner = cursor.Name();
    } else if (cursor.Accept("COMMENT ON")) {
      const Element element = ParseTarget(cursor, id);
      cursor.TextUntil({"IS"});
      cursor.Expect("IS");
      attributes.comments[element] = cursor.String();
    } else if (cursor.Accept("SECURITY LABEL FOR")) {
      SecurityLabel label;
      label.provider = cursor.Name();
      cursor.Expect("ON");
      const Element element = ParseTarget(cursor, id);
      cursor.TextUntil({"IS"});
      cursor.Expect("IS");
      label.label = cursor.String();
      attributes.labels[element].push_back(std::move(label));
    } else if (cursor.Accept("REVOKE ALL ON")) {
      cursor.TextUntil({"FROM"});
      cursor.Expect("FROM");
      attributes.privileges[{}].revoked.push_back(ParseRole(cursor, attributes.owner));
    } else if (cursor.Accept("SET SESSION AUTHORIZATION")) {
      grantor = cursor.Name();
    } else if (cursor.Accept("RESET SESSION AUTHORIZATION")) {
      grantor.clear();
    } else if (cursor.Accept("GRANT")) {
      ParseGrant(cursor, grantor, attributes);
    } else {
      cursor.Fail("a statement about " + Describe(id));
    }
  }
  for (auto& [element, privileges] : attributes.privileges) {
    std::sort(privileges.grants.begin(), privileges.grants.end());
  }
}

}  // namespace pggit
