#include "extension/tree_cache.h"

#include <list>
#include <utility>

namespace pggit {
namespace {

constexpr std::size_t kMostBytes = 32U << 20U;

struct CachedTree {
  Sha sha;
  std::string content;
};

// Few trees are large, and many small ones are found as fast in the store.
std::list<CachedTree>& Trees() {
  static std::list<CachedTree> trees;  // The one asked for last comes first.
  return trees;
}

}  // namespace

const std::string* FindCachedTree(const Sha& sha) {
  std::list<CachedTree>& trees = Trees();
  for (auto at = trees.begin(); at != trees.end(); ++at) {
    if (at->sha != sha) continue;
    trees.splice(trees.begin(), trees, at);
    return &at->content;
  }
  return nullptr;
}

void CacheTree(const Sha& sha, std::string content) {
  constexpr std::size_t kMostTrees = 64;
  if (content.size() > kMostBytes / 2 || FindCachedTree(sha) != nullptr) return;
  std::list<CachedTree>& trees = Trees();
  trees.push_front({sha, std::move(content)});
  std::size_t bytes = 0;
  std::size_t count = 0;
  for (auto at = trees.begin(); at != trees.end();) {
    bytes += at->content.size();
    at = bytes > kMostBytes || ++count > kMostTrees ? trees.erase(at) : std::next(at);
  }
}

}  // namespace pggit
