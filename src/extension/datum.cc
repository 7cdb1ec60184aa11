#include "extension/datum.h"

extern "C" {
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/tuplestore.h"
}

namespace pggit {

std::string TextArg(FunctionCallInfo fcinfo, int index) {
  const text* const value = Server([&] { return PG_GETARG_TEXT_PP(index); });
  return {VARDATA_ANY(value), static_cast<size_t>(VARSIZE_ANY_EXHDR(value))};
}

Datum TextDatum(std::string_view value) {
  return Server([&] {
    return PointerGetDatum(cstring_to_text_with_len(value.data(), static_cast<int>(value.size())));
  });
}

ResultSet::ResultSet(FunctionCallInfo fcinfo) {
  auto* const info = reinterpret_cast<ReturnSetInfo*>(fcinfo->resultinfo);
  if (info == nullptr || !IsA(info, ReturnSetInfo) ||
      (info->allowedModes & SFRM_Materialize) == 0) {
    throw Error(ErrorCode::kNotSupported,
                "set-valued function called in a context that cannot accept a set");
  }
  Server([&] {
    // The set must live as long as the query, not as long as this call.
    const MemoryContext caller = MemoryContextSwitchTo(info->econtext->ecxt_per_query_memory);
    TupleDesc descriptor = nullptr;
    Oid type = InvalidOid;
    const TypeFuncClass kind = get_call_result_type(fcinfo, &type, &descriptor);
    if (kind == TYPEFUNC_SCALAR) {
      descriptor = CreateTemplateTupleDesc(1);
      TupleDescInitEntry(descriptor, 1, "value", type, -1, 0);
    } else if (kind != TYPEFUNC_COMPOSITE) {
      elog(ERROR, "return type must be a row type or a plain one");
    }
    info->returnMode = SFRM_Materialize;
    info->setDesc = descriptor;
    info->setResult =
        tuplestore_begin_heap((info->allowedModes & SFRM_Materialize_Random) != 0, false, work_mem);
    input_ = TupleDescGetAttInMetadata(descriptor);
    store_ = info->setResult;
    MemoryContextSwitchTo(caller);
    row_context_ = AllocSetContextCreate(caller, "pggit row", ALLOCSET_SMALL_SIZES);
  });
}

void ResultSet::Add(const TextRow& row) {
  if (row.size() != static_cast<size_t>(input_->tupdesc->natts)) {
    throw InternalError("row has " + std::to_string(row.size()) + " values, the result has " +
                        std::to_string(input_->tupdesc->natts) + " columns");
  }
  std::vector<char*> values;
  values.reserve(row.size());
  for (const auto& value : row) {
    values.push_back(value ? const_cast<char*>(value->c_str()) : nullptr);
  }
  Server([&, cells = values.data()] {
    const MemoryContext caller = MemoryContextSwitchTo(row_context_);
    tuplestore_puttuple(store_, BuildTupleFromCStrings(input_, cells));
    MemoryContextSwitchTo(caller);
    MemoryContextReset(row_context_);
  });
}

}  // namespace pggit
