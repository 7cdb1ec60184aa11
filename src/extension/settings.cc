#include "extension/settings.h"

#include "extension/boundary.h"
#include "extension/routing/route.h"

extern "C" {
#include "utils/guc.h"
}

namespace pggit {
namespace {

char* author_name = nullptr;
char* author_email = nullptr;
int auto_commit = 0;
char* gc_prune_expire = nullptr;
char* gc_reflog_expire = nullptr;
char* gc_reflog_expire_unreachable = nullptr;

constexpr config_enum_entry kAutoCommits[] = {
    {"off", 0, false}, {"transaction", 1, false}, {nullptr, 0, false}};

}  // namespace

void DefineSettings() {
  // A copy of the library under another name may have been here: the server takes each name once.
  const bool is_defined = Server([] {
    void** const defined = find_rendezvous_variable("pggit settings");
    const bool was_defined = *defined != nullptr;
    *defined = &author_name;
    return was_defined;
  });
  if (is_defined) return;
  DefineRouting();
  Server([] {
    DefineCustomStringVariable("pggit.author_name", "Name that commits are signed with.",
                               "Empty: the session user. What it claims is kept beside who the "
                               "session really is.",
                               &author_name, "", PGC_USERSET, 0, nullptr, nullptr, nullptr);
    DefineCustomStringVariable("pggit.author_email", "E-mail address that commits are signed with.",
                               nullptr, &author_email, "", PGC_USERSET, 0, nullptr, nullptr,
                               nullptr);
    DefineCustomEnumVariable(
        "pggit.auto_commit", "Whether transactions that run DDL are committed by themselves.",
        "off: by pggit.commit() alone. transaction: each, when it commits.", &auto_commit, 0,
        kAutoCommits, PGC_USERSET, 0, nullptr, nullptr, nullptr);
    DefineCustomStringVariable("pggit.gc_prune_expire",
                               "How long objects stay that nothing names any more.",
                               "An interval, now or never.", &gc_prune_expire, "14 days",
                               PGC_USERSET, 0, nullptr, nullptr, nullptr);
    DefineCustomStringVariable("pggit.gc_reflog_expire", "How long the reflog's entries stay.",
                               "An interval, now or never.", &gc_reflog_expire, "90 days",
                               PGC_USERSET, 0, nullptr, nullptr, nullptr);
    DefineCustomStringVariable(
        "pggit.gc_reflog_expire_unreachable",
        "How long entries of the reflog stay whose commits their ref does not have.",
        "An interval, now or never.", &gc_reflog_expire_unreachable, "30 days", PGC_USERSET, 0,
        nullptr, nullptr, nullptr);
  });
}

bool AutoCommitsTransactions() {
  return auto_commit != 0;
}

}  // namespace pggit
