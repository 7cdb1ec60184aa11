#pragma once

#include <functional>

#include "extension/boundary.h"

extern "C" {
#include "utils/resowner.h"
}

namespace pggit {

/// An internal subtransaction for one scope: what is done in it is undone unless Commit() is
/// called. Memory is allocated in the caller's context all the while.
class Subtransaction {
 public:
  Subtransaction();
  Subtransaction(const Subtransaction&) = delete;
  Subtransaction& operator=(const Subtransaction&) = delete;
  ~Subtransaction();

  void Commit();

 private:
  void Return() const noexcept;

  bool open_ = false;
  MemoryContext context_ = CurrentMemoryContext;
  ResourceOwner owner_ = CurrentResourceOwner;
};

/// Does `work` so that its failure does not become that of the caller's own statement: what it did
/// is undone, and a WARNING says `what` did not happen and why.
///
/// A cancelled or unserializable transaction fails all the same: it would have without us.
void Sheltered(const char* what, const std::function<void()>& work);

}  // namespace pggit
