#pragma once

#include "extension/boundary.h"

namespace pggit {

/// Keeps pggit_v0.gc() away until the transaction ends. Whoever writes to the store or moves a ref
/// calls it first, and then looks whether what is named is there, under LatestSnapshot: what was
/// seen before may have been collected.
void KeepCollectorAway();

/// Waits for every transaction that writes to the store, and keeps others waiting until this one
/// ends.
void KeepWritersAway();

/// Makes queries see what is committed now, for one scope.
///
/// When a server error unwinds through the scope, the abort puts the snapshot away.
class LatestSnapshot {
 public:
  LatestSnapshot();
  LatestSnapshot(const LatestSnapshot&) = delete;
  LatestSnapshot& operator=(const LatestSnapshot&) = delete;
  ~LatestSnapshot();

 private:
  const int errors_before_ = ServerError::Live();
};

}  // namespace pggit
