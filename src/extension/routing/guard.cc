// Names are led to the branch before anybody looks. This is for what gets past that: names that
// only main has when an extension keeps main's schema in the search path, and objects known by
// their OID.

#include "extension/routing/guard.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "extension/boundary.h"
#include "extension/routing/route.h"

extern "C" {
#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "access/transam.h"
#include "catalog/dependency.h"
#include "catalog/namespace.h"
#include "catalog/objectaddress.h"
#include "catalog/pg_class_d.h"
#include "catalog/pg_operator.h"
#include "catalog/pg_policy.h"
#include "catalog/pg_proc_d.h"
#include "catalog/pg_rewrite.h"
#include "catalog/pg_trigger.h"
#include "catalog/pg_type_d.h"
#include "nodes/nodeFuncs.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/syscache.h"
}

namespace pggit {
namespace {

struct Reached {
  const WorkspaceMap* map;
  Oid catalog = InvalidOid;
  Oid object = InvalidOid;
};

bool IsExtensions(Oid catalog, Oid object) {
  return OidIsValid(getExtensionOfObject(catalog, object));
}

// Notes the object when it is main's. For use within Server().
bool Reaches(Reached& reached, Oid catalog, Oid object, Oid schema) {
  if (!reached.map->IsOfMain(schema) || IsExtensions(catalog, object)) return false;
  reached.catalog = catalog;
  reached.object = object;
  return true;
}

bool ReachesTable(Reached& reached, Oid table) {
  return table >= FirstNormalObjectId &&
         Reaches(reached, RelationRelationId, table, get_rel_namespace(table));
}

bool ReachesFunction(Oid function, void* context) {
  return function >= FirstNormalObjectId &&
         Reaches(*static_cast<Reached*>(context), ProcedureRelationId, function,
                 get_func_namespace(function));
}

bool ReachesOperator(Oid op, void* context) {
  if (op < FirstNormalObjectId) return false;
  const HeapTuple tuple = SearchSysCache1(OPEROID, ObjectIdGetDatum(op));
  if (!HeapTupleIsValid(tuple)) return false;
  const Oid schema = reinterpret_cast<Form_pg_operator>(GETSTRUCT(tuple))->oprnamespace;
  ReleaseSysCache(tuple);
  return Reaches(*static_cast<Reached*>(context), OperatorRelationId, op, schema);
}

// The server's own walk: true ends it. Nothing here has a destructor.
bool Walk(Node* node, void* context) {
  if (node == nullptr) return false;
  if (IsA(node, Query)) {
    auto* const query = reinterpret_cast<Query*>(node);
    return query_tree_walker(query, PGGIT_TREE_WALKER(Walk), context, QTW_EXAMINE_RTES_BEFORE);
  }
  if (IsA(node, RangeTblEntry)) {
    const auto* const entry = reinterpret_cast<const RangeTblEntry*>(node);
    return entry->rtekind == RTE_RELATION &&
           ReachesTable(*static_cast<Reached*>(context), entry->relid);
  }
  if (IsA(node, OpExpr) && ReachesOperator(reinterpret_cast<OpExpr*>(node)->opno, context)) {
    return true;
  }
  if (check_functions_in_node(node, ReachesFunction, context)) return true;
  return expression_tree_walker(node, PGGIT_TREE_WALKER(Walk), context);
}

[[noreturn]] void Refuse(const Reached& reached) {
  const Oid catalog = reached.catalog;
  const Oid object = reached.object;
  const char* const what = Server([=] {
    const ObjectAddress address = {catalog, object, 0};
    return getObjectDescription(&address, /*missing_ok=*/true);
  });
  // What is just being made has no description yet.
  const std::string whose = " is main's, not of branch \"" + reached.map->branch + '"';
  throw Error(ErrorCode::kNotSupported, (what != nullptr ? what : "a schema named here") + whose,
              "The branch has its own of that schema.",
              "Go to main with SELECT pggit.switch_branch('main').");
}

// Which object's schema counts for a part that has none itself.
struct Part {
  Oid catalog;
  AttrNumber table;
};
constexpr Part kParts[] = {{TriggerRelationId, Anum_pg_trigger_tgrelid},
                           {PolicyRelationId, Anum_pg_policy_polrelid},
                           {RewriteRelationId, Anum_pg_rewrite_ev_class}};

// A column of type oid of the object's row, as this very command has left it; for use within
// Server().
Oid OidInRow(Oid catalog, Oid object, AttrNumber column) {
  const Relation relation = table_open(catalog, AccessShareLock);
  ScanKeyData key;
  ScanKeyInit(&key, get_object_attnum_oid(catalog), BTEqualStrategyNumber, F_OIDEQ,
              ObjectIdGetDatum(object));
  const SysScanDesc scan =
      systable_beginscan(relation, get_object_oid_index(catalog), true, SnapshotSelf, 1, &key);
  const HeapTuple tuple = systable_getnext(scan);
  Oid found = InvalidOid;
  if (HeapTupleIsValid(tuple)) {
    bool is_null = false;
    found = DatumGetObjectId(heap_getattr(tuple, column, RelationGetDescr(relation), &is_null));
  }
  systable_endscan(scan);
  table_close(relation, AccessShareLock);
  return found;
}

// The schema that an object lies in; none for what lies in none. For use within Server().
Oid SchemaOf(Oid catalog, Oid object) {
  for (const Part& part : kParts) {
    if (part.catalog == catalog) return get_rel_namespace(OidInRow(catalog, object, part.table));
  }
  if (!is_objectclass_supported(catalog)) return InvalidOid;
  const AttrNumber column = get_object_attnum_namespace(catalog);
  return column == InvalidAttrNumber ? InvalidOid : OidInRow(catalog, object, column);
}

const WorkspaceMap* Map() {
  return &CurrentMap();
}

}  // namespace

void GuardQuery(Query* query) {
  // What is in a utility statement is guarded when it is run.
  if (query->commandType == CMD_UTILITY) return;
  Reached reached{.map = Map()};
  auto* const to = &reached;
  if (Server([=] { return Walk(reinterpret_cast<Node*>(query), to); })) Refuse(reached);
}

void GuardTables(List* range_table) {
  Reached reached{.map = Map()};
  auto* const to = &reached;
  const bool reaches = Server([=] {
    ListCell* cell = nullptr;
    foreach (cell, range_table) {
      if (Walk(static_cast<Node*>(lfirst(cell)), to)) return true;
    }
    return false;
  });
  if (reaches) Refuse(reached);
}

void GuardNamedTable(const RangeVar* name) {
  Reached reached{.map = Map()};
  auto* const to = &reached;
  const bool reaches = Server([=] {
    const Oid table = RangeVarGetRelid(name, NoLock, /*missing_ok=*/true);
    return OidIsValid(table) && ReachesTable(*to, table);
  });
  if (reaches) Refuse(reached);
}

void GuardObject(ObjectAccessType access, Oid catalog, Oid object) {
  if (access == OAT_FUNCTION_EXECUTE || object < FirstNormalObjectId) return;
  Reached reached{.map = Map()};
  auto* const to = &reached;
  if (Server([=] { return Reaches(*to, catalog, object, SchemaOf(catalog, object)); })) {
    Refuse(reached);
  }
}

void GuardNamedSchema(Oid schema) {
  const WorkspaceMap& map = *Map();
  const auto refused = std::ranges::find(map.schemas, schema, &BranchSchema::of_main);
  if (refused == map.schemas.end()) return;
  throw Error(
      ErrorCode::kNotSupported,
      "names in schema \"" + refused->name + "\" are not led to branch \"" + map.branch + '"',
      "pggit.routing is strict.",
      "Leave out the schema, or take the overlay back with RESET pggit.routing.");
}

}  // namespace pggit
