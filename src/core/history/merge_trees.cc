#include "core/history/merge_trees.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/error.h"
#include "core/ddl/definition.h"
#include "core/history/align_trees.h"
#include "core/history/lost_columns.h"
#include "core/merge/merge.h"
#include "core/merge/merge_lines.h"
#include "core/model/path.h"

namespace pggit {
namespace {

class TreeMerger {
 public:
  TreeMerger(ObjectStore& store, const std::optional<Sha>& base, const Sha& ours, const Sha& theirs,
             const Favours& favours)
      : store_(store), base_(base), ours_(ours), theirs_(theirs), favours_(favours) {}

  TreeMerge Run() {
    for (PathDifference& change : DiffTrees(store_, base_, ours_)) {
      MergedPath& path = merge_.paths[change.path];
      path.theirs = {change.path, change.before, change.before};
      path.merged = change.after;
      path.ours = std::move(change);
    }
    for (PathDifference& change : DiffTrees(store_, base_, theirs_)) {
      const auto [found, is_new] = merge_.paths.try_emplace(change.path);
      MergedPath& path = found->second;
      if (is_new) {
        path.ours = {change.path, change.before, change.before};
        path.merged = change.after;
      }
      path.theirs = std::move(change);
      if (!is_new && path.ours.after != path.theirs.after) MergeContent(found->first, path);
    }
    for (const auto& [name, path] : merge_.paths) CheckNeeds(name, path);
    std::ranges::sort(merge_.conflicts);
    return std::move(merge_);
  }

 private:
  const Object* ObjectAt(const std::optional<PathEntry>& entry) {
    if (!entry) return nullptr;
    const auto [found, is_new] = objects_.try_emplace(entry->sha);
    if (is_new) found->second = ParseDefinition(store_.Read(entry->sha, ObjectType::kBlob));
    return &found->second;
  }

  std::optional<PathEntry> Written(const std::string& content) {
    return PathEntry{Mode::kFile, store_.Write(ObjectType::kBlob, content)};
  }

  void MergeContent(const std::string& name, MergedPath& path) {
    if (!IsDefinitionPath(name)) return MergeText(name, path);
    std::vector<Conflict> conflicts;
    const auto merged = MergeObject(
        {ObjectAt(path.ours.before), ObjectAt(path.ours.after), ObjectAt(path.theirs.after)},
        favours_, conflicts);
    if (merged && path.ours.after && path.theirs.after) {
      std::ranges::move(
          LostColumns(*merged, *ObjectAt(path.ours.after), *ObjectAt(path.theirs.after)),
          std::back_inserter(conflicts));
    }
    path.disputed = !conflicts.empty();
    std::ranges::move(conflicts, std::back_inserter(merge_.conflicts));
    path.merged = merged ? Written(RenderDefinition(*merged)) : std::nullopt;
  }

  void MergeText(const std::string& name, MergedPath& path) {
    const auto text = [&](const std::optional<PathEntry>& entry) {
      return entry ? store_.Read(entry->sha, ObjectType::kBlob) : std::string();
    };
    const std::string base = text(path.ours.before);
    const std::string ours = text(path.ours.after);
    const std::string theirs = text(path.theirs.after);
    const ObjectId file{Kind::kSchema, "", name, ""};
    const Favour favour = favours_.Of(file, {});
    if (const auto merged = MergeLines(base, ours, theirs)) {
      path.merged = Written(*merged);
    } else if (favour == Favour::kTheirs) {
      path.merged = path.theirs.after;
    } else if (favour == Favour::kBase) {
      path.merged = path.ours.before;
    } else if (favour == Favour::kNobody) {
      path.disputed = true;
      merge_.conflicts.push_back(
          {file, {}, ConflictType::kBothModified, {{"text", base, ours, theirs}}});
    }
  }

  const MergedPath* ChangedAt(const ObjectId& id) const {
    const auto found = merge_.paths.find(PathOf(id));
    return found == merge_.paths.end() ? nullptr : &found->second;
  }

