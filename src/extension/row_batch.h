#pragma once

#include <cstddef>
#include <cstdint>

#include "extension/compat.h"

extern "C" {
#include "lib/stringinfo.h"
#include "tcop/dest.h"
#include "utils/portal.h"
}

namespace pggit {

/// Rows as text, one batch at a time, taken from the executor or a scan as they are made.
///
/// SPI's way, a copy of every tuple and a lookup of its output function for every cell, takes
/// several times as long as reading a catalog does. All functions here are the server's kind: they
/// raise, and are called within Server().
struct RowBatch {
  struct Cell {
    int offset;  ///< In `bytes`.
    int length;  ///< -1 for null.
  };

  DestReceiver receiver;  ///< First: the executor's handle on this.
  std::size_t columns;
  std::size_t rows;
  Cell* cells;  ///< Row by row; good until the next batch.
  std::size_t capacity;
  StringInfoData bytes;
  struct OutputColumn* outputs;
  MemoryContext context;  ///< Holds all of this.
  MemoryContext scratch;  ///< What output functions leave; emptied with each batch.
};

/// An empty batch in the current memory context.
RowBatch* MakeRowBatch();

/// Says what the rows are: `count` columns of `description`, those that `columns` numbers from 0,
/// or all. The rows of a portal describe themselves.
void DescribeRows(RowBatch* batch, TupleDesc description, const int* columns, int count);

void ClearRows(RowBatch* batch);
void AppendRow(RowBatch* batch, const Datum* values, const bool* nulls);

/// Replaces the rows by the next ones of `portal`, at most `count`; none at its end.
void FetchRows(RowBatch* batch, Portal portal, long count);

/// Whether the cells of `column` are stored expressions.
bool HoldsTrees(const RowBatch& batch, std::size_t column);

void FreeRowBatch(RowBatch* batch);

}  // namespace pggit
