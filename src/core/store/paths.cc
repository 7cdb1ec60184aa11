#include "core/store/paths.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "core/base/error.h"
#include "core/store/tree_delta.h"

namespace pggit {
namespace {

using Step = PathChanges::const_iterator;

/// The entries of a directory by name.
using Entries = std::map<std::string, TreeEntry, std::less<>>;

Entries EntriesOf(ObjectStore& store, const std::optional<Sha>& tree) {
  Entries entries;
  if (!tree) return entries;
  for (TreeEntry& entry : store.ReadTree(*tree)) {
    std::string name = entry.name;
    entries.emplace(std::move(name), std::move(entry));
  }
  return entries;
}

std::optional<Sha> DirectoryIn(const Entries& entries, std::string_view name) {
  const auto found = entries.find(name);
  if (found == entries.end() || found->second.mode != Mode::kDirectory) return std::nullopt;
  return found->second.sha;
}

// The directory `old` after the changes from `at` to `end`, all of which begin with the same
// `depth` bytes; nothing when nothing is left in it.
//
// Paths in byte order keep what lies in one directory together and a file before what would lie
// below it. Trees have another order, which EncodeTree makes.
std::optional<Sha> Update(ObjectStore& store, const std::optional<Sha>& old, Step at, Step end,
                          std::size_t depth) {
  const std::string content = old ? store.Read(*old, ObjectType::kTree) : std::string();
  TreeEdits edits;
  const auto find = [&](const std::string& name) {
    const auto edited = edits.find(name);
    return edited != edits.end() ? edited->second : FindEntry(content, name);
  };
  while (at != end) {
    const std::string_view rest = std::string_view(at->first).substr(depth);
    const std::size_t slash = rest.find('/');
    const std::string name(rest.substr(0, slash));
    CheckTreeName(name);
    if (slash == std::string_view::npos) {
      edits[name] = std::nullopt;
      if (at->second) edits[name] = TreeEntry{at->second->mode, name, at->second->sha};
      ++at;
      continue;
    }
    const std::string_view directory = std::string_view(at->first).substr(0, depth + slash + 1);
    Step last = at;
    bool adds = false;
    for (; last != end && last->first.starts_with(directory); ++last) {
      adds = adds || last->second.has_value();
    }
    const std::optional<TreeEntry> there = find(name);
    const bool is_file = there && there->mode != Mode::kDirectory;
    if (is_file && adds) {
      throw Error(ErrorCode::kIntegrity, "\"" + name + "\" cannot be a file and a directory");
    }
    if (!is_file) {
      const auto inner = there ? std::optional(there->sha) : std::nullopt;
      const auto sub = Update(store, inner, at, last, directory.size());
      edits[name] = std::nullopt;
      if (sub) edits[name] = TreeEntry{Mode::kDirectory, name, *sub};
    }
    at = last;
  }
  std::string delta = DeltaOfEdits(content, edits);
  if (delta.empty()) return content.empty() ? std::nullopt : old;
  const std::string edited = ApplyTreeDelta(content, delta);
  if (edited.empty()) return std::nullopt;
  if (old) return store.WriteEditedTree(edited, *old, std::move(delta));
  return store.Write(ObjectType::kTree, edited);
}

void Collect(ObjectStore& store, const Sha& tree, const std::string& directory, Paths& paths) {
  for (const TreeEntry& entry : store.ReadTree(tree)) {
    const std::string path = directory + entry.name;
    if (entry.mode == Mode::kDirectory) {
      Collect(store, entry.sha, path + '/', paths);
    } else {
      paths.emplace(path, PathEntry{entry.mode, entry.sha});
    }
  }
}

void Diff(ObjectStore& store, const std::optional<Sha>& before, const std::optional<Sha>& after,
          const std::string& directory, std::vector<PathDifference>& found) {
  if (before == after) return;
  const Entries old = EntriesOf(store, before);
  const Entries now = EntriesOf(store, after);
  std::map<std::string_view, std::pair<const TreeEntry*, const TreeEntry*>> names;
  for (const auto& [name, entry] : old) names[name].first = &entry;
  for (const auto& [name, entry] : now) names[name].second = &entry;
  const auto file = [](const TreeEntry* entry) -> std::optional<PathEntry> {
    if (entry == nullptr || entry->mode == Mode::kDirectory) return std::nullopt;
    return PathEntry{entry->mode, entry->sha};
  };
  for (const auto& [name, sides] : names) {
    const std::string path = directory + std::string(name);
    const auto was = file(sides.first);
    const auto is = file(sides.second);
    if (was != is) found.push_back({path, was, is});
    Diff(store, DirectoryIn(old, name), DirectoryIn(now, name), path + '/', found);
  }
}

}  // namespace

Sha UpdateTrees(ObjectStore& store, const std::optional<Sha>& root, const PathChanges& changes) {
  const auto updated = Update(store, root, changes.begin(), changes.end(), 0);
  return updated ? *updated : store.Write(ObjectType::kTree, {});
}

Sha WriteTrees(ObjectStore& store, const Paths& paths) {
  return UpdateTrees(store, std::nullopt, {paths.begin(), paths.end()});
}

Paths ReadPaths(ObjectStore& store, const Sha& root) {
  Paths paths;
  Collect(store, root, {}, paths);
  return paths;
}

std::optional<PathEntry> FindPath(ObjectStore& store, const Sha& root, std::string_view path) {
  PathEntry at{Mode::kDirectory, root};
  while (!path.empty()) {
    if (at.mode != Mode::kDirectory) return std::nullopt;
    const std::string_view name = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(name.size() + 1, path.size()));
    const auto found = FindEntry(store.Read(at.sha, ObjectType::kTree), name);
    if (!found) return std::nullopt;
    at = {found->mode, found->sha};
  }
  return at;
}

std::vector<PathDifference> DiffTrees(ObjectStore& store, const std::optional<Sha>& before,
                                      const std::optional<Sha>& after) {
  std::vector<PathDifference> found;
  Diff(store, before, after, {}, found);
  return found;
}

}  // namespace pggit