  // A definition is whole on its own side: only what the other side changed can be missing.
  void CheckNeeds(const std::string& name, const MergedPath& path) {
    if (!path.merged || !IsDefinitionPath(name)) return;
    const Object& object = *ObjectAt(path.merged);
    const bool touched = std::ranges::any_of(object.attributes.needs, [&](const auto& need) {
      return merge_.paths.contains(PathOf(need.on));
    });
    if (!touched) return;
    const auto in = [&](auto entry) -> FindObject {
      return [this, entry](const ObjectId& id) -> const Object* {
        const MergedPath* const at = ChangedAt(id);
        return at == nullptr ? nullptr : ObjectAt(entry(*at));
      };
    };
    const FourSchemas schemas = {
        in([](const MergedPath& at) { return at.ours.before; }),
        in([](const MergedPath& at) { return at.ours.after; }),
        in([](const MergedPath& at) { return at.theirs.after; }),
        in([](const MergedPath& at) { return at.merged; }),
    };
    for (Conflict& conflict : MissingNeeds(object, schemas)) {
      merge_.conflicts.push_back(std::move(conflict));
      merge_.paths.at(name).disputed = true;
    }
  }

  ObjectStore& store_;
  const std::optional<Sha>& base_;
  const Sha& ours_;
  const Sha& theirs_;
  const Favours& favours_;
  TreeMerge merge_;
  std::map<Sha, Object> objects_;  // by blob
};

}  // namespace

PathChanges TreeMerge::Changes() const {
  PathChanges changes = aligned;
  for (const auto& [name, path] : paths) {
    if (path.merged != path.ours.after) changes.insert_or_assign(name, path.merged);
  }
  return changes;
}

TreeMerge MergeTrees(ObjectStore& store, const std::optional<Sha>& base, const Sha& ours,
                     const Sha& theirs, const Favours& favours, const MergeRenames& renames) {
  if (renames.empty()) return TreeMerger(store, base, ours, theirs, favours).Run();
  AlignedTrees trees = AlignTrees(store, base, ours, theirs, renames, favours);
  TreeMerge merge = TreeMerger(store, trees.base, trees.ours, trees.theirs, favours).Run();
  // What is said of a name and of the part itself is one conflict.
  for (Conflict& conflict : trees.conflicts) {
    const auto same = std::ranges::find_if(merge.conflicts, [&](const Conflict& other) {
      return other.object == conflict.object && other.element == conflict.element;
    });
    if (same == merge.conflicts.end()) {
      merge.conflicts.push_back(std::move(conflict));
    } else {
      *same = std::move(conflict);
    }
  }
  std::ranges::sort(merge.conflicts);
  merge.aligned = std::move(trees.changes);
  merge.told = std::move(trees.told);
  return merge;
}

std::string ConflictPath(const TreeMerge& merge, const Conflict& conflict) {
  const std::string& name = conflict.object.name;
  if (merge.paths.contains(name)) return name;
  const auto element = ElementText(conflict.element);
  return PathOf(conflict.object) + (element ? '#' + *element : "");
}

std::vector<std::string> ConflictPaths(const TreeMerge& merge) {
  std::vector<std::string> paths;
  for (const Conflict& conflict : merge.conflicts) paths.push_back(ConflictPath(merge, conflict));
  return paths;
}

std::optional<Sha> MergeBaseTree(CommitGraph& graph, ObjectStore& store, const Sha& ours,
                                 const Sha& theirs) {
  const std::vector<Sha> bases = MergeBases(graph, ours, theirs);
  if (bases.empty()) return std::nullopt;
  Sha tree = store.ReadCommit(bases.front()).tree;
  for (std::size_t i = 1; i < bases.size(); ++i) {
    const auto below = MergeBaseTree(graph, store, bases[0], bases[i]);
    const Sha other = store.ReadCommit(bases[i]).tree;
    tree =
        UpdateTrees(store, tree, MergeTrees(store, below, tree, other, {Favour::kBase}).Changes());
  }
  return tree;
}

}  // namespace pggit
