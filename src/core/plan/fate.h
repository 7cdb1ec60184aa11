#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/diff/change.h"
#include "core/model/schema.h"
#include "core/plan/plan.h"

namespace pggit {

/// What happens to one object that a plan touches.
struct Fate {
  enum class Way {
    kCreate,
    kDrop,
    kAlter,    ///< It stays; parts of it change.
    kReplace,  ///< Dropped and made again.
    kSwap,  ///< A type that columns have: put aside, made again, dropped when they have moved over.
  };

  Way way = Way::kAlter;
  const Object* from = nullptr;  ///< Null for kCreate.
  const Object* to = nullptr;    ///< Null for kDrop.
  std::vector<Change> changes;   ///< Of an object on both sides.
  // Of kAlter. A part that is in both sets is made again.
  std::set<Element> drops;
  std::set<Element> creates;
  std::set<std::string> retypes;  ///< Columns whose type changes, or is made again.

  bool stays() const { return way == Way::kAlter; }
  bool goes() const { return way != Way::kCreate && way != Way::kAlter; }
};

using Fates = std::map<ObjectId, Fate>;

/// Decides what happens to every object that differs, and to all that depends on what is replaced,
/// made again or retyped. Objects that nothing happens to are not in the result.
Fates DecideFates(const Schema& from, const Schema& to, const PlanOptions& options);

}  // namespace pggit
