#include "core/store/paths.h"

#include <algorithm>
#include <utility>

namespace pggit {
namespace {

using Step = Paths::const_iterator;

// The tree of the paths from `at` to `end`, all of which begin with the same `depth` bytes.
//
// Paths in byte order keep what lies in one directory together, though not in git's order:
// "a.b" comes between "a" and "a/". EncodeTree puts the entries right.
Sha WriteTree(ObjectStore& store, Step at, Step end, std::size_t depth) {
  Tree tree;
  while (at != end) {
    const std::string_view rest = std::string_view(at->first).substr(depth);
    const std::size_t slash = rest.find('/');
    const std::string_view name = rest.substr(0, slash);
    if (slash == std::string_view::npos) {
      tree.push_back({at->second.mode, std::string(name), at->second.sha});
      ++at;
      continue;
    }
    const std::string_view directory = std::string_view(at->first).substr(0, depth + slash + 1);
    Step last = at;
    while (last != end && last->first.starts_with(directory)) ++last;
    tree.push_back(
        {Mode::kDirectory, std::string(name), WriteTree(store, at, last, directory.size())});
    at = last;
  }
  return store.Write(ObjectType::kTree, EncodeTree(std::move(tree)));
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

}  // namespace

Sha WriteTrees(ObjectStore& store, const Paths& paths) {
  return WriteTree(store, paths.begin(), paths.end(), 0);
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
    const Tree tree = store.ReadTree(at.sha);
    const auto found = std::ranges::find(tree, name, &TreeEntry::name);
    if (found == tree.end()) return std::nullopt;
    at = {found->mode, found->sha};
  }
  return at;
}

}  // namespace pggit
