#pragma once

#include <string>
#include <vector>

#include "core/catalog/steps.h"

namespace pggit {

/// A database's versioned schema, and what it leaves out.
struct Snapshot {
  Schema schema;
  std::vector<Omission> ignored;      ///< Left out on purpose; sorted.
  std::vector<Omission> unsupported;  ///< Left out for want of a model: VC006. Sorted.
};

/// Reads the whole schema of the database behind `source` as it was at one moment.
///
/// See ReadStill() for what happens when other sessions change it meanwhile.
Snapshot ReadSnapshot(RowSource& source, const SnapshotOptions& options,
                      const ReadProgress& progress = nullptr);

/// What a reader has read, the schema moved out of it: the addresses of reader.added() go on being
/// those of the objects.
Snapshot TakeSnapshot(Reader& reader);

/// Throws Error(kUnsupportedObject) with the list when the snapshot is not the whole schema.
void RequireSupported(const Snapshot& snapshot, const std::string& hint);

}  // namespace pggit
