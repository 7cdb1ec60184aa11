#pragma once

#include <string>
#include <vector>

#include "core/model/schema.h"

namespace pggit {

// Schemas between the start and the end of an online plan are made by taking indexes and
// constraints off tables and materialized views and putting them on again.

const Index* FindIndex(const Object& object, const std::string& name);
const Constraint* FindConstraint(const Object& object, const std::string& name);

/// Takes an index or constraint off, with all that is said of it: comments, labels, needs.
void TakePart(Object& object, const Element& element);

/// Puts an index or constraint on as it stands on `source`, with all that is said of it there.
void PutPart(Object& object, const Object& source, const Element& element);

/// Puts an index on that nothing is said of. It needs what the part `like` of `source` needs of
/// other objects, its parent aside.
void PutIndex(Object& object, Index index, const Object& source, const Element& like);

/// The same for a constraint.
void PutConstraint(Object& object, Constraint constraint, const Object& source,
                   const Element& like);

/// Gives an index another name, and all that is said of it.
void RenameIndex(Object& object, const std::string& name, const std::string& fresh);

}  // namespace pggit
