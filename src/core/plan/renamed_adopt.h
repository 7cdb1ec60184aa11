#pragma once

#include <vector>

#include "core/plan/name_change.h"

namespace pggit {

/// Takes over from `to` the texts of `schema` that the server prints so once `changes` were made.
///
/// A text says the same on both sides when what its part needs is the same there, and the texts
/// differ in nothing but the names that changed of things that its object has or needs. What is not
/// taken over, or what `to` lacks, is spelled with the new names as far as that can be foretold;
/// where it differs from `to` the plan sets it again.
void AdoptTexts(Schema& schema, const Schema& to, const std::vector<NameChange>& changes);

/// Whether the definition of `object` lists the part.
bool HasElement(const Object& object, const Element& element);

}  // namespace pggit
