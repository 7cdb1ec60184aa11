#pragma once

#include "core/catalog/reader.h"

namespace pggit {

/// A database's versioned schema, and what it leaves out.
struct Snapshot {
  Schema schema;
  std::vector<Omission> ignored;      ///< Left out on purpose; sorted.
  std::vector<Omission> unsupported;  ///< Left out for want of a model: VC006. Sorted.
};

/// Reads the whole schema of the database behind `source`.
Snapshot ReadSnapshot(RowSource& source, const SnapshotOptions& options);

}  // namespace pggit
