#include "extension/spi_row_source.h"

#include <optional>
#include <string>
#include <vector>

#include "extension/heap_scan.h"
#include "extension/kept_plans.h"
#include "extension/row_batch.h"

extern "C" {
#include "access/transam.h"
#include "access/xact.h"
#include "catalog/pg_type_d.h"
#include "executor/spi.h"
#include "jit/jit.h"
#include "optimizer/cost.h"
#include "utils/array.h"
#include "utils/guc.h"
#include "utils/resowner.h"
#include "utils/snapmgr.h"
}

namespace pggit {
namespace {

constexpr int kBatchRows = 1000;

/// An internal subtransaction with SPI, the reader's settings and a new snapshot in it.
class ReadTransaction {
 public:
  ReadTransaction() {
    Server([this] {
      caller_context_ = CurrentMemoryContext;
      caller_owner_ = CurrentResourceOwner;
      BeginInternalSubTransaction(nullptr);
    });
    try {
      Server([this] {
        SPI_connect();
        settings_level_ = NewGUCNestLevel();
        for (const ReaderSetting& setting : kReaderSettings) {
          (void)set_config_option(setting.name.data(), setting.value.data(), PGC_USERSET,
                                  PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
        }
        PushActiveSnapshot(GetLatestSnapshot());
      });
    } catch (...) {
      RollBack();
      throw;
    }
  }
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;
  ~ReadTransaction() { RollBack(); }

  void Commit() {
    Server([this] {
      PopActiveSnapshot();
      AtEOXact_GUC(true, settings_level_);
      SPI_finish();
      ReleaseCurrentSubTransaction();
      Return();
    });
    open_ = false;
  }

 private:
  // Ends the subtransaction whatever state it is in; it also pops the snapshot, puts the settings
  // back and ends SPI. An abort that fails itself ends in a FATAL or PANIC of the server.
  void RollBack() noexcept {
    if (!open_) return;
    open_ = false;
    RollbackAndReleaseCurrentSubTransaction();
    Return();
  }

  void Return() const noexcept {
    MemoryContextSwitchTo(caller_context_);
    CurrentResourceOwner = caller_owner_;
  }

  bool open_ = true;
  MemoryContext caller_context_ = nullptr;
  ResourceOwner caller_owner_ = nullptr;
  int settings_level_ = 0;
};

std::vector<std::size_t> ColumnsOfTrees(const RowBatch& batch) {
  std::vector<std::size_t> columns;
  for (std::size_t c = 0; c < batch.columns; ++c) {
    if (HoldsTrees(batch, c)) columns.push_back(c);
  }
  return columns;
}

/// Has the planner go by indexes for one scope, and spend no time on compiling: the planner does
/// not know how few things a query is about, and takes scans of whole catalogs for cheap.
class ByIndexes {
 public:
  ByIndexes() { enable_seqscan = enable_hashjoin = enable_mergejoin = jit_enabled = false; }
  ByIndexes(const ByIndexes&) = delete;
  ByIndexes& operator=(const ByIndexes&) = delete;
  ~ByIndexes() {
    enable_seqscan = seqscan_;
    enable_hashjoin = hashjoin_;
    enable_mergejoin = mergejoin_;
    jit_enabled = jit_;
  }

