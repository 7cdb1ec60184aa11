#include "extension/ddl_log.h"

#include <array>

#include "extension/array_datum.h"
#include "extension/datum.h"

extern "C" {
#include "access/genam.h"
#include "access/heapam.h"
#include "access/relation.h"
#include "access/xact.h"
#include "catalog/index.h"
#include "catalog/indexing.h"
#include "catalog/namespace.h"
#include "catalog/pg_type.h"
#include "executor/tuptable.h"
#include "nodes/execnodes.h"
#include "utils/fmgrprotos.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/timestamp.h"
}

namespace pggit {
namespace {

constexpr char kSchema[] = "pggit_v0";
constexpr char kTable[] = "ddl_log";

// The columns of the table, in its order.
enum Column {
  kRecordedAt,
  kTransaction,
  kPosition,
  kExecutedAt,
  kExecutedBy,
  kActingAs,
  kClientAddress,
  kApplication,
  kBackend,
  kTag,
  kObjectTypes,
  kObjects,
  kPaths,
  kStatement,
  kBranch,
  kCommit,
  kColumnCount
};

// The type of the last is the extension's own.
constexpr std::array<Oid, kColumnCount> kTypes = {
    TIMESTAMPTZOID, XID8OID, INT4OID, TIMESTAMPTZOID, TEXTOID,      TEXTOID,
    INETOID,        TEXTOID, INT4OID, TEXTOID,        TEXTARRAYOID, TEXTARRAYOID,
    TEXTARRAYOID,   TEXTOID, TEXTOID, InvalidOid};

struct Values {
  std::array<Datum, kColumnCount> values{};
  std::array<bool, kColumnCount> nulls{};
};

// The extension's own type is told by its form alone: what is written must fit, whatever it is.
bool Fits(const FormData_pg_attribute& column, int number) {
  if (column.attisdropped) return false;
  if (number == kCommit) return column.attlen == Sha::kBytes && !column.attbyval;
  return column.atttypid == kTypes.at(static_cast<size_t>(number));
}

void Check(Relation table) {
  const TupleDesc columns = RelationGetDescr(table);
  bool fits = table->rd_rel->relkind == RELKIND_RELATION && columns->natts == kColumnCount;
  for (int i = 0; fits && i < kColumnCount; ++i) fits = Fits(*TupleDescAttr(columns, i), i);
  if (!fits) throw InternalError("table \"pggit_v0.ddl_log\" is not the one this library knows");
}

// What is written past the executor goes into indexes of plain columns alone.
void Check(CatalogIndexState indexes) {
  for (int i = 0; i < indexes->ri_NumIndices; ++i) {
    const IndexInfo& index = *indexes->ri_IndexRelationInfo[i];
    if (index.ii_Expressions == NIL && index.ii_Predicate == NIL &&
        index.ii_ExclusionOps == nullptr) {
      continue;
    }
    throw InternalError("table \"pggit_v0.ddl_log\" has an index on more than plain columns");
  }
}

// Not for logical decoding: a publication of all tables would send it to subscribers that have no
// such table.
void Insert(Relation table, CatalogIndexState indexes, HeapTuple tuple, TupleTableSlot* slot) {
  heap_insert(table, tuple, GetCurrentCommandId(true), HEAP_INSERT_NO_LOGICAL, nullptr);
  ExecStoreHeapTuple(tuple, slot, false);
  for (int i = 0; i < indexes->ri_NumIndices; ++i) {
    Relation index = indexes->ri_IndexRelationDescs[i];
    IndexInfo* const info = indexes->ri_IndexRelationInfo[i];
    if (!info->ii_ReadyForInserts) continue;
    Datum values[INDEX_MAX_KEYS];
    bool nulls[INDEX_MAX_KEYS];
    FormIndexDatum(info, slot, nullptr, values, nulls);
    index_insert(index, values, nulls, &tuple->t_self, table,
                 index->rd_index->indisunique ? UNIQUE_CHECK_YES : UNIQUE_CHECK_NO, false, info);
  }
}

Relation OpenLog() {
  return Server([] {
    const Oid space = get_namespace_oid(kSchema, /*missing_ok=*/true);
    const Oid table = OidIsValid(space) ? get_relname_relid(kTable, space) : InvalidOid;
    return OidIsValid(table) ? try_relation_open(table, RowExclusiveLock) : nullptr;
  });
}

// What is the same for all commands of the transaction.
Values SessionValues() {
  Values row;
  const Datum address = Server([&row] {
    LOCAL_FCINFO(call, 0);
    InitFunctionCallInfoData(*call, nullptr, 0, InvalidOid, nullptr, nullptr);
    const Datum value = inet_client_addr(call);
    row.nulls[kClientAddress] = call->isnull;
    return value;
  });
  row.values[kClientAddress] = address;
  row.values[kRecordedAt] = TimestampTzGetDatum(GetCurrentTimestamp());
  row.values[kTransaction] =
      Server([] { return UInt64GetDatum(U64FromFullTransactionId(GetTopFullTransactionId())); });
  row.values[kApplication] = TextDatum(application_name != nullptr ? application_name : "");
  row.values[kBackend] = Int32GetDatum(MyProcPid);
  return row;
}

void AddCommand(Values& row, const DdlCommand& command, int position) {
  std::vector<std::string> types;
  std::vector<std::string> objects;
  for (const auto& [type, identity] : command.touched) {
    types.push_back(type);
    objects.push_back(identity);
  }
  row.values[kPosition] = Int32GetDatum(position);
  row.values[kExecutedAt] = TimestampTzGetDatum(command.executed_at);
  row.values[kExecutedBy] = TextDatum(command.executed_by);
  row.values[kActingAs] = TextDatum(command.acting_as);
  row.values[kTag] = TextDatum(command.tag);
  row.values[kObjectTypes] = TextArrayDatum(types);
  row.values[kObjects] = TextArrayDatum(objects);
  row.values[kPaths] = TextArrayDatum(command.paths);
  row.values[kStatement] = TextDatum(command.statement);
  row.values[kBranch] = TextDatum(command.branch);
  row.nulls[kCommit] = !command.commit;
  // Passed by reference; only read.
  row.values[kCommit] = command.commit ? PointerGetDatum(command.commit->bytes.data()) : 0;
}

}  // namespace

void WriteDdlLog(const std::vector<DdlCommand>& commands) {
  const Relation table = OpenLog();
  if (table == nullptr) return;
  Check(table);
  const CatalogIndexState indexes = Server([=] {
    PushActiveSnapshot(GetTransactionSnapshot());
    return CatalogOpenIndexes(table);
  });
  Check(indexes);
  TupleTableSlot* const slot =
      Server([=] { return MakeSingleTupleTableSlot(RelationGetDescr(table), &TTSOpsHeapTuple); });
  Values row = SessionValues();
  int position = 0;
  for (const DdlCommand& command : commands) {
    AddCommand(row, command, ++position);
    Server([=, &row] {
      const HeapTuple tuple =
          heap_form_tuple(RelationGetDescr(table), row.values.data(), row.nulls.data());
      Insert(table, indexes, tuple, slot);
      ExecClearTuple(slot);
      heap_freetuple(tuple);
    });
    PollInterrupts();
  }
  Server([=] {
    ExecDropSingleTupleTableSlot(slot);
    CatalogCloseIndexes(indexes);
    relation_close(table, RowExclusiveLock);
    PopActiveSnapshot();
  });
}

}  // namespace pggit
