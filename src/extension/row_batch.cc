#include "extension/row_batch.h"

#include <type_traits>

extern "C" {
#include "catalog/pg_type_d.h"
#include "executor/tuptable.h"
#include "tcop/pquery.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
}

namespace pggit {

/// How the cells of one column become text.
struct OutputColumn {
  int source;  ///< Which value of a row.
  Oid type;
  FmgrInfo output;  ///< Of types without a short way.
};

namespace {

constexpr int kLongestNumber = 24;

void AppendUnsigned(StringInfo bytes, uint32 value) {
  enlargeStringInfo(bytes, kLongestNumber);
  bytes->len += pg_ultoa_n(value, bytes->data + bytes->len);
}

void AppendSigned(StringInfo bytes, int64 value) {
  enlargeStringInfo(bytes, kLongestNumber);
  bytes->len += pg_lltoa(value, bytes->data + bytes->len);
}

void AppendVarlena(StringInfo bytes, Datum value) {
  struct varlena* const packed = PG_DETOAST_DATUM_PACKED(value);
  appendBinaryStringInfo(bytes, VARDATA_ANY(packed), static_cast<int>(VARSIZE_ANY_EXHDR(packed)));
}

// A "char" prints as itself; how the server writes bytes beyond ASCII depends on its version.
bool IsPlainChar(Datum value) {
  return static_cast<unsigned char>(DatumGetChar(value)) < 128;
}

// The elements of a one-dimensional array without nulls; nullptr for any other.
const char* PlainElements(const ArrayType* array) {
  if (ARR_NDIM(array) != 1 || ARR_HASNULL(array)) return nullptr;
  return reinterpret_cast<const char*>(array) + ARR_OVERHEAD_NONULLS(1);
}

// An array of numbers, which never need quotes; false leaves it to the output function.
template <class Element>
bool AppendNumbers(StringInfo bytes, Datum value, bool is_vector) {
  const auto* const array = reinterpret_cast<ArrayType*>(PG_DETOAST_DATUM(value));
  const auto* const elements = reinterpret_cast<const Element*>(PlainElements(array));
  if (elements == nullptr) return false;
  const int count = ARR_DIMS(array)[0];
  if (!is_vector) appendStringInfoCharMacro(bytes, '{');
  for (int i = 0; i < count; ++i) {
    if (i > 0) appendStringInfoCharMacro(bytes, is_vector ? ' ' : ',');
    if constexpr (std::is_signed_v<Element>) {
      AppendSigned(bytes, elements[i]);
    } else {
      AppendUnsigned(bytes, elements[i]);
    }
  }
  if (!is_vector) appendStringInfoCharMacro(bytes, '}');
  return true;
}

// Whether `text` stands in an array as it is: letters, digits and the marks of options, at least
// one of them that is in no word (NULL needs quotes).
bool StandsPlain(const char* text, int length) {
  bool is_word = true;
  for (int i = 0; i < length; ++i) {
    const char c = text[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    const bool mark = (c >= '0' && c <= '9') || c == '=' || c == '.' || c == '-';
    if (!letter && !mark) return false;
    is_word = is_word && letter;
  }
  return !is_word;
}

// A text[] of one plain element, as most options of columns are.
bool AppendOnlyText(StringInfo bytes, Datum value) {
  const auto* const array = reinterpret_cast<ArrayType*>(PG_DETOAST_DATUM(value));
  const char* const element = PlainElements(array);
  if (element == nullptr || ARR_DIMS(array)[0] != 1) return false;
  const char* const text = VARDATA_ANY(element);
  const auto length = static_cast<int>(VARSIZE_ANY_EXHDR(element));
  if (!StandsPlain(text, length)) return false;
  appendStringInfoCharMacro(bytes, '{');
  appendBinaryStringInfo(bytes, text, length);
  appendStringInfoCharMacro(bytes, '}');
  return true;
}

// Appends what the type's output function gives; most of the types of the catalogs go without it.
void AppendCell(StringInfo bytes, OutputColumn* column, Datum value) {
  switch (column->type) {
    case OIDOID: AppendUnsigned(bytes, DatumGetObjectId(value)); return;
    case INT2OID: AppendSigned(bytes, DatumGetInt16(value)); return;
    case INT4OID: AppendSigned(bytes, DatumGetInt32(value)); return;
    case INT8OID: AppendSigned(bytes, DatumGetInt64(value)); return;
    case BOOLOID: appendStringInfoCharMacro(bytes, DatumGetBool(value) ? 't' : 'f'); return;
    case NAMEOID: appendStringInfoString(bytes, NameStr(*DatumGetName(value))); return;
    case TEXTOID:
    case PG_NODE_TREEOID: AppendVarlena(bytes, value); return;
    case CHAROID:
      if (!IsPlainChar(value)) break;
      if (DatumGetChar(value) != '\0') appendStringInfoCharMacro(bytes, DatumGetChar(value));
      return;
    case INT2VECTOROID:
      if (AppendNumbers<int16>(bytes, value, /*is_vector=*/true)) return;
      break;
    case OIDVECTOROID:
      if (AppendNumbers<Oid>(bytes, value, /*is_vector=*/true)) return;
      break;
    case INT2ARRAYOID:
      if (AppendNumbers<int16>(bytes, value, /*is_vector=*/false)) return;
      break;
    case TEXTARRAYOID:
      if (AppendOnlyText(bytes, value)) return;
      break;
    default: break;
  }
  appendStringInfoString(bytes, OutputFunctionCall(&column->output, value));
}

RowBatch::Cell* NextCells(RowBatch* batch) {
  const std::size_t used = batch->rows * batch->columns;
  if (used + batch->columns > batch->capacity) {
    batch->capacity = 2 * batch->capacity + batch->columns;
    const Size bytes = batch->capacity * sizeof(RowBatch::Cell);
    batch->cells = static_cast<RowBatch::Cell*>(batch->cells == nullptr
                                                    ? MemoryContextAllocHuge(batch->context, bytes)
                                                    : repalloc_huge(batch->cells, bytes));
  }
  ++batch->rows;
  return batch->cells + used;
}

bool ReceiveRow(TupleTableSlot* slot, DestReceiver* self) {
  slot_getallattrs(slot);
  AppendRow(reinterpret_cast<RowBatch*>(self), slot->tts_values, slot->tts_isnull);
  return true;
}

void StartRows(DestReceiver* self, int /*operation*/, TupleDesc description) {
  auto* const batch = reinterpret_cast<RowBatch*>(self);
  if (batch->outputs == nullptr) DescribeRows(batch, description, nullptr, description->natts);
}

void EndRows(DestReceiver* /*self*/) {}

}  // namespace

RowBatch* MakeRowBatch() {
  const MemoryContext context =
      AllocSetContextCreate(CurrentMemoryContext, "pggit catalog rows", ALLOCSET_DEFAULT_SIZES);
  auto* const batch = static_cast<RowBatch*>(MemoryContextAllocZero(context, sizeof(RowBatch)));
  batch->context = context;
  batch->scratch = AllocSetContextCreate(context, "pggit output functions", ALLOCSET_DEFAULT_SIZES);
  const MemoryContext caller = MemoryContextSwitchTo(context);
  initStringInfo(&batch->bytes);
  MemoryContextSwitchTo(caller);
  batch->receiver.receiveSlot = ReceiveRow;
  batch->receiver.rStartup = StartRows;
  batch->receiver.rShutdown = EndRows;
  batch->receiver.rDestroy = EndRows;
  batch->receiver.mydest = DestNone;
  return batch;
}

void DescribeRows(RowBatch* batch, TupleDesc description, const int* columns, int count) {
  batch->columns = static_cast<std::size_t>(count);
  batch->outputs = static_cast<OutputColumn*>(
      MemoryContextAllocZero(batch->context, sizeof(OutputColumn) * (batch->columns + 1)));
  for (int i = 0; i < count; ++i) {
    OutputColumn& column = batch->outputs[i];
    column.source = columns == nullptr ? i : columns[i];
    column.type = TupleDescAttr(description, column.source)->atttypid;
    Oid function = InvalidOid;
    bool is_varlena = false;
    getTypeOutputInfo(column.type, &function, &is_varlena);
    fmgr_info_cxt(function, &column.output, batch->context);
  }
}

void ClearRows(RowBatch* batch) {
  batch->rows = 0;
  resetStringInfo(&batch->bytes);
  MemoryContextReset(batch->scratch);
}

void AppendRow(RowBatch* batch, const Datum* values, const bool* nulls) {
  RowBatch::Cell* const cells = NextCells(batch);
  const MemoryContext caller = MemoryContextSwitchTo(batch->scratch);
  for (std::size_t i = 0; i < batch->columns; ++i) {
    OutputColumn* const column = &batch->outputs[i];
    cells[i].offset = batch->bytes.len;
    cells[i].length = -1;
    if (nulls[column->source]) continue;
    AppendCell(&batch->bytes, column, values[column->source]);
    cells[i].length = batch->bytes.len - cells[i].offset;
  }
  MemoryContextSwitchTo(caller);
}

void FetchRows(RowBatch* batch, Portal portal, long count) {
  ClearRows(batch);
  PortalRunFetch(portal, FETCH_FORWARD, count, &batch->receiver);
}

bool HoldsTrees(const RowBatch& batch, std::size_t column) {
  return batch.outputs[column].type == PG_NODE_TREEOID;
}

void FreeRowBatch(RowBatch* batch) {
  MemoryContextDelete(batch->context);
}

}  // namespace pggit
