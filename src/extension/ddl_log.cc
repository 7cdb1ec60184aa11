#include "extension/ddl_log.h"

#include <array>

#include "extension/array_datum.h"
#include "extension/datum.h"

extern "C" {
#include "access/relation.h"
#include "access/xact.h"
#include "catalog/indexing.h"
#include "catalog/namespace.h"
#include "catalog/pg_type.h"
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
  kCommit,
  kColumnCount
};

// Their types; that of the last is the extension's own.
// The type of the last is the extension's own.
constexpr std::array<Oid, kColumnCount> kTypes = {
    TIMESTAMPTZOID, XID8OID,      INT4OID,      TIMESTAMPTZOID, TEXTOID,
    TEXTOID,        INETOID,      TEXTOID,      INT4OID,        TEXTOID,
    TEXTARRAYOID,   TEXTARRAYOID, TEXTARRAYOID, TEXTOID,        InvalidOid};

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
  Values row = SessionValues();
  int position = 0;
  for (const DdlCommand& command : commands) {
    AddCommand(row, command, ++position);
    Server([=, &row] {
      const HeapTuple tuple =
          heap_form_tuple(RelationGetDescr(table), row.values.data(), row.nulls.data());
      CatalogTupleInsertWithInfo(table, tuple, indexes);
      heap_freetuple(tuple);
    });
    PollInterrupts();
  }
  Server([=] {
    CatalogCloseIndexes(indexes);
    relation_close(table, RowExclusiveLock);
    PopActiveSnapshot();
  });
}

}  // namespace pggit
