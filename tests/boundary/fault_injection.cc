// What tests/boundary adds to the extension's sources: faults at a chosen server call, and a look
// at the C++ heap. Built into the module pggit_faulty, which is never installed.

#include <malloc.h>

#include <new>
#include <stdexcept>

#include "extension/spi.h"

extern "C" {
#include "executor/spi.h"
}

namespace {

enum class Fault {
  kNone,
  kServer,
  kServerInternal,
  kBadAlloc,
  kStandard,
  kForeign,
  kInternal,
  kError
};

Fault armed = Fault::kNone;
int64 fatal_call = 0;
int64 calls = 0;

Fault FaultNamed(const std::string& name) {
  if (name == "none") return Fault::kNone;
  if (name == "server") return Fault::kServer;
  if (name == "server_internal") return Fault::kServerInternal;
  if (name == "bad_alloc") return Fault::kBadAlloc;
  if (name == "standard") return Fault::kStandard;
  if (name == "foreign") return Fault::kForeign;
  if (name == "internal") return Fault::kInternal;
  if (name == "error") return Fault::kError;
  throw pggit::Error(pggit::ErrorCode::kInvalidArgument, "fault \"" + name + "\" does not exist");
}

/// A server error with every field a client can see.
void RaiseServerError(bool internal_position) {
  ereport(ERROR, (errcode(MAKE_SQLSTATE('V', 'C', 'X', '0', '1')), errmsg("injected fault"),
                  errdetail("detail of the fault"), errhint("hint of the fault"),
                  errcontext("context of the fault"),
                  internal_position ? internalerrposition(3) : errposition(8),
                  internal_position ? internalerrquery("query of the fault") : 0,
                  err_generic_string(PG_DIAG_SCHEMA_NAME, "a schema"),
                  err_generic_string(PG_DIAG_TABLE_NAME, "a table"),
                  err_generic_string(PG_DIAG_COLUMN_NAME, "a column"),
                  err_generic_string(PG_DIAG_DATATYPE_NAME, "a type"),
                  err_generic_string(PG_DIAG_CONSTRAINT_NAME, "a constraint")));
}

void Strike(Fault fault) {
  switch (fault) {
    case Fault::kNone: return;
    case Fault::kServer: RaiseServerError(false); return;
    case Fault::kServerInternal: RaiseServerError(true); return;
    case Fault::kBadAlloc: throw std::bad_alloc();
    case Fault::kStandard: throw std::out_of_range("injected standard exception");
    case Fault::kForeign: throw 42;
    case Fault::kInternal: throw pggit::InternalError("injected broken invariant");
    case Fault::kError:
      throw pggit::Error(pggit::ErrorCode::kConflict, "injected error", "detail of the error",
                         "hint of the error");
  }
}

/// Leaves the server's pool of ended contexts of these sizes full, so that it is the same every
/// time.
void FillContextPool(Size least, Size first, Size most) {
  pggit::Server([=] {
    constexpr int kPool = 100;
    MemoryContext contexts[kPool];
    for (MemoryContext& context : contexts) {
      context =
          AllocSetContextCreateInternal(CurrentMemoryContext, "fault pool", least, first, most);
    }
    for (MemoryContext context : contexts) MemoryContextDelete(context);
  });
}

}  // namespace

void pggit::internal::InjectFault() {
  if (++calls != fatal_call) return;
  const Fault fault = armed;
  armed = Fault::kNone;
  Strike(fault);
}

// fault.arm(kind text, nth bigint): the nth server call from here on fails.
PGGIT_FUNCTION(fault_arm) {
  armed = FaultNamed(pggit::TextArg(fcinfo, 0));
  fatal_call = PG_GETARG_INT64(1);
  calls = 0;
  return pggit::VoidDatum();
}

// fault.calls(): server calls since fault.arm().
PGGIT_FUNCTION(fault_calls) {
  return Int64GetDatum(calls);
}

// fault.heap(): bytes of the process's heap in use that no memory context holds. What the server
// keeps in contexts is counted by contexts: its caches grow when they please, and a context that
// ends is kept for the next one until there are a hundred.
PGGIT_FUNCTION(fault_heap) {
  FillContextPool(ALLOCSET_DEFAULT_SIZES);
  FillContextPool(ALLOCSET_SMALL_SIZES);
  const struct mallinfo2 heap = mallinfo2();
  const Size in_contexts = MemoryContextMemAllocated(TopMemoryContext, true);
  return Int64GetDatum(static_cast<int64>(heap.uordblks + heap.hblkhd) -
                       static_cast<int64>(in_contexts));
}

// fault.leak(): loses one C++ object; shows that the heap check can fail.
PGGIT_FUNCTION(fault_leak) {
  static std::string* lost = nullptr;
  lost = new std::string(100, lost == nullptr ? 'x' : lost->front());
  return pggit::VoidDatum();
}

// fault.leak_context(): loses one memory context; shows that the context check can fail.
PGGIT_FUNCTION(fault_leak_context) {
  pggit::Server([] { MemoryContextAlloc(TopMemoryContext, 100); });
  return pggit::VoidDatum();
}

// fault.run(sql text): C++ calls the server, which may call us again.
PGGIT_FUNCTION(fault_run) {
  const std::string sql = pggit::TextArg(fcinfo, 0);
  const pggit::Spi spi;
  pggit::Server([&] { SPI_execute(sql.c_str(), false, 0); });
  return pggit::VoidDatum();
}

// fault.spin(): runs until it is cancelled.
PGGIT_FUNCTION(fault_spin) {
  for (;;) pggit::PollInterrupts();
}

// fault.replace(sql text): throws an error of its own when the server's comes.
PGGIT_FUNCTION(fault_replace) {
  const std::string sql = pggit::TextArg(fcinfo, 0);
  const pggit::Spi spi;
  try {
    pggit::Server([&] { SPI_execute(sql.c_str(), false, 0); });
  } catch (const pggit::ServerError& error) {
    throw pggit::Error(pggit::ErrorCode::kConflict, std::string("instead of: ") + error.what());
  }
  return pggit::VoidDatum();
}

// fault.survive(times bigint): catches that many errors that leave the server's state alone, and
// answers whether the server's stacks and memory context were put back each time.
PGGIT_FUNCTION(fault_survive) {
  const MemoryContext context = CurrentMemoryContext;
  const sigjmp_buf* const exception_stack = PG_exception_stack;
  const ErrorContextCallback* const context_stack = error_context_stack;
  bool intact = true;
  for (int64 i = 0; i < PG_GETARG_INT64(0); ++i) {
    try {
      pggit::Server([] {
        ErrorContextCallback callback{error_context_stack, [](void*) {}, nullptr};
        error_context_stack = &callback;
        MemoryContextSwitchTo(TopMemoryContext);
        RaiseServerError(true);
      });
    } catch (const pggit::ServerError& error) {
      intact = intact && pggit::ServerError::Live() == 1 &&
               error.data().sqlerrcode == MAKE_SQLSTATE('V', 'C', 'X', '0', '1');
    }
    intact = intact && CurrentMemoryContext == context && PG_exception_stack == exception_stack &&
             error_context_stack == context_stack && pggit::ServerError::Live() == 0;
  }
  return BoolGetDatum(intact);
}
