#pragma once

#include <map>
#include <utility>

#include "core/plan/fate.h"

namespace pggit {

/// What an online plan could do later.
struct Candidate {
  enum class Way {
    kBuild,  ///< An index, or that of a key, is built concurrently.
    kCheck,  ///< A constraint is made NOT VALID and checked later.
    kEnd,    ///< Costs nothing once what belongs to it is there: the index of a partitioned table.
  };
  Way way;
  bool after_keys = false;  ///< Of kCheck: it needs one of the others.
};

/// Parts of the target, by the object they are on.
using Candidates = std::map<std::pair<ObjectId, Element>, Candidate>;

/// The indexes and constraints that the plan makes on tables that are there, or lets hold, and that
/// nothing needs before they are.
Candidates FindCandidates(const Schema& from, const Schema& to, const Fates& fates);

/// Whether an index or key of `from` may stay until all else of its relation is what it will be.
bool CanWait(const Schema& from, const Schema& to, const Fates& fates, const Fate& fate,
             const Element& element);

}  // namespace pggit
