#include "extension/store_lock.h"

extern "C" {
#include "catalog/namespace.h"
#include "storage/lmgr.h"
#include "utils/lsyscache.h"
#include "utils/snapmgr.h"
}

namespace pggit {
namespace {

// One table stands for the store: with several, two transactions could wait for each other.
void LockStore(LOCKMODE mode) {
  Server([mode] {
    LockRelationOid(get_relname_relid("stored_objects", get_namespace_oid("pggit_v0", false)),
                    mode);
  });
}

}  // namespace

void KeepCollectorAway() {
  LockStore(RowExclusiveLock);
}

void KeepWritersAway() {
  LockStore(ShareRowExclusiveLock);
}

LatestSnapshot::LatestSnapshot() {
  Server([] { PushActiveSnapshot(GetLatestSnapshot()); });
}

LatestSnapshot::~LatestSnapshot() {
  if (ServerError::Live() == errors_before_) PopActiveSnapshot();
}

}  // namespace pggit
