#pragma once

#include <cstddef>

#include "core/catalog/catalog_scan.h"
#include "extension/row_batch.h"

namespace pggit {

/// A scan of one catalog below the executor, as far as the active snapshot shows it: no plan, and
/// of the rows that do not pass only the columns that decide are looked at.
///
/// All functions here are the server's kind: they raise, and are called within Server().
struct HeapScan;

/// Checks that the current user may read the catalog, and describes the rows of `batch`. `scan`
/// must outlive the result.
HeapScan* BeginHeapScan(const CatalogScan& scan, RowBatch* batch);

/// Replaces the rows of `batch` by the next ones, at most `count`; none at the end.
void FetchScanned(HeapScan* scan, RowBatch* batch, std::size_t count);

void EndHeapScan(HeapScan* scan);

}  // namespace pggit
