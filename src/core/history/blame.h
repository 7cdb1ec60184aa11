#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/ddl/parts.h"
#include "core/history/commit_graph.h"
#include "core/store/object_store.h"

namespace pggit {

/// A part of an object, and the commit that made it what it is.
struct BlamedPart {
  Part part;
  Sha commit;
};

/// Who last changed each part of the object at `path`, as it is in `commit`: in order, with the
/// latest commit that has the part and none of whose parents has it, as `git blame` finds lines.
///
/// Elements are known by their name, so moving them changes nothing; lines of a statement by the
/// shortest way from one version to the next. Looks at those commits only from which a part may
/// have come, and of these reads those alone of which `changed` says that they changed what lies
/// there against their first parent. It is called for each commit that is looked at.
///
/// Throws Error(kUnknownRevision) when there is nothing at `path`.
std::vector<BlamedPart> Blame(CommitGraph& graph, ObjectStore& objects, const Sha& commit,
                              const std::string& path,
                              const std::function<bool(const Sha&)>& changed);

}  // namespace pggit
