#pragma once

#include <string>
#include <vector>

#include "core/plan/fate.h"

namespace pggit {

// What an online plan does later, and otherwise, than a plan that locks tables: in steps of their
// own, after all else is as the target has it.

/// An index that is built while others write, and the key that is made of it, if it is one's.
struct DeferredIndex {
  ObjectId relation;
  Element element;        ///< What the target has: an index or a constraint.
  Index index;            ///< What is built, under the name that it is built under.
  std::string key;        ///< What ADD CONSTRAINT says, `PRIMARY KEY USING INDEX ...`, of a key.
  bool there = false;     ///< It was built before.
  bool replaces = false;  ///< What has its name stays until it is built.
  std::string old_name;   ///< What an index that is replaced is called until it is dropped.
};

/// A constraint that holds for new rows first, and is checked for old ones afterwards.
struct DeferredCheck {
  ObjectId table;
  std::string name;
  bool after_keys = false;  ///< It needs a key that is not there before.
};

/// A column that gets NOT NULL when a check, which is dropped then, has shown that it can.
struct DeferredNotNull {
  ObjectId table;
  /// The table and its partitions, those below others first: the check is on each.
  std::vector<ObjectId> tables;
  std::string column;
  std::string check;  ///< The name of the check.
};

/// An index that is dropped while others read and write.
struct DeferredDrop {
  ObjectId relation;
  std::string index;
};

struct Deferral {
  Schema first;  ///< The target without what is deferred, with what goes later.
  std::vector<DeferredIndex> indexes;
  std::vector<DeferredCheck> checks;
  std::vector<DeferredNotNull> not_nulls;
  std::vector<DeferredDrop> drops;
};

/// `CHECK ((c IS NOT NULL))`, as the server prints it.
std::string NotNullCheck(const std::string& column);

/// Decides what is deferred on the way from `from` to `to`, of which `fates` tells what becomes of
/// each object. What something else needs at once is not, nor what the server has no such form of.
Deferral Defer(const Schema& from, const Schema& to, const Fates& fates);

}  // namespace pggit
