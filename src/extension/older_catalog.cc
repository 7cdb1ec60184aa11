#include "extension/older_catalog.h"

extern "C" {
#include "access/genam.h"
#include "access/htup_details.h"
#include "access/skey.h"
#include "access/table.h"
#include "catalog/indexing.h"
#include "catalog/objectaddress.h"
#include "catalog/pg_index.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
}

namespace pggit {
namespace {

// Calls `use` with the one row whose OID is `object_id`, if there is one. Nothing in `use` may have
// a destructor.
template <class Use>
void WithOlderRow(Oid catalog_id, Oid index_id, AttrNumber key, Oid object_id, Snapshot snapshot,
                  Use use) {
  Relation catalog = table_open(catalog_id, AccessShareLock);
  ScanKeyData wanted;
  ScanKeyInit(&wanted, key, BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(object_id));
  SysScanDesc scan = systable_beginscan(catalog, index_id, true, snapshot, 1, &wanted);
  const HeapTuple row = systable_getnext(scan);
  if (HeapTupleIsValid(row)) use(row, RelationGetDescr(catalog));
  systable_endscan(scan);
  table_close(catalog, AccessShareLock);
}

}  // namespace

std::optional<OlderObjectName> OlderName(Oid class_id, Oid object_id) {
  struct Found {
    const char* schema;
    const char* name;
  };
  const Found found = Server([=] {
    Found result{"", nullptr};
    if (!ActiveSnapshotSet() || !is_objectclass_supported(class_id)) return result;
    const AttrNumber name = get_object_attnum_name(class_id);
    const AttrNumber space = get_object_attnum_namespace(class_id);
    if (name == InvalidAttrNumber) return result;
    WithOlderRow(class_id, get_object_oid_index(class_id), get_object_attnum_oid(class_id),
                 object_id, GetActiveSnapshot(), [&](HeapTuple row, TupleDesc columns) {
                   bool null = false;
                   const Datum value = heap_getattr(row, name, columns, &null);
                   if (null) return;
                   if (space != InvalidAttrNumber) {
                     const Datum oid = heap_getattr(row, space, columns, &null);
                     result.schema = get_namespace_name(DatumGetObjectId(oid));
                     if (result.schema == nullptr) return;
                   }
                   result.name = pstrdup(NameStr(*DatumGetName(value)));
                 });
    return result;
  });
  if (found.name == nullptr) return std::nullopt;
  return OlderObjectName{found.schema, found.name};
}

Oid OlderTableOfIndex(Oid index) {
  return Server([=] {
    Oid table = InvalidOid;
    // An index never changes its table, so any version of the row will do. DROP INDEX CONCURRENTLY
    // has no snapshot left.
    WithOlderRow(IndexRelationId, IndexRelidIndexId, Anum_pg_index_indexrelid, index, SnapshotAny,
                 [&](HeapTuple row, TupleDesc) {
                   table = reinterpret_cast<Form_pg_index>(GETSTRUCT(row))->indrelid;
                 });
    return table;
  });
}

}  // namespace pggit
