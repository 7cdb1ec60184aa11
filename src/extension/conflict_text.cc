#include "extension/conflict_text.h"

#include "core/ddl/definition.h"
#include "core/ddl/parts.h"
#include "core/model/path.h"

namespace pggit {
namespace {

// The part of the object at `entry` that a conflict is about.
std::optional<std::string> PartAt(ObjectStore& store, const std::optional<PathEntry>& entry,
                                  const Element& element) {
  const auto text = ContentOf(store, entry);
  if (!text || element.kind == ElementKind::kSelf) return text;
  return PartText(ParseDefinition(*text), element);
}

// Conflicts of files that are no definitions name the file as their object. Nothing else of what a
// conflict over its name is about may have changed.
MergedPath PathOfConflict(const TreeMerge& merge, const Conflict& conflict) {
  for (const std::string& path : {conflict.object.name, PathOf(conflict.object)}) {
    const auto found = merge.paths.find(path);
    if (found != merge.paths.end()) return found->second;
  }
  return {};
}

// The names that the sides gave it.
const Disagreement* NamesIn(const Conflict& conflict) {
  if (conflict.type != ConflictType::kBothRenamed || conflict.about.empty()) return nullptr;
  return &conflict.about.front();
}

}  // namespace

std::optional<std::string> ContentOf(ObjectStore& store, const std::optional<PathEntry>& entry) {
  if (!entry) return std::nullopt;
  return store.Read(entry->sha, ObjectType::kBlob);
}

ConflictText TextOf(ObjectStore& store, const TreeMerge& merge, const Conflict& conflict) {
  const MergedPath at = PathOfConflict(merge, conflict);
  ConflictText text;
  text.path = ConflictPath(merge, conflict);
  text.element = ElementText(conflict.element);
  if (text.element) text.path.resize(text.path.size() - text.element->size() - 1);
  text.type = ConflictTypeName(conflict.type);
  if (const Disagreement* const names = NamesIn(conflict)) {
    text.base = names->base;
    text.ours = names->ours;
    text.theirs = names->theirs;
    return text;
  }
  text.base = PartAt(store, at.ours.before, conflict.element);
  text.ours = PartAt(store, at.ours.after, conflict.element);
  text.theirs = PartAt(store, at.theirs.after, conflict.element);
  return text;
}

}  // namespace pggit
