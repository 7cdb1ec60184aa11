#include "extension/routing/hooks.h"

#include "extension/boundary.h"
#include "extension/routing/branch_schemas.h"
#include "extension/routing/guard.h"
#include "extension/routing/route.h"
#include "extension/routing/utility.h"

extern "C" {
#include "executor/executor.h"
#include "parser/analyze.h"
#include "tcop/utility.h"
}

namespace pggit {
namespace {

post_parse_analyze_hook_type next_analyze = nullptr;
ExecutorCheckPerms_hook_type next_permissions = nullptr;
object_access_hook_type next_access = nullptr;
ProcessUtility_hook_type next_utility = nullptr;

void OnAnalyzed(ParseState* state, Query* query, JumbleState* jumble) {
  if (next_analyze != nullptr) next_analyze(state, query, jumble);
  if (!IsRouted()) return;
  Enter([query] { GuardQuery(query); });
}

bool OnPermissions(PGGIT_CHECKED_TABLES) {
  if (next_permissions != nullptr && !next_permissions(PGGIT_CHECKED_TABLES_PASSED)) return false;
  if (IsRouted()) Enter([tables] { GuardTables(tables); });
  return true;
}

void OnAccess(ObjectAccessType access, Oid catalog, Oid object, int part, void* arguments) {
  if (next_access != nullptr) next_access(access, catalog, object, part, arguments);
  if (access == OAT_FUNCTION_EXECUTE || !IsRouted()) return;
  if (access != OAT_NAMESPACE_SEARCH) {
    Enter([=] { GuardObject(access, catalog, object); });
  } else if (static_cast<const ObjectAccessNamespaceSearch*>(arguments)->ereport_on_violation) {
    Enter([=] { GuardNamedSchema(object); });
  }
}

void RunNext(PlannedStmt* statement, const char* text, bool is_read_only,
             ProcessUtilityContext context, ParamListInfo parameters, QueryEnvironment* environment,
             DestReceiver* destination, QueryCompletion* completion) {
  const auto next = next_utility != nullptr ? next_utility : standard_ProcessUtility;
  next(statement, text, is_read_only, context, parameters, environment, destination, completion);
}

void OnUtility(PlannedStmt* statement, const char* text, bool is_read_only,
               ProcessUtilityContext context, ParamListInfo parameters,
               QueryEnvironment* environment, DestReceiver* destination,
               QueryCompletion* completion) {
  const auto route = IsRouted()
                         ? Enter([statement] { return GuardUtility(statement->utilityStmt); })
                         : UtilityRoute::kBranch;
  const auto run = [&](PlannedStmt* what) {
    RunNext(what, text, is_read_only, context, parameters, environment, destination, completion);
  };
  switch (route) {
    case UtilityRoute::kBranch: return run(statement);
    case UtilityRoute::kMain:
      return Enter([&] {
        const OnMain main;
        Server([&] { run(statement); });
      });
    case UtilityRoute::kCreateSchema:
      return run(Enter([statement] { return CreateBranchSchema(statement); }));
    case UtilityRoute::kDropSchema:
      run(statement);
      return Enter([statement] {
        ForgetDroppedSchemas(reinterpret_cast<const DropStmt*>(statement->utilityStmt));
      });
  }
}

}  // namespace

void InstallRoutingHooks() {
  next_analyze = post_parse_analyze_hook;
  post_parse_analyze_hook = OnAnalyzed;
  next_permissions = ExecutorCheckPerms_hook;
  ExecutorCheckPerms_hook = OnPermissions;
  next_access = object_access_hook;
  object_access_hook = OnAccess;
  next_utility = ProcessUtility_hook;
  ProcessUtility_hook = OnUtility;
}

}  // namespace pggit
