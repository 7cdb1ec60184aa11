#include "extension/spi_row_source.h"

#include <optional>
#include <string>
#include <vector>

extern "C" {
#include "access/xact.h"
#include "executor/spi.h"
#include "utils/guc.h"
#include "utils/memutils.h"
#include "utils/resowner.h"
#include "utils/snapmgr.h"
}

namespace pggit {
namespace {

constexpr long kBatchRows = 1000;

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

/// The rows of one batch as C strings, which live until the next batch is fetched.
struct Batch {
  std::size_t rows;
  std::size_t columns;
  char** cells;
};

Batch Fetch(Portal portal, MemoryContext batch_context) {
  return Server([=] {
    MemoryContextReset(batch_context);
    SPI_cursor_fetch(portal, true, kBatchRows);
    SPITupleTable* const table = SPI_tuptable;
    Batch batch{};
    batch.rows = static_cast<std::size_t>(SPI_processed);
    batch.columns = static_cast<std::size_t>(table->tupdesc->natts);
    const MemoryContext caller = MemoryContextSwitchTo(batch_context);
    batch.cells = static_cast<char**>(palloc(sizeof(char*) * (batch.rows * batch.columns + 1)));
    for (std::size_t i = 0; i < batch.rows * batch.columns; ++i) {
      batch.cells[i] = SPI_getvalue(table->vals[i / batch.columns], table->tupdesc,
                                    static_cast<int>(i % batch.columns) + 1);
    }
    MemoryContextSwitchTo(caller);
    SPI_freetuptable(table);
    CHECK_FOR_INTERRUPTS();
    return batch;
  });
}

}  // namespace

int SpiRowSource::server_version() const {
  return kServerVersionNumber;
}

void SpiRowSource::WithSnapshot(const std::function<void()>& read) {
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
  struct Cursor {
    Portal portal;
    MemoryContext batch_context;
  };
  const Cursor cursor = Server([=] {
    Cursor opened{};
    const SPIPlanPtr plan = SPI_prepare(sql, 0, nullptr);
    if (plan == nullptr) elog(ERROR, "cannot prepare: %s", SPI_result_code_string(SPI_result));
    opened.portal = SPI_cursor_open(nullptr, plan, nullptr, nullptr, /*read_only=*/true);
    opened.batch_context =
        AllocSetContextCreate(CurrentMemoryContext, "pggit catalog rows", ALLOCSET_DEFAULT_SIZES);
    return opened;
  });
  while (true) {
    const Batch batch = Fetch(cursor.portal, cursor.batch_context);
    if (batch.rows == 0) break;
    std::vector<std::optional<std::string_view>> cells(batch.columns);
    for (std::size_t r = 0; r < batch.rows; ++r) {
      for (std::size_t c = 0; c < batch.columns; ++c) {
        const char* const cell = batch.cells[r * batch.columns + c];
        cells[c].reset();
        if (cell != nullptr) cells[c].emplace(cell);
      }
      row(cells);
    }
  }
  Server([=] {
    SPI_cursor_close(cursor.portal);
    MemoryContextDelete(cursor.batch_context);
  });
}

}  // namespace pggit
