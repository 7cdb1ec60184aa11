#pragma once

#include <optional>

#include "core/plan/plan.h"

namespace pggit {

/// Ways round what INHERIT asks for.
///
/// A column is a parent's alone when it comes to the child by a statement about the parent, and
/// INHERIT wants the child to have all columns before. So where a table that is there gets a parent
/// and is to have columns from it alone, a new parent is made without columns first and the table
/// bound to it: what else changes then goes down to the table. For one that is there, or comes
/// after such, another one stands in until all else is done.
struct ParentsFirst {
  Schema from;  ///< The start with the parents made first.
  Schema to;    ///< The target with those that stand in.
  Part before;  ///< The way from the start to `from`.
  Part after;   ///< The way from `to` to the target.
};

/// Nothing when no table needs that.
std::optional<ParentsFirst> MakeParentsFirst(const Schema& from, const Schema& to);

}  // namespace pggit
