#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/attributes.h"

namespace pggit {

/// What the aclitems `acl` give and take, against what an object of `kind` starts with.
///
/// `kind` is the letter that acldefault() takes: 'c' column, 'r' relation, 's' sequence, 'f'
/// function, 'l' language, 'n' schema, 'p' the schema public (not a letter of acldefault(): initdb
/// gives PUBLIC the use of it), 'T' type, 'F' foreign-data wrapper, 'S' foreign server.
/// `owner` is the owner's name; it comes back as kOwnerRole.
Privileges PrivilegesFromAcl(char kind, std::string_view owner,
                             const std::vector<std::string>& acl);

/// What takes the aclitems `before` to the aclitems `now`: what a role holds by an item that has
/// changed is revoked and granted anew.
Privileges PrivilegesSince(std::string_view owner, const std::vector<std::string>& before,
                           const std::vector<std::string>& now);

/// The privileges that ALL stands for on `kind`, as their letters in an aclitem.
std::string_view AllPrivileges(char kind);

/// The SQL name of the privilege with `letter`; empty for a letter no server from 14 to 18 prints.
std::string_view PrivilegeName(char letter);

}  // namespace pggit
