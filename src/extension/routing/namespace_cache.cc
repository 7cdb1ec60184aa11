// The one place that knows how the server keeps what it has looked up. A cached row is memory of
// this session alone; what it says of a name holds until the row is invalidated, and then our
// callback says it again, before anybody looks.

#include "extension/routing/namespace_cache.h"

#include "extension/boundary.h"

extern "C" {
#include "access/htup_details.h"
#include "catalog/namespace.h"
#include "catalog/pg_namespace.h"
#include "utils/catcache.h"
#include "utils/syscache.h"
}

namespace pggit {
namespace {

constexpr char kAlwaysThere[] = "pg_catalog";

CCHashFN hash_of_name = nullptr;
BeforeNamespaceLookup before_lookup = nullptr;
int lookups = 0;
bool is_own_lookup = false;

// What is looked up meanwhile is for us to know.
class OwnLookup {
 public:
  OwnLookup() noexcept { is_own_lookup = true; }
  OwnLookup(const OwnLookup&) = delete;
  OwnLookup& operator=(const OwnLookup&) = delete;
  ~OwnLookup() { is_own_lookup = false; }
};

uint32 WatchedHash(Datum name) {
  ++lookups;
  if (!is_own_lookup) before_lookup(DatumGetCString(name));
  return hash_of_name(name);
}

// The cache that keeps this row; null when it is not the one that we know.
CatCache* CacheOf(HeapTuple tuple) {
  auto* const entry =
      reinterpret_cast<CatCTup*>(reinterpret_cast<char*>(tuple) - offsetof(CatCTup, tuple));
  if (entry->ct_magic != CT_MAGIC || entry->dead || entry->negative) return nullptr;
  CatCache* const cache = entry->my_cache;
  const bool is_known = cache->id == NAMESPACENAME && cache->cc_reloid == NamespaceRelationId &&
                        cache->cc_nkeys == 1 && cache->cc_keyno[0] == Anum_pg_namespace_nspname;
  return is_known ? cache : nullptr;
}

}  // namespace

bool WatchNamespaceLookups(BeforeNamespaceLookup before) {
  if (NamespaceLookupsAreWatched()) return true;
  CatCache* const cache = Server([] {
    const HeapTuple tuple = SearchSysCache1(NAMESPACENAME, CStringGetDatum(kAlwaysThere));
    if (!HeapTupleIsValid(tuple)) return static_cast<CatCache*>(nullptr);
    CatCache* const found = CacheOf(tuple);
    ReleaseSysCache(tuple);
    return found;
  });
  if (cache == nullptr) return false;
  before_lookup = before;
  hash_of_name = cache->cc_hashfunc[0];
  cache->cc_hashfunc[0] = WatchedHash;
  const int lookups_before = lookups;
  const Oid oid = Server([] { return get_namespace_oid(kAlwaysThere, /*missing_ok=*/true); });
  if (lookups == lookups_before + 1 && oid == PG_CATALOG_NAMESPACE) return true;
  cache->cc_hashfunc[0] = hash_of_name;
  hash_of_name = nullptr;
  return false;
}

bool NamespaceLookupsAreWatched() noexcept {
  return hash_of_name != nullptr;
}

void PretendNamespace(const char* name, const NamespaceRow& row) {
  const OwnLookup own;
  const bool holds = Server([name, &row] {
    const HeapTuple tuple = SearchSysCache1(NAMESPACENAME, CStringGetDatum(name));
    if (!HeapTupleIsValid(tuple)) return true;
    auto* const form = reinterpret_cast<Form_pg_namespace>(GETSTRUCT(tuple));
    if (form->oid != row.oid) {
      form->oid = row.oid;
      // Whoever writes a copy of this row back writes to the schema that it pretends to be.
      if (OidIsValid(row.oid)) tuple->t_self = row.place;
    }
    ReleaseSysCache(tuple);
    return get_namespace_oid(name, /*missing_ok=*/true) == row.oid;
  });
  if (!holds) throw InternalError("what this session knows of its schemas does not settle");
}

void ForgetNamespace(const char* name) noexcept {
  const OwnLookup own;
  SysCacheInvalidate(NAMESPACENAME, GetSysCacheHashValue1(NAMESPACENAME, CStringGetDatum(name)));
}

}  // namespace pggit
