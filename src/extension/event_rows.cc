#include "extension/event_rows.h"

#include <cstring>

extern "C" {
#include "executor/tuptable.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/tuplestore.h"
}

namespace pggit {
namespace {

const char* Text(const TupleTableSlot* slot, int column) {
  return slot->tts_isnull[column] ? nullptr : TextDatumGetCString(slot->tts_values[column]);
}

Oid OidOf(const TupleTableSlot* slot, int column) {
  return slot->tts_isnull[column] ? InvalidOid : DatumGetObjectId(slot->tts_values[column]);
}

// classid, objid, objsubid, command_tag, object_type, schema_name, object_identity, in_extension,
// command.
EventRow CommandRow(const TupleTableSlot* slot) {
  EventRow row;
  row.type = Text(slot, 4);
  const char* const schema = Text(slot, 5);
  row.temporary = schema != nullptr && std::strcmp(schema, "pg_temp") == 0;
  row.identity = Text(slot, 6);
  row.command = reinterpret_cast<const CollectedCommand*>(DatumGetPointer(slot->tts_values[8]));
  return row;
}

// classid, objid, objsubid, original, normal, is_temporary, object_type, schema_name, object_name,
// object_identity, address_names, address_args.
EventRow DroppedRow(const TupleTableSlot* slot) {
  EventRow row;
  row.dropped = true;
  row.named = DatumGetBool(slot->tts_values[3]);
  row.asked_for = row.named || DatumGetBool(slot->tts_values[4]);
  row.temporary = DatumGetBool(slot->tts_values[5]);
  row.type = Text(slot, 6);
  row.identity = Text(slot, 9);
  return row;
}

// Calls a set-returning function of the server's own past the executor.
EventRows Read(Oid function, EventRow (*read)(const TupleTableSlot*)) {
  return Server([=] {
    FmgrInfo info;
    fmgr_info(function, &info);
    ExprContext context{};
    context.type = T_ExprContext;
    context.ecxt_per_query_memory = CurrentMemoryContext;
    context.ecxt_per_tuple_memory = CurrentMemoryContext;
    ReturnSetInfo result{};
    result.type = T_ReturnSetInfo;
    result.econtext = &context;
    result.allowedModes = SFRM_Materialize;
    LOCAL_FCINFO(call, 0);
    InitFunctionCallInfoData(*call, &info, 0, InvalidOid, nullptr,
                             reinterpret_cast<fmNodePtr>(&result));
    (void)FunctionCallInvoke(call);

    EventRows rows;
    const int64 count = tuplestore_tuple_count(result.setResult);
    rows.rows = static_cast<EventRow*>(palloc(sizeof(EventRow) * static_cast<size_t>(count + 1)));
    TupleTableSlot* const slot = MakeSingleTupleTableSlot(result.setDesc, &TTSOpsMinimalTuple);
    while (tuplestore_gettupleslot(result.setResult, true, false, slot)) {
      slot_getallattrs(slot);
      EventRow& row = rows.rows[rows.count++];
      row = read(slot);
      row.class_id = OidOf(slot, 0);
      row.object_id = OidOf(slot, 1);
      row.sub_id = slot->tts_isnull[2] ? 0 : DatumGetInt32(slot->tts_values[2]);
    }
    ExecDropSingleTupleTableSlot(slot);
    tuplestore_end(result.setResult);
    return rows;
  });
}

}  // namespace

EventRows ReadCommandRows() {
  return Read(F_PG_EVENT_TRIGGER_DDL_COMMANDS, CommandRow);
}

EventRows ReadDroppedRows() {
  return Read(F_PG_EVENT_TRIGGER_DROPPED_OBJECTS, DroppedRow);
}

}  // namespace pggit
