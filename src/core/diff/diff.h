#pragma once

#include <vector>

#include "core/diff/change.h"
#include "core/model/schema.h"

namespace pggit {

/// What is different in `to`, part by part, in the order of objects and, within one, of parts.
///
/// It compares values, never texts. The list is empty if and only if the two are equal: a
/// difference that no change would tell of is an InternalError. Columns that only stand in another
/// order are a fact "column order" of their table.
std::vector<Change> Diff(const Schema& from, const Schema& to);

/// The same for two objects of one kind, whatever they are called.
std::vector<Change> Diff(const Object& from, const Object& to);

/// Whether nothing but the order of columns, which no ALTER can change, is told by `change`.
bool IsColumnOrderOnly(const Change& change);

}  // namespace pggit
