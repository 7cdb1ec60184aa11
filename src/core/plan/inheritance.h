#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/plan/alter.h"

namespace pggit {

// What statements about a table do to those that inherit from it: a column that is added or dropped
// comes and goes with the children's, unless it is their own. The server keeps in mind which
// columns are a child's own, and no statement changes that for a column by itself.

/// Whether the table stays bound to `parent`, so that ALTER on the parent goes down to it.
bool IsBound(const Migration& migration, const Fate& fate, const ObjectId& parent);

/// Whether adding, or making again, a column on some parent does so on the table.
bool IsCarried(const Migration& migration, const Fate& fate, const Element& column);

/// Whether a column of the table goes when its parents' do.
bool GoesWithParents(const Migration& migration, const Fate& fate, const Element& column);

/// Whether the table drops a column by itself, because a child keeps it as its own.
bool DropsAlone(const Migration& migration, const Fate& fate, const Element& column);

/// The first bond to a parent that has to be made again, all after it too, so that columns which
/// are the parent's become the table's own as well: they do when the table is let go. Nothing when
/// none has to, or when that would make others its own.
std::optional<std::size_t> BondToRemake(const Migration& migration, const Fate& fate);

/// Throws Error(kNotSupported) when a child would have a column as its own that is to be its
/// parent's alone, or the other way round.
void RequireExactInheritance(const Migration& migration);

/// Throws Error(kNotSupported) when a table is to be made one of a type whose columns stand in
/// another order than they would in the table.
void RequireTypesOrder(const Migration& migration);

}  // namespace pggit
