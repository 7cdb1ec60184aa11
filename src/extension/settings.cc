#include "extension/settings.h"

#include "extension/boundary.h"

extern "C" {
#include "utils/guc.h"
}

namespace pggit {
namespace {

char* author_name = nullptr;
char* author_email = nullptr;
int auto_commit = 0;

constexpr config_enum_entry kAutoCommits[] = {
    {"off", 0, false}, {"transaction", 1, false}, {nullptr, 0, false}};

}  // namespace

void DefineSettings() {
  Server([] {
    // A copy of the library under another name may have been here: the server takes each name once.
    void** const defined = find_rendezvous_variable("pggit settings");
    if (*defined != nullptr) return;
    *defined = &author_name;
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
  });
}

bool AutoCommitsTransactions() {
  return auto_commit != 0;
}

}  // namespace pggit
