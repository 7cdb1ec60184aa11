#include "extension/boundary.h"

#include <csetjmp>
#include <new>
#include <string>
#include <utility>

extern "C" {
#include "utils/memutils.h"
}

namespace pggit {
namespace {

int live_server_errors = 0;

/// The server's stacks as they were; put back however the frame is left.
class StackScope {
 public:
  StackScope() = default;
  StackScope(const StackScope&) = delete;
  StackScope& operator=(const StackScope&) = delete;
  ~StackScope() { Restore(); }

  void Restore() const {
    PG_exception_stack = exception_stack_;
    error_context_stack = context_stack_;
  }

 private:
  sigjmp_buf* const exception_stack_ = PG_exception_stack;
  ErrorContextCallback* const context_stack_ = error_context_stack;
};

/// Runs `call`; false when it ended in a server error, which is then on top of the error stack.
///
/// `scope` is older than the landing place and untouched after it, so longjmp skips no destructor.
bool Guarded(void (*call)(void*), void* argument) {
  const StackScope scope;
  const MemoryContext context = CurrentMemoryContext;
  sigjmp_buf landing;
  if (sigsetjmp(landing, 0) == 0) {
    PG_exception_stack = &landing;
    call(argument);
    return true;
  }
  scope.Restore();
  MemoryContextSwitchTo(context);
  return false;
}

template <typename Call>
bool GuardedCall(Call call) {
  return Guarded([](void* closure) { (*static_cast<Call*>(closure))(); }, &call);
}

/// Takes the error off the server's stack and into a context of its own.
///
/// Throws std::bad_alloc when even that does not fit.
ErrorData* TakeError() {
  MemoryContext context = nullptr;
  ErrorData* data = nullptr;
  const bool copied = GuardedCall([&] {
    context = AllocSetContextCreate(TopMemoryContext, "pggit error", ALLOCSET_SMALL_SIZES);
    const MemoryContext caller = MemoryContextSwitchTo(context);
    data = CopyErrorData();
    MemoryContextSwitchTo(caller);
  });
  FlushErrorState();
  if (copied) return data;
  if (context != nullptr) MemoryContextDelete(context);
  throw std::bad_alloc();
}

int PackSqlState(std::string_view state) {
  return MAKE_SQLSTATE(state[0], state[1], state[2], state[3], state[4]);
}

constexpr internal::Report kOutOfMemory{.server = nullptr,
                                        .sqlstate = ERRCODE_OUT_OF_MEMORY,
                                        .message = "out of memory",
                                        .detail = nullptr,
                                        .hint = nullptr};

/// Copies a report's texts to where the server frees them once it has dealt with the error.
internal::Report Compose(int sqlstate, const char* message, const char* detail,
                         const char* hint) noexcept {
  internal::Report report;
  report.sqlstate = sqlstate;
  const bool copied = GuardedCall([&] {
    const MemoryContext context =
        AllocSetContextCreate(ErrorContext, "pggit report", ALLOCSET_SMALL_SIZES);
    report.message = MemoryContextStrdup(context, message);
    if (*detail != '\0') report.detail = MemoryContextStrdup(context, detail);
    if (*hint != '\0') report.hint = MemoryContextStrdup(context, hint);
  });
  if (copied) return report;
  FlushErrorState();
  return kOutOfMemory;
}

}  // namespace

ServerError::ServerError(ErrorData* data) noexcept : data_(data) {
  ++live_server_errors;
}

ServerError::ServerError(ServerError&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)) {
  ++live_server_errors;
}

ServerError::~ServerError() {
  --live_server_errors;
  if (data_ != nullptr) MemoryContextDelete(GetMemoryChunkContext(data_));
}

const char* ServerError::what() const noexcept {
  return data_ != nullptr && data_->message != nullptr ? data_->message : "server error";
}

ErrorData* ServerError::Release() noexcept {
  return std::exchange(data_, nullptr);
}

int ServerError::Live() noexcept {
  return live_server_errors;
}

namespace internal {

void CallServer(void (*call)(void*), void* argument) {
  if (!Guarded(call, argument)) throw ServerError(TakeError());
}

Report CurrentReport() noexcept {
  try {
    throw;
  } catch (ServerError& error) {
    Report report;
    report.server = error.Release();
    return report;
  } catch (const Error& error) {
    return Compose(PackSqlState(SqlState(error.code())), error.what(), error.detail().c_str(),
                   error.hint().c_str());
  } catch (const std::bad_alloc&) {
    return kOutOfMemory;
  } catch (const std::exception& error) {
    return Compose(ERRCODE_INTERNAL_ERROR, error.what(), "", "");
  } catch (...) {
    return Compose(ERRCODE_INTERNAL_ERROR, "unknown exception in pggit", "", "");
  }
}

void Raise(const Report& report) {
  if (report.server != nullptr) {
    // ErrorContext is emptied, children included, when the error has been dealt with.
    MemoryContextSetParent(GetMemoryChunkContext(report.server), ErrorContext);
    ReThrowError(report.server);
  }
  ereport(ERROR, (errcode(report.sqlstate), errmsg_internal("%s", report.message),
                  report.detail != nullptr ? errdetail_internal("%s", report.detail) : 0,
                  report.hint != nullptr ? errhint("%s", report.hint) : 0));
  pg_unreachable();
}

}  // namespace internal
}  // namespace pggit
