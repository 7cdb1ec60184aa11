#pragma once

#include <string>
#include <vector>

#include "core/ddl/piece.h"
#include "core/model/schema.h"

namespace pggit {

/// What takes the privileges on one part of an object from `from` to `to`.
std::vector<Piece> PrivilegeChange(const ObjectId& id, const Element& element,
                                   const std::string& owner, const Privileges& from,
                                   const Privileges& to);

/// The same for all parts of two objects, columns after the object: taking a privilege on a table
/// takes it on its columns too, so those are granted again. The objects are there, and who owns
/// them need not be who runs it.
std::vector<Piece> PrivilegeChanges(const Object& from, const Object& to);

/// Takes what the new owner of an object was granted while it was another's, before it is given
/// away: the server would merge that into what the owner has. PrivilegeChanges counts on it.
std::vector<Piece> RevokeFromNewOwner(const Object& from, const Object& to);

/// For objects that are nothing but privileges, and for privileges on an extension's members.
/// Either side may be null: then all is as it came.
std::vector<Piece> PrivilegeObjectChange(const Object* from, const Object* to);

/// What makes the privileges of `object`, which was just made, independent of the default
/// privileges that were in force: everything that `defaults` grant is taken, and given what they
/// take.
std::vector<Piece> UndoDefaultPrivileges(const Object& object,
                                         const std::vector<const Object*>& defaults);

/// The statements with semicolons between them.
std::string JoinStatements(const std::vector<Piece>& pieces);

}  // namespace pggit
