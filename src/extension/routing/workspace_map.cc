// Read with scans of our own, not through SPI: this runs inside of the server's lookups of names.

#include "extension/routing/workspace_map.h"

#include <algorithm>

#include "extension/boundary.h"

extern "C" {
#include "access/genam.h"
#include "access/htup_details.h"
#include "access/stratnum.h"
#include "access/table.h"
#include "catalog/namespace.h"
#include "catalog/pg_extension.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_type_d.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/syscache.h"
}

namespace pggit {
namespace {

void (*workspaces_changed)() = nullptr;
Oid workspaces_table = InvalidOid;

// Null without the extension.
Oid TableNamed(const char* schema, const char* table) {
  return Server([=] {
    const Oid oid = get_namespace_oid(schema, /*missing_ok=*/true);
    return OidIsValid(oid) ? get_relname_relid(table, oid) : InvalidOid;
  });
}

void Changed() {
  if (workspaces_changed != nullptr) workspaces_changed();
}

void OnRelation(Datum /*unused*/, Oid relation) {
  if (relation == workspaces_table || !OidIsValid(relation)) Changed();
}

void OnNamespace(Datum /*unused*/, int /*cache*/, uint32 /*hash*/) {
  Changed();
}

// The cells of one row, as C strings.
constexpr int kMostColumns = 4;
struct FoundRow {
  const char* cells[kMostColumns];
};
struct FoundRows {
  FoundRow* rows;
  int count;
};

// The columns `columns` of the rows whose text column `key` is `value`. For use within Server().
FoundRows RowsWith(Oid table, const char* key, const char* value, const char* const* columns,
                   int column_count) {
  int capacity = 8;
  FoundRows found{static_cast<FoundRow*>(palloc(sizeof(FoundRow) * 8)), 0};
  const Relation relation = table_open(table, AccessShareLock);
  ScanKeyData scan_key;
  ScanKeyInit(&scan_key, get_attnum(table, key), BTEqualStrategyNumber, F_TEXTEQ,
              CStringGetTextDatum(value));
  const SysScanDesc scan = systable_beginscan(relation, InvalidOid, false, nullptr, 1, &scan_key);
  for (HeapTuple tuple = systable_getnext(scan); HeapTupleIsValid(tuple);
       tuple = systable_getnext(scan)) {
    if (found.count == capacity) {
      capacity *= 2;
      found.rows = static_cast<FoundRow*>(
          repalloc(found.rows, sizeof(FoundRow) * static_cast<size_t>(capacity)));
    }
    for (int i = 0; i < column_count; ++i) {
      const AttrNumber number = get_attnum(table, columns[i]);
      bool is_null = false;
      const Datum cell = heap_getattr(tuple, number, RelationGetDescr(relation), &is_null);
      Oid output = InvalidOid;
      bool is_varlena = false;
      getTypeOutputInfo(get_atttype(table, number), &output, &is_varlena);
      found.rows[found.count].cells[i] = is_null ? "" : OidOutputFunctionCall(output, cell);
    }
    ++found.count;
  }
  systable_endscan(scan);
  table_close(relation, AccessShareLock);
  return found;
}

NamespaceRow RowOfNamespace(const std::string& name) {
  const char* const text = name.c_str();
  return Server([text] {
    NamespaceRow row;
    row.oid = get_namespace_oid(text, /*missing_ok=*/true);
    if (!OidIsValid(row.oid)) return row;
    const HeapTuple tuple = SearchSysCache1(NAMESPACEOID, ObjectIdGetDatum(row.oid));
    if (!HeapTupleIsValid(tuple)) return NamespaceRow{};
    row.place = tuple->t_self;
    ReleaseSysCache(tuple);
    return row;
  });
}

// Whether an extension's objects go into this schema. There are few extensions.
bool HasExtensions(Oid schema) {
  return Server([schema] {
    const Relation extensions = table_open(ExtensionRelationId, AccessShareLock);
    ScanKeyData key;
    ScanKeyInit(&key, Anum_pg_extension_extnamespace, BTEqualStrategyNumber, F_OIDEQ,
                ObjectIdGetDatum(schema));
    const SysScanDesc scan = systable_beginscan(extensions, InvalidOid, false, nullptr, 1, &key);
    const bool has = HeapTupleIsValid(systable_getnext(scan));
    systable_endscan(scan);
    table_close(extensions, AccessShareLock);
    return has;
  });
}

bool IsRef(const std::string& branch) {
  const Oid refs = TableNamed("pggit_v0", "refs");
  if (!OidIsValid(refs)) return false;
  const std::string ref = "refs/heads/" + branch;
  const char* const name = ref.c_str();
  return Server([=] {
    const char* const columns[] = {"name"};
    return RowsWith(refs, "name", name, columns, 1).count > 0;
  });
}

}  // namespace

const BranchSchema* WorkspaceMap::Find(std::string_view name) const {
  const auto found = std::ranges::find(schemas, name, &BranchSchema::name);
  return found == schemas.end() ? nullptr : &*found;
}

bool WorkspaceMap::IsOfMain(Oid schema) const {
  return OidIsValid(schema) &&
         std::ranges::find(schemas, schema, &BranchSchema::of_main) != schemas.end();
}

WorkspaceMap ReadWorkspaceMap(const std::string& branch) {
  WorkspaceMap map{.branch = branch, .state = WorkspaceMap::State::kNoBranch, .schemas = {}};
  workspaces_table = TableNamed("pggit", "workspaces");
  if (!OidIsValid(workspaces_table)) return map;
  const char* const name = branch.c_str();
  const FoundRows rows = Server([=] {
    const char* const columns[] = {"logical_schema", "physical_schema"};
    return RowsWith(workspaces_table, "branch", name, columns, 2);
  });
  for (int i = 0; i < rows.count; ++i) {
    BranchSchema schema{.name = rows.rows[i].cells[0], .own = {}};
    schema.own = RowOfNamespace(rows.rows[i].cells[1]);
    schema.of_main = RowOfNamespace(schema.name).oid;
    schema.has_extensions = OidIsValid(schema.of_main) && HasExtensions(schema.of_main);
    map.schemas.push_back(std::move(schema));
  }
  if (rows.count > 0) {
    map.state = WorkspaceMap::State::kReady;
  } else if (IsRef(branch)) {
    map.state = WorkspaceMap::State::kNoWorkspace;
  }
  return map;
}

void WatchWorkspaces(void (*changed)()) {
  if (workspaces_changed != nullptr) return;
  Server([] {
    CacheRegisterRelcacheCallback(OnRelation, Datum{0});
    CacheRegisterSyscacheCallback(NAMESPACEOID, OnNamespace, Datum{0});
  });
  workspaces_changed = changed;
}

void PublishWorkspaces() {
  const Oid table = TableNamed("pggit", "workspaces");
  if (OidIsValid(table)) Server([table] { CacheInvalidateRelcacheByRelid(table); });
}

}  // namespace pggit
