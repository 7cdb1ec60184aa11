// Read with scans of our own, not through SPI: this runs inside of the server's lookups of names.

#include "extension/routing/workspace_map.h"

#include <algorithm>

#include "core/model/ignore.h"
#include "core/model/path.h"
#include "extension/boundary.h"

extern "C" {
#include "access/genam.h"
#include "access/htup_details.h"
#include "access/stratnum.h"
#include "access/table.h"
#include "catalog/dependency.h"
#include "catalog/namespace.h"
#include "catalog/pg_extension.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_type_d.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
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

// What is not versioned, as pggit.ignore() left it.
IgnoreRules ReadIgnoreRules() {
  const Oid files = TableNamed("pggit_v0", "working_files");
  if (!OidIsValid(files)) return {};
  const FoundRows rows = Server([=] {
    const char* const columns[] = {"content"};
    return RowsWith(files, "path", ".pggit/ignore", columns, 1);
  });
  return rows.count == 0 ? IgnoreRules() : IgnoreRules(rows.rows[0].cells[0]);
}

struct FoundSchema {
  NameData name;
  Oid oid;
};
struct FoundSchemas {
  FoundSchema* schemas;
  int count;
};

// All schemas but the server's, ours and those that extensions brought. For use within Server().
FoundSchemas UsersSchemas() {
  int capacity = 16;
  FoundSchemas found{static_cast<FoundSchema*>(palloc(sizeof(FoundSchema) * 16)), 0};
  const Relation namespaces = table_open(NamespaceRelationId, AccessShareLock);
  const SysScanDesc scan = systable_beginscan(namespaces, InvalidOid, false, nullptr, 0, nullptr);
  for (HeapTuple tuple = systable_getnext(scan); HeapTupleIsValid(tuple);
       tuple = systable_getnext(scan)) {
    const auto* const form = reinterpret_cast<Form_pg_namespace>(GETSTRUCT(tuple));
    if (IsServersOrOurs(NameStr(form->nspname)) ||
        OidIsValid(getExtensionOfObject(NamespaceRelationId, form->oid))) {
      continue;
    }
    if (found.count == capacity) {
      capacity *= 2;
      found.schemas = static_cast<FoundSchema*>(
          repalloc(found.schemas, sizeof(FoundSchema) * static_cast<size_t>(capacity)));
    }
    found.schemas[found.count++] = {form->nspname, form->oid};
  }
  systable_endscan(scan);
  table_close(namespaces, AccessShareLock);
  return found;
}

// What main has, each with or without a counterpart among the branch's.
void AddMains(WorkspaceMap& map) {
  const FoundSchemas found = Server([] { return UsersSchemas(); });
  const IgnoreRules ignored = ReadIgnoreRules();
  for (int i = 0; i < found.count; ++i) {
    const std::string name = NameStr(found.schemas[i].name);
    auto known = std::ranges::find(map.schemas, name, &BranchSchema::name);
    if (known == map.schemas.end()) {
      if (ignored.Matches(PathOf({Kind::kSchema, {}, name, {}}))) continue;
      known = map.schemas.insert(known, {.name = name, .physical = {}});
    }
    known->of_main = found.schemas[i].oid;
    known->has_extensions = HasExtensions(known->of_main);
  }
}

/// What is read is of no use to anybody afterwards.
class ReadingContext {
 public:
  ReadingContext()
      : context_(Server([] {
          return AllocSetContextCreate(CurrentMemoryContext, "pggit map", ALLOCSET_SMALL_SIZES);
        })),
        caller_(MemoryContextSwitchTo(context_)) {}
  ReadingContext(const ReadingContext&) = delete;
  ReadingContext& operator=(const ReadingContext&) = delete;
  ~ReadingContext() {
    MemoryContextSwitchTo(caller_);
    MemoryContextDelete(context_);
  }

 private:
  const MemoryContext context_;
  const MemoryContext caller_;
};

}  // namespace

bool IsServersOrOurs(std::string_view schema) {
  return schema.starts_with("pg_") || schema.starts_with("pggit") || schema == "information_schema";
}

const BranchSchema* WorkspaceMap::Find(std::string_view name) const {
  const auto found = std::ranges::find(schemas, name, &BranchSchema::name);
  return found == schemas.end() ? nullptr : &*found;
}

const BranchSchema* WorkspaceMap::FindOwn(Oid schema) const {
  const auto found = std::ranges::find(schemas, schema, &BranchSchema::own);
  return OidIsValid(schema) && found != schemas.end() ? &*found : nullptr;
}

bool WorkspaceMap::IsOfMain(Oid schema) const {
  return OidIsValid(schema) &&
         std::ranges::find(schemas, schema, &BranchSchema::of_main) != schemas.end();
}

WorkspaceMap ReadWorkspaceMap(const std::string& branch) {
  WorkspaceMap map{.branch = branch, .state = WorkspaceMap::State::kNoBranch, .schemas = {}};
  workspaces_table = TableNamed("pggit", "workspaces");
  if (!OidIsValid(workspaces_table)) return map;
  const ReadingContext context;
  const char* const name = branch.c_str();
  const FoundRows rows = Server([=] {
    const char* const columns[] = {"logical_schema", "physical_schema"};
    return RowsWith(workspaces_table, "branch", name, columns, 2);
  });
  for (int i = 0; i < rows.count; ++i) {
    const char* const physical = rows.rows[i].cells[1];
    const Oid own = Server([=] { return get_namespace_oid(physical, /*missing_ok=*/true); });
    map.schemas.push_back({.name = rows.rows[i].cells[0], .physical = physical, .own = own});
  }
  if (rows.count > 0) {
    map.state = WorkspaceMap::State::kReady;
  } else if (IsRef(branch)) {
    map.state = WorkspaceMap::State::kNoWorkspace;
  }
  AddMains(map);
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
