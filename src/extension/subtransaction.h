#pragma once

#include <functional>
#include <optional>
#include <string>

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

/// Why an attempt failed.
struct Failure {
  int sqlstate = 0;
  std::string message;
};

/// Does `work` in a subtransaction. When it fails it is undone, and the answer says why. That
/// somebody cancels the query or ends the session is thrown on.
std::optional<Failure> Attempt(const std::function<void()>& work);

/// Says in a WARNING that `what`, and why.
void Warn(const char* what, const std::string& why);

/// Does `work` so that its failure never is that of the caller's own statement, but a WARNING.
void Sheltered(const char* what, const std::function<void()>& work);

}  // namespace pggit
