#pragma once

#include "extension/compat.h"

extern "C" {
#include "storage/itemptr.h"
}

namespace pggit {

/// Where a schema's row is, and which schema it is.
struct NamespaceRow {
  Oid oid = InvalidOid;
  ItemPointerData place{};
};

/// Called with a name before the server looks a schema of that name up in its cache.
using BeforeNamespaceLookup = void (*)(const char* name);

/// Has `before` called from now on, for the rest of the session, whenever the server looks a schema
/// up by name, and before it does.
///
/// The server asks the hash function of the cache's key first; that is where we step in. False when
/// the cache is not made as we know it, or does not ask. Needs a transaction.
bool WatchNamespaceLookups(BeforeNamespaceLookup before);

/// Whether WatchNamespaceLookups() has been done.
bool NamespaceLookupsAreWatched() noexcept;

/// Makes this session's cache say that the schema `name` is `row`; no other session and nothing
/// stored knows of it. InvalidOid: that there is none. Throws InternalError when it does not hold.
/// Without a schema of that name nothing can be said.
void PretendNamespace(const char* name, const NamespaceRow& row);

/// Has what is said of `name` read from the catalog again. May be called at any time.
void ForgetNamespace(const char* name) noexcept;

}  // namespace pggit
