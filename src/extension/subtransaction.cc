#include "extension/subtransaction.h"

extern "C" {
#include "access/xact.h"
}

namespace pggit {
namespace {

bool IsInterrupt(int sqlstate) {
  return sqlstate == ERRCODE_QUERY_CANCELED ||
         ERRCODE_TO_CATEGORY(sqlstate) == ERRCODE_OPERATOR_INTERVENTION;
}

}  // namespace

Subtransaction::Subtransaction() {
  Server([] { BeginInternalSubTransaction(nullptr); });
  open_ = true;
  MemoryContextSwitchTo(context_);
}

Subtransaction::~Subtransaction() {
  if (!open_) return;
  // An abort that fails itself ends in a FATAL or PANIC of the server.
  RollbackAndReleaseCurrentSubTransaction();
  Return();
}

void Subtransaction::Commit() {
  Server([] { ReleaseCurrentSubTransaction(); });
  open_ = false;
  Return();
}

void Subtransaction::Return() const noexcept {
  MemoryContextSwitchTo(context_);
  CurrentResourceOwner = owner_;
}

std::optional<Failure> Attempt(const std::function<void()>& work) {
  try {
    Subtransaction subtransaction;
    work();
    subtransaction.Commit();
    return std::nullopt;
  } catch (const ServerError& error) {
    if (IsInterrupt(error.data().sqlerrcode)) throw;
    return Failure{error.data().sqlerrcode, error.what()};
  } catch (const std::exception& error) {
    return Failure{ERRCODE_INTERNAL_ERROR, error.what()};
  } catch (...) {
    return Failure{ERRCODE_INTERNAL_ERROR, "unknown exception"};
  }
}

void Warn(const char* what, const std::string& why) {
  const char* const detail = why.c_str();
  Server(
      [=] { ereport(WARNING, (errmsg_internal("%s", what), errdetail_internal("%s", detail))); });
}

void Sheltered(const char* what, const std::function<void()>& work) {
  const std::optional<Failure> failure = Attempt(work);
  if (failure) Warn(what, failure->message);
}

}  // namespace pggit
