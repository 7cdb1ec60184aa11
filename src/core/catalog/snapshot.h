#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/catalog/reader.h"

namespace pggit {

/// A database's versioned schema, and what it leaves out.
struct Snapshot {
  Schema schema;
  std::vector<Omission> ignored;      ///< Left out on purpose; sorted.
  std::vector<Omission> unsupported;  ///< Left out for want of a model: VC006. Sorted.
};

/// Told after each step of a reading: how many are done, of how many.
using ReadProgress = std::function<void(int done, int total)>;

/// Reads the whole schema of the database behind `source` as it was at one moment.
///
/// When other sessions change the schema meanwhile it is read again; after kReadAttempts readings,
/// throws Error(kSerializationFailure).
Snapshot ReadSnapshot(RowSource& source, const SnapshotOptions& options,
                      const ReadProgress& progress = nullptr);

/// Throws Error(kUnsupportedObject) with the list when the snapshot is not the whole schema.
void RequireSupported(const Snapshot& snapshot, const std::string& hint);

inline constexpr int kReadAttempts = 5;

}  // namespace pggit
