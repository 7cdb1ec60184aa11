#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/merge/conflict.h"
#include "core/model/schema.h"

namespace pggit {

/// One object of three schemas that may have it; what is null is not there.
struct ThreeSides {
  const Object* base = nullptr;
  const Object* ours = nullptr;
  const Object* theirs = nullptr;
};

/// The object with the changes of both sides, nothing when it is to be gone. Appends to `conflicts`
/// what they disagree on; there the result has ours, or what is favoured. A part that somebody
/// decided about is that side's, also when only the other side has it.
///
/// Parts are known by their names and merge one by one, what is said of a part that is gone goes
/// with it; within a part what is said of it merges
/// when the sides changed different things, but for a column's type, collation and values, which
/// hang together. The source of a function merges by lines, lists by their items.
std::optional<Object> MergeObject(const ThreeSides& sides, const Favours& favours,
                                  std::vector<Conflict>& conflicts);

struct MergedSchema {
  Schema schema;
  std::vector<Conflict> conflicts;  ///< In the order of objects and parts.
};

/// The merge of two schemas that came of `base`.
///
/// It also holds what each side needs against what the other dropped: an index that one side put on
/// a column that the other took away is a conflict of type kDependency, whoever is favoured. What
/// only a server can tell is for a server to tell.
MergedSchema MergeSchemas(const Schema& base, const Schema& ours, const Schema& theirs,
                          const Favours& favours = {});

/// Finds an object of one of the schemas; null when it has none of that name.
using FindObject = std::function<const Object*(const ObjectId&)>;

/// The schemas of a merge, as far as somebody asks for them.
struct FourSchemas {
  FindObject base;
  FindObject ours;
  FindObject theirs;
  FindObject merged;
};

/// The conflicts of `object`, as it was merged, over what it needs and the merged schema lacks: an
/// object, or a part of one that a side had.
std::vector<Conflict> MissingNeeds(const Object& object, const FourSchemas& schemas);

}  // namespace pggit
