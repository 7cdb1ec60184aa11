#pragma once

#include <map>
#include <string>

#include "core/store/object_store.h"

namespace pggit {

/// Objects in memory: for tests, and for work that is thrown away.
class MemoryStore : public ObjectStore {
 public:
  std::optional<StoredObject> Find(const Sha& sha) override;
  std::vector<Sha> WithPrefix(std::string_view prefix, std::size_t limit) override;

  const std::map<Sha, StoredObject>& objects() const { return objects_; }

 protected:
  void Put(const Sha& sha, ObjectType type, std::string_view content) override;

 private:
  std::map<Sha, StoredObject> objects_;
};

}  // namespace pggit
