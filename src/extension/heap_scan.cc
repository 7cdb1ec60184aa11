#include "extension/heap_scan.h"

extern "C" {
#include "access/heapam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "access/tableam.h"
#include "catalog/namespace.h"
#include "catalog/pg_namespace_d.h"
#include "catalog/pg_type_d.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
}

namespace pggit {

namespace {

/// A ScanAtom, its column found.
struct Test {
  int column;  // From 1.
  Oid type;
  const ScanAtom* atom;
  bool ends_clause;
};

}  // namespace

struct HeapScan {
  Relation relation;
  TableScanDesc scan;
  bool at_end;   // A scan that is asked on begins anew.
  int* outputs;  // The numbers of the columns asked for, from 0.
  int output_count;
  Test* tests;
  std::size_t test_count;
  Datum* values;
  bool* nulls;
};

namespace {

int ColumnNumber(Relation relation, std::string_view name) {
  const TupleDesc columns = RelationGetDescr(relation);
  for (int i = 0; i < columns->natts; ++i) {
    if (name == NameStr(TupleDescAttr(columns, i)->attname)) return i + 1;
  }
  elog(ERROR, "catalog \"%s\" has no column \"%.*s\"", RelationGetRelationName(relation),
       static_cast<int>(name.size()), name.data());
}

template <class Item>
Item* Allocate(std::size_t count) {
  return static_cast<Item*>(palloc0(sizeof(Item) * (count + 1)));
}

Relation OpenCatalog(std::string_view name) {
  const Oid oid = get_relname_relid(pnstrdup(name.data(), name.size()), PG_CATALOG_NAMESPACE);
  if (!OidIsValid(oid)) elog(ERROR, "there is no catalog \"%s\"", name.data());
  const AclResult result = pg_class_aclcheck(oid, GetUserId(), ACL_SELECT);
  if (result != ACLCHECK_OK) aclcheck_error(result, OBJECT_TABLE, get_rel_name(oid));
  return table_open(oid, AccessShareLock);
}

int64 NumberOf(Datum value, Oid type) {
  switch (type) {
    case OIDOID: return DatumGetObjectId(value);
    case INT2OID: return DatumGetInt16(value);
    case INT4OID: return DatumGetInt32(value);
    case BOOLOID: return DatumGetBool(value) ? 1 : 0;
    case CHAROID: return DatumGetChar(value);
    default: elog(ERROR, "cannot compare values of type %u", type);
  }
}

bool Passes(const Test& test, HeapTuple tuple, TupleDesc columns) {
  if (heap_attisnull(tuple, test.column, columns)) return false;
  const ScanAtom& atom = *test.atom;
  if (atom.test == ScanAtom::Test::kNotNull) return true;
  bool is_null = false;
  const int64 value = NumberOf(heap_getattr(tuple, test.column, columns, &is_null), test.type);
  switch (atom.test) {
    case ScanAtom::Test::kEqual: return value == atom.value;
    case ScanAtom::Test::kNotEqual: return value != atom.value;
    case ScanAtom::Test::kAtLeast: return value >= atom.value;
    case ScanAtom::Test::kFalse: return value == 0;
    case ScanAtom::Test::kAmong: return atom.contains(static_cast<Oid>(value));
    case ScanAtom::Test::kNotNull: break;
  }
  return true;
}

// Whether a test of every clause passes.
bool PassesAll(const HeapScan& scan, HeapTuple tuple, TupleDesc columns) {
  bool passed = false;
  for (std::size_t i = 0; i < scan.test_count; ++i) {
    const Test& test = scan.tests[i];
    passed = passed || Passes(test, tuple, columns);
    if (!test.ends_clause) continue;
    if (!passed) return false;
    passed = false;
  }
  return true;
}

}  // namespace

HeapScan* BeginHeapScan(const CatalogScan& scan, RowBatch* batch) {
  auto* const started = Allocate<HeapScan>(1);
  started->relation = OpenCatalog(scan.catalog);
  const TupleDesc columns = RelationGetDescr(started->relation);
  started->outputs = Allocate<int>(scan.columns.size());
  for (const std::string_view column : scan.columns) {
    started->outputs[started->output_count++] = ColumnNumber(started->relation, column) - 1;
  }
  std::size_t tests = 0;
  for (const auto& clause : scan.where) tests += clause.size();
  started->tests = Allocate<Test>(tests);
  for (const auto& clause : scan.where) {
    for (const ScanAtom& atom : clause) {
      const int column = ColumnNumber(started->relation, atom.column);
      started->tests[started->test_count++] = {column, TupleDescAttr(columns, column - 1)->atttypid,
                                               &atom, &atom == &clause.back()};
    }
  }
  DescribeRows(batch, columns, started->outputs, started->output_count);
  const auto width = static_cast<std::size_t>(columns->natts);
  started->values = Allocate<Datum>(width);
  started->nulls = Allocate<bool>(width);
  started->scan = table_beginscan(started->relation, GetActiveSnapshot(), 0, nullptr);
  return started;
}

void FetchScanned(HeapScan* scan, RowBatch* batch, std::size_t count) {
  const TupleDesc columns = RelationGetDescr(scan->relation);
  ClearRows(batch);
  while (batch->rows < count && !scan->at_end) {
    const HeapTuple tuple = heap_getnext(scan->scan, ForwardScanDirection);
    scan->at_end = tuple == nullptr;
    if (scan->at_end) return;
    if (!PassesAll(*scan, tuple, columns)) continue;
    heap_deform_tuple(tuple, columns, scan->values, scan->nulls);
    AppendRow(batch, scan->values, scan->nulls);
  }
}

void EndHeapScan(HeapScan* scan) {
  table_endscan(scan->scan);
  table_close(scan->relation, NoLock);
}

}  // namespace pggit
