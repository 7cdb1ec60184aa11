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

// Conflicts of files that are no definitions name the file as their object.
const MergedPath& PathOfConflict(const TreeMerge& merge, const Conflict& conflict) {
  const auto file = merge.paths.find(conflict.object.name);
  return file != merge.paths.end() ? file->second : merge.paths.at(PathOf(conflict.object));
}

}  // namespace

std::optional<std::string> ContentOf(ObjectStore& store, const std::optional<PathEntry>& entry) {
  if (!entry) return std::nullopt;
  return store.Read(entry->sha, ObjectType::kBlob);
}

ConflictText TextOf(ObjectStore& store, const TreeMerge& merge, const Conflict& conflict) {
  const MergedPath& at = PathOfConflict(merge, conflict);
  ConflictText text;
  text.path = ConflictPath(merge, conflict);
  text.element = ElementText(conflict.element);
  if (text.element) text.path.resize(text.path.size() - text.element->size() - 1);
  text.type = ConflictTypeName(conflict.type);
  text.base = PartAt(store, at.ours.before, conflict.element);
  text.ours = PartAt(store, at.ours.after, conflict.element);
  text.theirs = PartAt(store, at.theirs.after, conflict.element);
  return text;
}

}  // namespace pggit
