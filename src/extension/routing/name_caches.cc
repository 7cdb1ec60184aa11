// The one place that knows how the server keeps what it has looked up.

#include "extension/routing/name_caches.h"

#include <utility>

#include "extension/boundary.h"

extern "C" {
#include "access/htup_details.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_type.h"
#include "utils/catcache.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"
}

namespace pggit {
namespace {

struct LedCache {
  Named what;
  int id;
  Oid catalog;
  AttrNumber name;
  AttrNumber schema;         // the second key; none of schemas
  const char* always_there;  // in pg_catalog

  CatCache* cache = nullptr;
  CCHashFN hash_of_name = nullptr;
  CCHashFN hash_of_schema = nullptr;
  CCFastEqualFN are_equal_names = nullptr;
  CCFastEqualFN are_equal_schemas = nullptr;

  // The search that is going on: the schema is hashed before the name. One that is led elsewhere is
  // known by the name's address, until the next one begins.
  Oid searched_schema = InvalidOid;
  const char* asked = nullptr;
  LookedUp meant = {};
};

LedCache caches[] = {
    {Named::kSchema, NAMESPACENAME, NamespaceRelationId, Anum_pg_namespace_nspname,
     InvalidAttrNumber, "pg_catalog"},
    {Named::kRelation, RELNAMENSP, RelationRelationId, Anum_pg_class_relname,
     Anum_pg_class_relnamespace, "pg_class"},
    {Named::kType, TYPENAMENSP, TypeRelationId, Anum_pg_type_typname, Anum_pg_type_typnamespace,
     "int4"},
};

NameAlias alias_of = nullptr;
bool are_led = false;

// For use within Server().
HeapTuple Search(const LedCache& led, LookedUp what) {
  return led.schema == InvalidAttrNumber
             ? SearchSysCache1(led.id, CStringGetDatum(what.name))
             : SearchSysCache2(led.id, CStringGetDatum(what.name), ObjectIdGetDatum(what.schema));
}

// A name that is not in the cache would be searched in the catalog, and there by what was asked.
// So it is put there first; that there is nothing of that name is kept as well.
void KeepInCache(const LedCache& led, LookedUp what) {
  const HeapTuple tuple = Search(led, what);
  if (HeapTupleIsValid(tuple)) ReleaseSysCache(tuple);
}

// What the server makes of the schema's hash before it adds the name's.
uint32 Turned(uint32 hash) {
  return hash << 8 | hash >> 24;
}

uint32 HashName(LedCache& led, Datum key) {
  const LookedUp asked{DatumGetCString(key), led.searched_schema};
  led.asked = nullptr;
  const LookedUp meant = alias_of(led.what, asked);
  if (meant.name == nullptr) return led.hash_of_name(key);
  KeepInCache(led, meant);
  led.asked = asked.name;
  led.meant = meant;
  const uint32 hash = led.hash_of_name(CStringGetDatum(meant.name));
  if (led.hash_of_schema == nullptr || meant.schema == asked.schema) return hash;
  // The hash of the schema that was asked for is in it already.
  return hash ^ Turned(led.hash_of_schema(ObjectIdGetDatum(asked.schema))) ^
         Turned(led.hash_of_schema(ObjectIdGetDatum(meant.schema)));
}

// The server's functions take nothing but keys: one of ours for each cache.
template <std::size_t which>
uint32 HashNameOf(Datum key) {
  return HashName(caches[which], key);
}

template <std::size_t which>
uint32 HashSchemaOf(Datum key) {
  caches[which].searched_schema = DatumGetObjectId(key);
  return caches[which].hash_of_schema(key);
}

// Keys are compared in their order, so the name tells of the schema, too.
template <std::size_t which>
bool AreEqualNames(Datum kept, Datum searched) {
  LedCache& led = caches[which];
  const bool is_led = led.asked != nullptr && DatumGetCString(searched) == led.asked;
  return led.are_equal_names(kept, is_led ? CStringGetDatum(led.meant.name) : searched);
}

template <std::size_t which>
bool AreEqualSchemas(Datum kept, Datum searched) {
  const LedCache& led = caches[which];
  return led.are_equal_schemas(
      kept, led.asked != nullptr ? ObjectIdGetDatum(led.meant.schema) : searched);
}

// The cache; null when it is not the one that we know. For use within Server().
CatCache* FindCache(const LedCache& led) {
  const HeapTuple tuple = Search(led, {led.always_there, PG_CATALOG_NAMESPACE});
  if (!HeapTupleIsValid(tuple)) return nullptr;
  const auto* const entry =
      reinterpret_cast<CatCTup*>(reinterpret_cast<char*>(tuple) - offsetof(CatCTup, tuple));
  CatCache* cache = entry->ct_magic == CT_MAGIC && !entry->negative ? entry->my_cache : nullptr;
  const int keys = led.schema == InvalidAttrNumber ? 1 : 2;
  if (cache != nullptr &&
      (cache->id != led.id || cache->cc_reloid != led.catalog || cache->cc_nkeys != keys ||
       cache->cc_keyno[0] != led.name || (keys == 2 && cache->cc_keyno[1] != led.schema))) {
    cache = nullptr;
  }
  ReleaseSysCache(tuple);
  return cache;
}

template <std::size_t which>
void Take() {
  LedCache& led = caches[which];
  CatCache& cache = *led.cache;
  led.hash_of_name = std::exchange(cache.cc_hashfunc[0], HashNameOf<which>);
  led.are_equal_names = std::exchange(cache.cc_fastequal[0], AreEqualNames<which>);
  if (led.schema == InvalidAttrNumber) return;
  led.hash_of_schema = std::exchange(cache.cc_hashfunc[1], HashSchemaOf<which>);
  led.are_equal_schemas = std::exchange(cache.cc_fastequal[1], AreEqualSchemas<which>);
}

void GiveBack() {
  for (const LedCache& led : caches) {
    led.cache->cc_hashfunc[0] = led.hash_of_name;
    led.cache->cc_fastequal[0] = led.are_equal_names;
    if (led.hash_of_schema == nullptr) continue;
    led.cache->cc_hashfunc[1] = led.hash_of_schema;
    led.cache->cc_fastequal[1] = led.are_equal_schemas;
  }
}

// Nothing lies in this one by that name, or at all.
constexpr LookedUp kProbe = {"pggit: probe", PG_TOAST_NAMESPACE};

LookedUp ProbeAlias(Named what, LookedUp asked) {
  if (asked.name != kProbe.name) return {};
  return {caches[static_cast<std::size_t>(what)].always_there, PG_CATALOG_NAMESPACE};
}

// Whether a search for the probe finds what it is led to, and other searches what they ask for.
bool IsLed(const LedCache& led) {
  return Server([&led] {
    const LookedUp searched[] = {kProbe, {led.always_there, PG_CATALOG_NAMESPACE}};
    HeapTuple found[2] = {};
    for (int i = 0; i < 2; ++i) {
      found[i] = Search(led, searched[i]);
      if (HeapTupleIsValid(found[i])) ReleaseSysCache(found[i]);
    }
    return found[0] != nullptr && found[0] == found[1];
  });
}

}  // namespace

bool LeadLookups(NameAlias alias) {
  if (are_led) return true;
  for (LedCache& led : caches) {
    led.cache = Server([&led] { return FindCache(led); });
    if (led.cache == nullptr) return false;
  }
  alias_of = ProbeAlias;
  Take<0>();
  Take<1>();
  Take<2>();
  for (const LedCache& led : caches) {
    if (IsLed(led)) continue;
    GiveBack();
    return false;
  }
  alias_of = alias;
  are_led = true;
  return true;
}

bool LookupsAreLed() noexcept {
  return are_led;
}

}  // namespace pggit