 private:
  const bool seqscan_ = enable_seqscan;
  const bool hashjoin_ = enable_hashjoin;
  const bool mergejoin_ = enable_mergejoin;
  const bool jit_ = jit_enabled;
};

// The server's kind: raises.
Datum OidArrayDatum(const std::vector<Oid32>& oids) {
  auto* const elements = static_cast<Datum*>(palloc(sizeof(Datum) * (oids.size() + 1)));
  for (std::size_t i = 0; i < oids.size(); ++i) elements[i] = ObjectIdGetDatum(oids[i]);
  return PointerGetDatum(construct_array(elements, static_cast<int>(oids.size()), OIDOID,
                                         sizeof(Oid), true, TYPALIGN_INT));
}

}  // namespace

int SpiRowSource::server_version() const {
  return kServerVersionNumber;
}

std::uint32_t SpiRowSource::NextTransaction() {
  return Server([] {
    TransactionId next = ReadNextTransactionId();
    while (true) {
      TransactionId before = next;
      TransactionIdRetreat(before);
      if (!TransactionIdIsCurrentTransactionId(before)) return next;
      next = before;
    }
  });
}

std::string SpiRowSource::ExpressionSql(std::string_view tree,
                                        std::string_view /*relation*/) const {
  return std::string(tree);
}

void SpiRowSource::WithSnapshot(const std::function<void()>& read) {
  expressions_.Forget();
  std::exception_ptr moved;
  try {
    ReadTransaction transaction;
    read();
    transaction.Commit();
  } catch (const ServerError& error) {
    const char* const state = unpack_sql_state(error.data().sqlerrcode);
    if (!MayComeOfChange(state)) throw;
    moved = std::current_exception();
  }
  if (moved) throw CatalogMoved(moved);
}

void SpiRowSource::ForEachRow(std::string_view query, const std::function<void(Row)>& row) {
  const std::string text(query);
  const char* const sql = text.c_str();
  HandOverAll(Server([=] {
                const SPIPlanPtr plan = SPI_prepare(sql, 0, nullptr);
                if (plan == nullptr) {
                  elog(ERROR, "cannot prepare: %s", SPI_result_code_string(SPI_result));
                }
                return SPI_cursor_open(nullptr, plan, nullptr, nullptr, /*read_only=*/true);
              }),
              row);
}

void SpiRowSource::ForEachRowWith(std::string_view query,
                                  const std::vector<std::vector<Oid32>>& lists,
                                  const std::function<void(Row)>& row) {
  const ByIndexes planning;
  const std::vector<Oid> types(lists.size(), OIDARRAYOID);
  const SPIPlanPtr plan = KeptPlan(query, types.data(), static_cast<int>(types.size()));
  const std::vector<Oid32>* const first = lists.data();
  const std::size_t count = lists.size();
  HandOverAll(Server([=] {
                auto* const values = static_cast<Datum*>(palloc(sizeof(Datum) * (count + 1)));
                for (std::size_t i = 0; i < count; ++i) values[i] = OidArrayDatum(first[i]);
                return SPI_cursor_open(nullptr, plan, values, nullptr, /*read_only=*/true);
              }),
              row);
}

void SpiRowSource::HandOverAll(PortalData* portal, const std::function<void(Row)>& row) {
  RowBatch* const batch = Server([] { return MakeRowBatch(); });
  HandOver(
      batch, [=] { FetchRows(batch, portal, kBatchRows); }, row);
  Server([=] {
    SPI_cursor_close(portal);
    FreeRowBatch(batch);
  });
}

void SpiRowSource::ForEachRowOf(const CatalogScan& wanted, const std::function<void(Row)>& row) {
  RowBatch* const batch = Server([] { return MakeRowBatch(); });
  HeapScan* const scan = Server([&wanted, batch] { return BeginHeapScan(wanted, batch); });
  HandOver(
      batch, [=] { FetchScanned(scan, batch, kBatchRows); }, row);
  Server([=] {
    EndHeapScan(scan);
    FreeRowBatch(batch);
  });
}

template <class Fetch>
void SpiRowSource::HandOver(RowBatch* batch, Fetch fetch, const std::function<void(Row)>& row) {
  std::vector<std::optional<std::string_view>> cells;
  while (true) {
    Server([=]() mutable {
      fetch();
      CHECK_FOR_INTERRUPTS();
    });
    if (batch->rows == 0) return;
    cells.resize(batch->columns);
    const std::vector<std::size_t> trees = ColumnsOfTrees(*batch);
    const RowBatch::Cell* cell = batch->cells;
    for (std::size_t r = 0; r < batch->rows; ++r) {
      for (std::size_t c = 0; c < batch->columns; ++c, ++cell) {
        cells[c].reset();
        if (cell->length >= 0) {
          cells[c].emplace(batch->bytes.data + cell->offset,
                           static_cast<std::size_t>(cell->length));
        }
      }
      for (const std::size_t c : trees) {
        if (cells[c]) cells[c] = expressions_.Print(*cells[c], batch->scratch);
      }
      row(cells);
    }
  }
}

}  // namespace pggit
