#include "core/store/memory_store.h"

namespace pggit {

std::optional<StoredObject> MemoryStore::Find(const Sha& sha) {
  const auto found = objects_.find(sha);
  if (found == objects_.end()) return std::nullopt;
  return found->second;
}

std::vector<Sha> MemoryStore::WithPrefix(std::string_view prefix, std::size_t limit) {
  std::vector<Sha> found;
  const auto range = RangeOfPrefix(prefix);
  if (!range) return found;
  for (auto at = objects_.lower_bound(range->first);
       at != objects_.end() && at->first <= range->last && found.size() < limit; ++at) {
    found.push_back(at->first);
  }
  return found;
}

void MemoryStore::Put(const Sha& sha, ObjectType type, std::string_view content) {
  objects_.try_emplace(sha, StoredObject{type, std::string(content)});
}

}  // namespace pggit
