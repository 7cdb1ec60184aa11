#include "core/plan/privilege_change.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "core/base/identifier.h"
#include "core/ddl/attributes.h"
#include "core/ddl/cursor.h"
#include "core/ddl/privileges.h"
#include "core/ddl/text.h"
#include "core/plan/naming_owner.h"

namespace pggit {
namespace {

using Strings = std::vector<std::string>;

Strings Minus(const Strings& a, const Strings& b) {
  Strings rest;
  std::ranges::copy_if(a, std::back_inserter(rest),
                       [&](const std::string& x) { return std::ranges::find(b, x) == b.end(); });
  return rest;
}

Strings Plus(Strings a, const Strings& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

bool HasGrantor(const Privileges& privileges) {
  return std::ranges::any_of(privileges.grants,
                             [](const Grant& grant) { return !grant.grantor.empty(); });
}

class PrivilegeChanger {
 public:
  PrivilegeChanger(PrivilegeTarget target, const Privileges& from, const Privileges& to)
      : target_(std::move(target)), from_(from), to_(to) {}

  std::vector<Piece> Run() {
    if (from_ == to_) return {};
    if (HasGrantor(from_) || HasGrantor(to_)) {
      StartOver();
    } else {
      ChangeEach();
    }
    return std::move(pieces_);
  }

 private:
  void Add(std::string sql) {
    pieces_.push_back({target_.element, target_.prefix + std::move(sql), Purpose::kGrants});
  }

  std::string Role(const std::string& role) const {
    if (role.empty()) return "PUBLIC";
    if (role != kOwnerRole) return QuoteIdentifier(role);
    return target_.owner.empty() ? std::string(kOwnerRole) : QuoteIdentifier(target_.owner);
  }

  std::string List(Strings privileges) const {
    if (!target_.column.empty()) {
      for (std::string& name : privileges) name += " (" + QuoteIdentifier(target_.column) + ')';
    }
    return Join(privileges, ", ");
  }

  void Give(const Strings& privileges, const std::string& role, bool grantable) {
    if (privileges.empty()) return;
    Add("GRANT " + List(privileges) + " ON " + target_.name + " TO " + Role(role) +
        (grantable ? " WITH GRANT OPTION" : ""));
  }

  void Revoke(const Strings& privileges, const std::string& role, const std::string& option = {},
              const std::string& ending = {}) {
    if (privileges.empty()) return;
    Add("REVOKE " + option + List(privileges) + " ON " + target_.name + " FROM " + Role(role) +
        ending);
  }

  // What PUBLIC or the owner has before anybody takes it.
  Strings Default(const std::string& role) const {
    if (role.empty() && target_.name.starts_with("TABLE ")) return {"SELECT"};
    if (role.empty() && target_.name.starts_with("SCHEMA ")) return {"USAGE"};
    return {"ALL"};
  }

  static const Grant* Find(const Privileges& privileges, const std::string& role) {
    const auto found = std::ranges::find(privileges.grants, role, &Grant::grantee);
    return found == privileges.grants.end() ? nullptr : &*found;
  }

  std::set<std::string> Roles() const {
    std::set<std::string> roles;
    for (const Privileges* side : {&from_, &to_}) {
      roles.insert(side->revoked.begin(), side->revoked.end());
      for (const Grant& grant : side->grants) roles.insert(grant.grantee);
    }
    return roles;
  }

  void ChangeEach() {
    const auto was_revoked = [&](const Privileges& side, const std::string& role) {
      return std::ranges::find(side.revoked, role) != side.revoked.end();
    };
    for (const std::string& role : Roles()) {
      static const Grant kNothing;
      const Grant* old = Find(from_, role);
      const Grant* fresh = Find(to_, role);
      if (was_revoked(from_, role) == was_revoked(to_, role)) {
        Change(role, old ? *old : kNothing, fresh ? *fresh : kNothing);
      } else if (was_revoked(to_, role)) {
        Revoke({"ALL"}, role);
        Change(role, kNothing, fresh ? *fresh : kNothing);
      } else {
        if (old) Revoke(Plus(old->privileges, old->grantable), role);
        Give(Default(role), role, /*grantable=*/false);
        Change(role, kNothing, fresh ? *fresh : kNothing);
      }
    }
  }

  void Change(const std::string& role, const Grant& from, const Grant& to) {
    const Strings had = Plus(from.privileges, from.grantable);
    const Strings has = Plus(to.privileges, to.grantable);
    Revoke(Minus(had, has), role);
    Revoke(Minus(from.grantable, Minus(from.grantable, to.privileges)), role, "GRANT OPTION FOR ");
    Give(Minus(to.privileges, had), role, /*grantable=*/false);
    Give(Minus(to.grantable, from.grantable), role, /*grantable=*/true);
  }

  // Grants of grants: all are taken, and given again in their order.
  void StartOver() {
    std::set<std::string> roles;
    for (const Grant& grant : from_.grants) {
      if (grant.grantor.empty() && grant.grantee != kOwnerRole) roles.insert(grant.grantee);
    }
    for (const std::string& role : roles) Revoke({"ALL"}, role, {}, " CASCADE");
    for (const std::string& role : Minus(from_.revoked, to_.revoked)) {
      Give(Default(role), role, /*grantable=*/false);
    }
    RenderPrivileges(target_, to_, pieces_);
  }

  PrivilegeTarget target_;
  const Privileges& from_;
  const Privileges& to_;
  std::vector<Piece> pieces_;
};

PrivilegeTarget TargetOf(const ObjectId& id, const Element& element, const std::string& owner) {
  const bool sequence = element.kind == ElementKind::kSequence;
  return {"", sequence ? CommentTarget(id, element) : GrantTarget(id), sequence ? "" : element.name,
          owner, element};
}

// Whether privileges that `owner` was granted as another would become its own.
bool WouldMerge(const Object& from, const Object& to) {
  return from.attributes.owner != to.attributes.owner && !to.attributes.owner.empty();
}

const Privileges& At(const std::map<Element, Privileges>& privileges, const Element& element) {
  static const Privileges kNone;
  const auto found = privileges.find(element);
  return found == privileges.end() ? kNone : found->second;
}

void Append(std::vector<Piece>& pieces, std::vector<Piece> more) {
  std::move(more.begin(), more.end(), std::back_inserter(pieces));
}

// `ALTER DEFAULT PRIVILEGES FOR ROLE alice IN SCHEMA app `, `TABLES` and alice.
PrivilegeTarget DefaultTarget(const ObjectId& id) {
  Cursor cursor(id.signature);
  cursor.Expect("FOR ROLE");
  PrivilegeTarget target;
  target.owner = cursor.Name();
  if (cursor.Accept("IN SCHEMA")) cursor.Name();
  target.prefix = "ALTER DEFAULT PRIVILEGES " + cursor.TextSince(0) + ' ';
  cursor.Expect("ON");
  const std::size_t sort = cursor.position();
  cursor.TextUntil({});
  target.name = cursor.TextSince(sort);
  return target;
}

// What the signature of default privileges says of schema and sort.
std::string DefaultSchema(const ObjectId& id) {
  Cursor cursor(id.signature);
  cursor.Expect("FOR ROLE");
  cursor.Name();
  return cursor.Accept("IN SCHEMA") ? cursor.Name() : std::string();
}

// The sort of object that default privileges know `kind` as; empty for kinds they do not.
std::string DefaultSort(Kind kind) {
  if (kind == Kind::kTable || kind == Kind::kForeignTable || kind == Kind::kView ||
      kind == Kind::kMaterializedView) {
    return "TABLES";
  }
  if (kind == Kind::kFunction || kind == Kind::kProcedure || kind == Kind::kAggregate) {
    return "FUNCTIONS";
  }
  if (kind == Kind::kType || kind == Kind::kDomain) return "TYPES";
  if (kind == Kind::kSequence) return "SEQUENCES";
  return kind == Kind::kSchema ? "SCHEMAS" : "";
}

const Privileges& DefaultsOf(const Object* object) {
  static const Privileges kNone;
  if (!object) return kNone;
  return std::get<DefaultPrivileges>(object->definition).privileges;
}

}  // namespace

std::vector<Piece> PrivilegeChange(const ObjectId& id, const Element& element,
                                   const std::string& owner, const Privileges& from,
                                   const Privileges& to) {
  return PrivilegeChanger(TargetOf(id, element, owner), from, to).Run();
}

std::vector<Piece> PrivilegeChanges(const Object& from, const Object& to) {
  std::map<Element, Privileges> old = from.attributes.privileges;
  if (WouldMerge(from, to)) {
    for (auto& [element, privileges] : old) {
      std::erase_if(privileges.grants,
                    [&](const Grant& grant) { return grant.grantee == to.attributes.owner; });
    }
  }
  const auto& fresh = to.attributes.privileges;
  const std::string& owner = to.attributes.owner;
  std::vector<Piece> pieces = PrivilegeChange(to.id, {}, owner, At(old, {}), At(fresh, {}));
  const bool taken = std::ranges::any_of(
      pieces, [](const Piece& piece) { return piece.sql.starts_with("REVOKE"); });
  std::set<Element> elements;
  for (const auto* side : {&std::as_const(old), &fresh}) {
    for (const auto& [element, privileges] : *side) elements.insert(element);
  }
  elements.erase(Element{});
  for (const Element& element : elements) {
    Append(pieces, PrivilegeChange(to.id, element, owner, At(old, element), At(fresh, element)));
    if (taken && element.kind == ElementKind::kColumn) {
      RenderPrivileges(TargetOf(to.id, element, owner), At(fresh, element), pieces);
    }
  }
  for (Piece& piece : pieces) piece.sql = NamingOwner(to.id, piece.sql);
  return pieces;
}

std::vector<Piece> RevokeFromNewOwner(const Object& from, const Object& to) {
  std::vector<Piece> pieces;
  if (!WouldMerge(from, to)) return pieces;
  for (const auto& [element, privileges] : from.attributes.privileges) {
    if (!std::ranges::count(privileges.grants, to.attributes.owner, &Grant::grantee)) continue;
    const PrivilegeTarget target = TargetOf(to.id, element, to.attributes.owner);
    const std::string all =
        target.column.empty() ? "ALL" : "ALL (" + QuoteIdentifier(target.column) + ')';
    pieces.push_back({{},
                      "REVOKE " + all + " ON " + target.name + " FROM " +
                          QuoteIdentifier(to.attributes.owner) + " CASCADE",
                      Purpose::kGrants});
  }
  return pieces;
}

std::vector<Piece> PrivilegeObjectChange(const Object* from, const Object* to) {
  const ObjectId& id = from ? from->id : to->id;
  if (id.kind == Kind::kDefaultPrivileges) {
    return PrivilegeChanger(DefaultTarget(id), DefaultsOf(from), DefaultsOf(to)).Run();
  }
  std::vector<Piece> pieces;
  if (id.kind == Kind::kSystemPrivileges) {
    Object nothing{id, {}, SystemPrivileges{}};
    return PrivilegeChanges(from ? *from : nothing, to ? *to : nothing);
  }
  std::map<std::pair<std::string, std::string>, std::pair<Privileges, Privileges>> members;
  const auto collect = [&](const Object* side, auto member_of) {
    if (!side) return;
    for (const MemberPrivileges& member : std::get<Extension>(side->definition).privileges) {
      members[{member.member, member.column}].*member_of = member.privileges;
    }
  };
  collect(from, &std::pair<Privileges, Privileges>::first);
  collect(to, &std::pair<Privileges, Privileges>::second);
  for (const auto& [name, sides] : members) {
    const PrivilegeTarget target{"", name.first, name.second, "", {}};
    Append(pieces, PrivilegeChanger(target, sides.first, sides.second).Run());
  }
  return pieces;
}

std::vector<Piece> UndoDefaultPrivileges(const Object& object,
                                         const std::vector<const Object*>& defaults) {
  const std::string sort = DefaultSort(object.id.kind);
  if (sort.empty() || std::holds_alternative<ShellType>(object.definition)) return {};
  std::set<std::string> granted;
  std::set<std::string> taken;
  for (const Object* entry : defaults) {
    const PrivilegeTarget target = DefaultTarget(entry->id);
    const std::string schema = DefaultSchema(entry->id);
    if (target.name != sort || (!schema.empty() && schema != object.id.schema)) continue;
    const Privileges& privileges = DefaultsOf(entry);
    taken.insert(privileges.revoked.begin(), privileges.revoked.end());
    for (const Grant& grant : privileges.grants) granted.insert(grant.grantee);
  }
  const PrivilegeTarget target = TargetOf(object.id, {}, object.attributes.owner);
  std::vector<Piece> pieces;
  const auto add = [&](const std::string& sql) { pieces.push_back({{}, sql, Purpose::kGrants}); };
  const auto role_text = [&](const std::string& role) {
    if (role.empty()) return std::string("PUBLIC");
    if (role != kOwnerRole) return QuoteIdentifier(role);
    return target.owner.empty() ? std::string(kOwnerRole) : QuoteIdentifier(target.owner);
  };
  for (const std::string& role : granted) {
    const bool starts_with =
        role == kOwnerRole || (role.empty() && (sort == "FUNCTIONS" || sort == "TYPES"));
    if (starts_with) {
      taken.insert(role);
    } else {
      add("REVOKE ALL ON " + target.name + " FROM " + role_text(role));
      taken.insert(kOwnerRole);  // Who may be that role.
    }
  }
  for (const std::string& role : taken) {
    add("GRANT ALL ON " + target.name + " TO " + role_text(role));
  }
  return pieces;
}

std::string JoinStatements(const std::vector<Piece>& pieces) {
  std::vector<std::string> statements;
  for (const Piece& piece : pieces) statements.push_back(piece.sql);
  return Join(statements, ";\n");
}

}  // namespace pggit
