#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/diff/change.h"
#include "core/model/schema.h"
#include "core/plan/plan.h"

namespace pggit {

/// One thing that gets another name and stays what it is.
struct Rename {
  ObjectId object;  ///< As it is called before.
  /// The part that is renamed, kSelf for the object. A value of an enum is a kMember.
  Element element;
  std::string name;  ///< What it is called then, unquoted.

  bool operator==(const Rename&) const = default;
};

/// Whether `schema` has the object, and its definition lists the part; a value of an enum is one.
bool HasThing(const Schema& schema, const ObjectId& object, const Element& element);

/// Whether PostgreSQL has a RENAME for it that leaves all else as it is.
bool CanRename(const Object& object, const Element& element);

/// What `text` tells, as in `public.users=people`, `public.users.mail=email`, `index
/// public.a_idx=b_idx`, `f(integer)=g`. Names are written as in SQL; the kind before them is needed
/// only where several things have the name.
///
/// Throws Error when `schema` has no such thing, several, or one that cannot be renamed.
Rename ParseRename(const Schema& schema, const std::string& text);

/// `public.users.mail=email`, with the kind where ParseRename() asks for it, or `with_kind`.
std::string RenameText(const Schema& schema, const Rename& rename, bool with_kind = false);

/// The statement, and what it costs.
Step RenameStep(const Schema& schema, const Rename& rename);

struct RenameOptions {
  int server_major = 15;     ///< What the server that does it understands.
  bool column_texts = true;  ///< Else texts that speak of a renamed column stay as they are.
};

/// What `schema` is after the rename: the thing has its new name wherever PostgreSQL keeps which
/// thing is meant: keys, indexes, views, defaults, signatures, comments, privileges. What is text
/// to the server stays: bodies of functions, search paths.
///
/// Throws Error when the name is taken, or the server would refuse.
void ApplyRename(Schema& schema, const Rename& rename, const RenameOptions& options = {});

/// A schema after some renames, and how it got there.
struct Renamed {
  Schema schema;
  Part steps;
  std::vector<Change> changes;  ///< Of type kRenamed, each under its new name.
  /// What objects were called before, and are now; those with another signature or schema, too.
  std::map<ObjectId, ObjectId> names;
  std::vector<std::string> back;  ///< What to tell on the way back, in its order.
};

/// Renames what `told` says, each in the schema that those before it have made. Definitions that
/// the server prints as `to` has them afterwards are taken from there, letter by letter.
///
/// Throws Error as ParseRename() and ApplyRename(), and when `to` has no thing of the new name.
Renamed RenameAll(Schema from, const Schema& to, const std::vector<std::string>& told,
                  int server_major = 15);

/// The renames, then the way from what they lead to.
Plan BuildPlan(const Renamed& from, const Schema& to, const PlanOptions& options = {});

/// The changes that the renames leave, those among them.
std::vector<Change> Diff(const Renamed& from, const Schema& to);

}  // namespace pggit
