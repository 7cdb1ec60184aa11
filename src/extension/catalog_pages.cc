#include "extension/catalog_pages.h"

#include <algorithm>

#include "extension/boundary.h"
#include "extension/watched_catalogs.h"

extern "C" {
#include "access/heapam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "access/transam.h"
#include "access/xact.h"
#include "access/xlog.h"
#include "catalog/pg_depend_d.h"
#include "storage/bufmgr.h"
#include "storage/bufpage.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
}

namespace pggit {
namespace {

/// What is found on the pages of one catalog, palloc'ed.
struct Found {
  struct Page {
    BlockNumber block;
    std::size_t end;  // Of its rows.
    bool is_unsettled;
  };

  MemoryContext context;
  CatalogFile file;
  PageRow* rows;
  std::size_t row_count;
  std::size_t row_capacity;
  Page* pages;
  std::size_t page_count;
  std::size_t page_capacity;
};

template <class Item>
void MakeRoom(MemoryContext context, Item*& items, std::size_t count, std::size_t& capacity) {
  if (count < capacity) return;
  capacity = 2 * capacity + 64;
  const Size bytes = capacity * sizeof(Item);
  items = static_cast<Item*>(items == nullptr ? MemoryContextAllocHuge(context, bytes)
                                              : repalloc_huge(items, bytes));
}

Oid OidIn(HeapTuple tuple, TupleDesc columns, int column) {
  bool is_null = false;
  return DatumGetObjectId(heap_getattr(tuple, column, columns, &is_null));
}

CatalogAddress About(const WatchedCatalog& watched, HeapTuple tuple, TupleDesc columns) {
  if (watched.column == 0) return {watched.about, 0};
  if (watched.oid == DependRelationId) {
    bool is_null = false;
    const Datum type = heap_getattr(tuple, Anum_pg_depend_deptype, columns, &is_null);
    // What an extension has for a member is its own affair, and the member's.
    if (DatumGetChar(type) == 'e') {
      return {static_cast<Catalog>(OidIn(tuple, columns, Anum_pg_depend_refclassid)),
              OidIn(tuple, columns, Anum_pg_depend_refobjid)};
    }
  }
  const Oid oid = OidIn(tuple, columns, watched.column);
  if (watched.catalog_column != 0) {
    return {static_cast<Catalog>(OidIn(tuple, columns, watched.catalog_column)), oid};
  }
  if (!OidIsValid(oid) && watched.other_column != 0) {
    return {watched.other_about, OidIn(tuple, columns, watched.other_column)};
  }
  return {watched.about, oid};
}

// Whether the snapshot does not know how the transaction ends.
bool IsOpen(TransactionId transaction, Snapshot snapshot) {
  return TransactionIdIsNormal(transaction) && !TransactionIdIsCurrentTransactionId(transaction) &&
         XidInMVCCSnapshot(transaction, snapshot);
}

bool IsUnsettled(HeapTupleHeader tuple, Snapshot snapshot) {
  if (!HeapTupleHeaderXminInvalid(tuple) && IsOpen(HeapTupleHeaderGetXmin(tuple), snapshot)) {
    return true;
  }
  if ((tuple->t_infomask & HEAP_XMAX_INVALID) != 0 || HEAP_XMAX_IS_LOCKED_ONLY(tuple->t_infomask)) {
    return false;
  }
  return IsOpen(HeapTupleHeaderGetUpdateXid(tuple), snapshot);
}

// Notes the rows of a page, whose content is locked.
void TakePage(const WatchedCatalog& watched, Relation relation, Buffer buffer, BlockNumber block,
              Snapshot snapshot, Found* found) {
  const Page page = BufferGetPage(buffer);
  bool unsettled = false;
  const auto last = static_cast<OffsetNumber>(PageIsNew(page) ? 0 : PageGetMaxOffsetNumber(page));
  for (OffsetNumber place = FirstOffsetNumber; place <= last; ++place) {
    const ItemId item = PageGetItemId(page, place);
    if (!ItemIdIsNormal(item)) continue;
    HeapTupleData tuple;
    tuple.t_data = reinterpret_cast<HeapTupleHeader>(PageGetItem(page, item));
    tuple.t_len = ItemIdGetLength(item);
    tuple.t_tableOid = watched.oid;
    tuple.t_self = {{static_cast<uint16>(block >> 16U), static_cast<uint16>(block & 0xFFFFU)},
                    place};
    const bool is_visible = HeapTupleSatisfiesVisibility(&tuple, snapshot, buffer);
    unsettled = unsettled || IsUnsettled(tuple.t_data, snapshot);
    if (!is_visible) continue;
    MakeRoom(found->context, found->rows, found->row_count, found->row_capacity);
    found->rows[found->row_count++] = {place, HeapTupleHeaderGetRawXmin(tuple.t_data),
                                       About(watched, &tuple, RelationGetDescr(relation))};
  }
  MakeRoom(found->context, found->pages, found->page_count, found->page_capacity);
  found->pages[found->page_count++] = {block, found->row_count, unsettled};
}

// Looks at the pages of one catalog. `also` are in order.
Found* LookAt(const WatchedCatalog& watched, XLogRecPtr since, const BlockNumber* also,
              std::size_t also_count) {
  const MemoryContext context =
      AllocSetContextCreate(CurrentMemoryContext, "pggit catalog pages", ALLOCSET_DEFAULT_SIZES);
  auto* const found = static_cast<Found*>(MemoryContextAllocZero(context, sizeof(Found)));
  found->context = context;
  const Relation relation = table_open(watched.oid, AccessShareLock);
  const BlockNumber blocks = RelationGetNumberOfBlocks(relation);
  found->file = {watched.oid, PGGIT_FILE_OF(relation), blocks};
  // A catalog that would fill the cache goes through a ring, as a sequential scan's table does.
  const BufferAccessStrategy strategy =
      blocks > static_cast<BlockNumber>(NBuffers) / 4 ? GetAccessStrategy(BAS_BULKREAD) : nullptr;
  const Snapshot snapshot = GetActiveSnapshot();
  const BlockNumber* const also_end = also + also_count;
  for (BlockNumber block = 0; block < blocks; ++block) {
    CHECK_FOR_INTERRUPTS();
    const Buffer buffer = ReadBufferExtended(relation, MAIN_FORKNUM, block, RBM_NORMAL, strategy);
    // Who changes a page holds the lock until the page says so.
    LockBuffer(buffer, BUFFER_LOCK_SHARE);
    const bool is_listed = also != also_end && *also == block;
    if (is_listed) ++also;
    if (is_listed || since == 0 || PageGetLSN(BufferGetPage(buffer)) > since) {
      TakePage(watched, relation, buffer, block, snapshot, found);
    }
    UnlockReleaseBuffer(buffer);
  }
  if (strategy != nullptr) FreeAccessStrategy(strategy);
  table_close(relation, AccessShareLock);
  return found;
}

void Collect(const Found& found, CatalogPages& pages) {
  pages.files.push_back(found.file);
  const PageRow* row = found.rows;
  for (std::size_t i = 0; i < found.page_count; ++i) {
    const Found::Page& page = found.pages[i];
    const CatalogPage place{found.file.catalog, page.block};
    const PageRow* const end = found.rows + page.end;
    pages.rows.emplace_hint(pages.rows.end(), place, std::vector<PageRow>(row, end));
    if (page.is_unsettled) pages.unsettled.push_back(place);
    row = end;
  }
}

}  // namespace

CatalogPages LookAtPages(std::uint64_t since, const std::vector<CatalogPage>& also) {
  CatalogPages pages;
  pages.position =
      Server([] { return RecoveryInProgress() ? XLogRecPtr{0} : GetXLogInsertRecPtr(); });
  for (const WatchedCatalog& watched : WatchedCatalogs()) {
    std::vector<BlockNumber> listed;
    for (const CatalogPage& page : also) {
      if (page.catalog == watched.oid) listed.push_back(page.block);
    }
    std::ranges::sort(listed);
    const BlockNumber* const blocks = listed.data();
    const std::size_t count = listed.size();
    Found* const found = Server([=, &watched] { return LookAt(watched, since, blocks, count); });
    Collect(*found, pages);
    Server([=] { MemoryContextDelete(found->context); });
  }
  return pages;
}

}  // namespace pggit
