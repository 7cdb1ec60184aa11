#include "extension/subtransaction.h"

#include <string>

extern "C" {
#include "access/xact.h"
}

namespace pggit {
namespace {

bool MustFail(int sqlstate) {
  return sqlstate == ERRCODE_QUERY_CANCELED || sqlstate == ERRCODE_T_R_SERIALIZATION_FAILURE ||
         ERRCODE_TO_CATEGORY(sqlstate) == ERRCODE_OPERATOR_INTERVENTION;
}

void Warn(const char* what, const std::string& why) {
  Server([&] {
    ereport(WARNING, (errmsg_internal("%s", what), errdetail_internal("%s", why.c_str()),
                      errhint("Run SELECT * FROM pggit.doctor().")));
  });
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

void Sheltered(const char* what, const std::function<void()>& work) {
  std::string why;
  try {
    Subtransaction subtransaction;
    work();
    subtransaction.Commit();
    return;
  } catch (const ServerError& error) {
    if (MustFail(error.data().sqlerrcode)) throw;
    why = error.what();
  } catch (const std::exception& error) {
    why = error.what();
  } catch (...) {
    why = "unknown exception";
  }
  Warn(what, why);
}

}  // namespace pggit
