#pragma once

#include <exception>
#include <type_traits>

#include "core/base/error.h"
#include "extension/compat.h"

namespace pggit {

/// A server ERROR on its way through C++ frames.
///
/// Owns the whole ErrorData in a memory context of its own under TopMemoryContext, so that no
/// reset or subtransaction abort on the way takes it. It moves and is not copied. Unless an
/// internal subtransaction was opened around the call, whoever catches it throws it on: the
/// server's state is only put right by an abort.
class ServerError : public std::exception {
 public:
  explicit ServerError(ErrorData* data) noexcept;
  ServerError(ServerError&& other) noexcept;
  ServerError& operator=(ServerError&&) = delete;
  ~ServerError() override;

  const char* what() const noexcept override;
  const ErrorData& data() const { return *data_; }

  /// Gives the error away. The caller answers for its memory context.
  ErrorData* Release() noexcept;

  /// How many are on their way in this backend.
  static int Live() noexcept;

 private:
  ErrorData* data_;
};

namespace internal {

/// Runs `call(argument)` with a landing place for the server's longjmp; throws ServerError.
void CallServer(void (*call)(void*), void* argument);

#ifdef PGGIT_FAULT_INJECTION
/// Counts server calls and fails at the one that tests/boundary asked for.
void InjectFault();
#else
inline void InjectFault() {}
#endif

/// What is left of an exception once its handler is over; nothing in it has a destructor.
struct Report {
  ErrorData* server = nullptr;  ///< A server error to throw on; the rest is unused then.
  int sqlstate = 0;
  const char* message = nullptr;
  const char* detail = nullptr;
  const char* hint = nullptr;
};

/// Describes the exception being handled. Never throws: without memory it says just that.
Report CurrentReport() noexcept;

/// Hands the report to the server. Every C++ object between here and the server's handler must be
/// gone by now.
[[noreturn]] void Raise(const Report& report);

}  // namespace internal

/// A result that may cross the boundary: plain data, or nothing.
template <typename T>
concept PlainResult = std::is_void_v<T> ||
    (std::is_trivially_destructible_v<T>&& std::is_trivially_copyable_v<T>&&
         std::is_default_constructible_v<T>);

/// A call of the server: a closure that owns nothing and returns plain data.
template <typename Call>
concept ServerCall =
    std::is_trivially_destructible_v<Call> && PlainResult<std::invoke_result_t<Call&>>;

/// Runs `call` so that a server ERROR inside it becomes a ServerError here.
///
/// Inside the closure nothing may have a destructor: longjmp would skip it. On an error the memory
/// context, the exception stack and the error context stack are those from before the call.
template <ServerCall Call>
std::invoke_result_t<Call&> Server(Call call) {
  using Result = std::invoke_result_t<Call&>;
  if constexpr (std::is_void_v<Result>) {
    internal::CallServer(
        [](void* closure) {
          internal::InjectFault();
          (*static_cast<Call*>(closure))();
        },
        &call);
  } else {
    struct Frame {
      Call* call;
      Result result;
    } frame{&call, Result{}};
    internal::CallServer(
        [](void* pointer) {
          auto* const inner = static_cast<Frame*>(pointer);
          internal::InjectFault();
          inner->result = (*inner->call)();
        },
        &frame);
    return frame.result;
  }
}

/// Runs `body` at an entry from the server: whatever it throws becomes one server ERROR, raised
/// when the handler is over and every C++ object of `body` is destroyed.
template <ServerCall Body>
std::invoke_result_t<Body&> Enter(Body body) {
  internal::Report report;
  try {
    return body();
  } catch (...) {
    report = internal::CurrentReport();
  }
  internal::Raise(report);
}

/// Lets a cancel or a shutdown through; call it in loops that may take long.
inline void PollInterrupts() {
  if (InterruptPending) Server([] { CHECK_FOR_INTERRUPTS(); });
}

}  // namespace pggit

/// Defines an SQL-callable function: `PGGIT_FUNCTION(pggit_version) { ...; return datum; }`.
///
/// The body sees `fcinfo`, may throw anything, and reaches the server through Server() alone.
#define PGGIT_FUNCTION(name)                                        \
  extern "C" PGGIT_EXPORT const Pg_finfo_record* pg_finfo_##name(); \
  extern "C" PGGIT_EXPORT Datum name(FunctionCallInfo fcinfo);      \
  static Datum name##_body(FunctionCallInfo fcinfo);                \
  extern "C" {                                                      \
  PG_FUNCTION_INFO_V1(name);                                        \
  }                                                                 \
  Datum name(FunctionCallInfo fcinfo) {                             \
    return pggit::Enter([fcinfo] { return name##_body(fcinfo); });  \
  }                                                                 \
  static Datum name##_body([[maybe_unused]] FunctionCallInfo fcinfo)
