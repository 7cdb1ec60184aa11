#pragma once

#include "core/diff/change.h"
#include "core/model/schema.h"
#include "core/plan/plan.h"

namespace pggit {

// What ALTER, or CREATE OR REPLACE, can do. Whatever is not listed here is dropped and made again:
// a new member of the model is handled before anybody has thought of a statement for it.

/// Whether the object can stay while its own facts, those of its parts aside, become `to`'s.
bool ObjectCanStay(const Object& from, const Object& to, const Change& change);

/// Whether a part that is on both sides, and no column of a table, can stay.
bool PartCanStay(const Object& from, const Object& to, const Change& change);

/// Whether a column of a table can stay: what is generated is made anew, but for a stored column
/// that becomes a plain one and what SET EXPRESSION can since 17.
bool ColumnCanStay(const Column& from, const Column& to, const PlanOptions& options);

/// Whether `fact` is one that every object and part can change: owner, comment, privileges ...
bool IsAttributeFact(const Fact& fact);

/// Whether the new values of an enum can be put between the old ones.
bool OnlyAddsValues(const EnumType& from, const EnumType& to);

}  // namespace pggit
