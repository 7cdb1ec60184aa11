#pragma once

#include <string>
#include <vector>

#include "core/ddl/piece.h"
#include "core/plan/fate.h"

namespace pggit {

/// A piece of a definition, or an alteration of one, and what it costs. Without text it only stands
/// for a part that is there, so that others can be ordered after it.
struct Action {
  Piece piece;
  Cost cost;
};

using Actions = std::vector<Action>;

/// Both schemas and what happens in between.
struct Migration {
  const Schema& from;
  const Schema& to;
  const Fates& fates;
  const PlanOptions& options;

  /// Null for an object that nothing happens to.
  const Fate* FateOf(const ObjectId& id) const {
    const auto found = fates.find(id);
    return found == fates.end() ? nullptr : &found->second;
  }
};

/// What is done to an object that stays, once the parts that go are dropped: first what stands for
/// the object itself, then its parts in the order of its definition, then owner, comments, labels
/// and privileges.
Actions Alter(const Migration& migration, const Fate& fate);

/// What makes an object that is new.
Actions Create(const Migration& migration, const Fate& fate);

// The alterations of each kind: what becomes of the object, without its parts and attributes.

Actions AlterTable(const Migration& migration, const Fate& fate);
Actions AlterColumns(const Migration& migration, const Fate& fate);
/// Parts that stay and change: states of triggers and rules, policies, what is set on an index.
Actions AlterParts(const Fate& fate);
/// Not-null constraints that do not have the name, or the form, that the server gives them.
Actions NameNotNulls(const Migration& migration, const Fate& fate);
Actions AlterType(const Migration& migration, const Fate& fate);
Actions AlterCode(const Migration& migration, const Fate& fate);
Actions AlterService(const Migration& migration, const Fate& fate);

/// The cost of a statement that locks the relation `id`.
Cost Locks(const ObjectId& id, LockMode mode, Hazards hazards = {}, std::string note = {});

/// The same of one that locks an index of `id` and not the relation.
Cost LocksIndex(const ObjectId& id, const std::string& index,
                LockMode mode = LockMode::kAccessExclusive);

}  // namespace pggit
