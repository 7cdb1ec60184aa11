#pragma once

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/store/memory_store.h"

namespace pggit {

/// Another store with new objects on top that it never gets: for work that may be thrown away.
///
/// `below` must outlive it. What is to be kept is written again, to `below`.
class OverlayStore : public MemoryStore {
 public:
  explicit OverlayStore(ObjectStore& below) : below_(below) {}

  std::optional<StoredObject> Find(const Sha& sha) override {
    auto found = MemoryStore::Find(sha);
    return found ? std::move(found) : below_.Find(sha);
  }

  std::vector<Sha> WithPrefix(std::string_view prefix, std::size_t limit) override {
    std::vector<Sha> found = MemoryStore::WithPrefix(prefix, limit);
    std::ranges::move(below_.WithPrefix(prefix, limit), std::back_inserter(found));
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    if (found.size() > limit) found.resize(limit);
    return found;
  }

 private:
  ObjectStore& below_;
};

}  // namespace pggit
