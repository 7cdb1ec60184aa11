#include "extension/rename_hints.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/ddl/definition.h"
#include "core/plan/rename.h"
#include "core/plan/rename_proposals.h"
#include "extension/conflict_text.h"
#include "extension/working_state.h"

namespace pggit {
namespace {

void Add(ObjectStore& store, Schema& schema, const std::optional<PathEntry>& entry) {
  const auto text = ContentOf(store, entry);
  if (text) AddDefinition(schema, *text);
}

bool IsAbout(const Conflict& conflict, const Rename& rename) {
  return conflict.object == rename.object && conflict.element == rename.element;
}

void Tell(const Rename& rename, const RenameProposal& proposal) {
  const std::string what = Describe(rename.object, rename.element);
  const std::string told = QuoteLiteral(proposal.text);
  const char* const name = what.c_str();
  const char* const evidence = proposal.evidence.c_str();
  const char* const text = told.c_str();
  Server([=] {
    ereport(NOTICE,
            (errmsg("%s may have been renamed and not dropped: %s", name, evidence),
             errhint("If so, give the merge up and begin it with renames => ARRAY[%s].", text)));
  });
}

// What the side that dropped something for a conflict of this type has made of the base.
void TellOfSide(ObjectStore& store, const TreeMerge& merge, ConflictType type) {
  const bool any = std::ranges::any_of(
      merge.conflicts, [&](const Conflict& conflict) { return conflict.type == type; });
  if (!any) return;
  Schema base;
  Schema side;
  for (const auto& [name, path] : merge.paths) {
    const PathDifference& made = type == ConflictType::kDeletedModified ? path.ours : path.theirs;
    if (!TypeAtPath(name) || made.before == made.after) continue;
    PollInterrupts();
    Add(store, base, made.before);
    Add(store, side, made.after);
  }
  for (const RenameProposal& proposal : ProposeRenames(base, side)) {
    try {
      const Rename rename = ParseRename(base, proposal.text);
      const bool is_meant = std::ranges::any_of(merge.conflicts, [&](const Conflict& conflict) {
        return conflict.type == type && IsAbout(conflict, rename);
      });
      if (is_meant) Tell(rename, proposal);
    } catch (const Error&) {
      continue;  // It reads names as a proposal before it leaves them.
    }
  }
}

}  // namespace

void TellOfPossibleRenames(ObjectStore& store, const TreeMerge& merge) {
  TellOfSide(store, merge, ConflictType::kDeletedModified);
  TellOfSide(store, merge, ConflictType::kModifiedDeleted);
}

}  // namespace pggit
