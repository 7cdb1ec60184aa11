#include "extension/routing/route.h"

#include <algorithm>
#include <cstring>
#include <set>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "extension/boundary.h"
#include "extension/routing/hooks.h"
#include "extension/routing/name_caches.h"
#include "extension/routing/search_path.h"

extern "C" {
#include "access/parallel.h"
#include "access/xact.h"
#include "catalog/dependency.h"
#include "catalog/pg_class_d.h"
#include "catalog/pg_namespace_d.h"
#include "catalog/pg_type_d.h"
#include "utils/guc.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/syscache.h"
}

namespace pggit {
namespace {

constexpr char kMainName[] = "main";

enum Routing { kOverlay, kStrict };
constexpr config_enum_entry kRoutings[] = {
    {"overlay", kOverlay, false}, {"strict", kStrict, false}, {nullptr, 0, false}};

char* current_branch = nullptr;
int routing = kOverlay;

const config_string* application = nullptr;  // the setting application_name
bool is_on_branch = false;  // the setting names a branch, and sessions of this sort follow it
int times_off = 0;          // RoutingOff scopes that are open
bool is_reading = false;    // the map is being read: names are the catalog's

// Which part of the search path the server puts together just now.
enum class Half { kNone, kBranch, kMain };
Half half = Half::kNone;

WorkspaceMap map;
bool map_is_valid = false;
bool map_changed = false;

constexpr std::size_t kMostMembers = 10000;

// What nothing is called.
constexpr char kNothing[] = "pggit: none";

class Flag {
 public:
  explicit Flag(bool& flag) noexcept : flag_(flag) { flag_ = true; }
  Flag(const Flag&) = delete;
  Flag& operator=(const Flag&) = delete;
  ~Flag() { flag_ = false; }

 private:
  bool& flag_;
};

bool IsMain(const char* branch) {
  return branch == nullptr || *branch == '\0' || std::strcmp(branch, kMainName) == 0;
}

// Clients, and the workers that help them. What the server runs for itself is not led anywhere.
bool IsRoutedProcess() {
  return MyBackendType == B_BACKEND || IsParallelWorker();
}

// pg_dump in a session whose default is a branch would write main's tables with the branch's rows.
// What a connection begins with is what its setting goes back to.
bool IsDump() {
  if (application == nullptr || application->reset_val == nullptr) return false;
  const std::string_view name = application->reset_val;
  return name == "pg_dump" || name == "pg_dumpall";
}

// A foreign key of main's is checked by statements that name its tables.
bool IsOff() {
  return times_off > 0 || InNoForceRLSOperation();
}

void OnMapChanged() {
  map_is_valid = false;
  map_changed = true;
}

// Has all that was looked up by name looked up again: the search path, plans, what plans are made
// of.
void ForgetLookups() {
  CallSyscacheCallbacks(NAMESPACEOID, 0);
}

[[noreturn]] void RefuseBranch(const WorkspaceMap& workspace) {
  const std::string quoted = '"' + workspace.branch + '"';
  if (workspace.state == WorkspaceMap::State::kNoBranch) {
    throw Error(ErrorCode::kUnknownRevision, "branch " + quoted + " does not exist", {},
                "Go back with RESET pggit.current_branch.");
  }
  throw Error(ErrorCode::kNotSupported, "branch " + quoted + " has no workspace", {},
              "Make it with SELECT pggit.switch_branch(" + QuoteLiteral(workspace.branch) + ").");
}

void FollowPath() {
  SearchFor(is_on_branch ? current_branch : nullptr);
}

// For use within Server().
bool IsOfExtension(bool is_relation, Oid object) {
  if (is_relation) return OidIsValid(getExtensionOfObject(RelationRelationId, object));
  // The types of arrays and rows go with what they are made of.
  const Oid element = get_element_type(object);
  const Oid type = OidIsValid(element) ? element : object;
  if (OidIsValid(getExtensionOfObject(TypeRelationId, type))) return true;
  const Oid row = get_typ_typrelid(type);
  return OidIsValid(row) && IsOfExtension(true, row);
}

const char* Lead(const char* name) {
  if (!IsTransactionState() || IsDump()) return nullptr;
  const std::string_view text(name);
  if (text.starts_with(kBranchHalf)) {
    half = Half::kBranch;
  } else if (text == kMainHalf) {
    half = Half::kMain;
  } else if (text == kPathEnd) {
    half = Half::kNone;
  }
  if (IsServersOrOurs(text)) return nullptr;
  if (half == Half::kNone && (IsOff() || RoutingIsStrict())) return nullptr;
  const WorkspaceMap& workspace = CurrentMap();
  if (workspace.state != WorkspaceMap::State::kReady) {
    // The search path of a branch that is to be made has nothing of main's.
    if (half == Half::kNone || workspace.state == WorkspaceMap::State::kNoBranch) {
      RefuseBranch(workspace);
    }
    return kNothing;
  }
  const BranchSchema* const schema = workspace.Find(text);
  if (schema == nullptr || (half == Half::kMain && schema->has_extensions)) return nullptr;
  return half == Half::kMain || schema->physical.empty() ? kNothing : schema->physical.c_str();
}

Oid Find(Named what, const char* name, Oid schema) {
  return Server([=] {
    return what == Named::kRelation
               ? get_relname_relid(name, schema)
               : GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum(name),
                                 ObjectIdGetDatum(schema));
  });
}

// Whether an extension put something of that name into one of main's schemas.
bool IsMember(Named what, const char* name, Oid schema) {
  static std::set<Oid> members;
  const Flag reading(is_reading);
  const Oid object = Find(what, name, schema);
  if (!OidIsValid(object)) return false;
  if (members.contains(object)) return true;
  if (!Server([=] { return IsOfExtension(what == Named::kRelation, object); })) return false;
  if (members.size() == kMostMembers) members.clear();
  members.insert(object);
  return true;
}

// An extension's objects are everybody's: they are found in the branch's schema when they are in
// main's, where nothing else is to be found.
LookedUp LeadToMembers(Named what, LookedUp asked) {
  if (asked.name == kNothing) return {};
  const WorkspaceMap& workspace = CurrentMap();
  if (workspace.IsOfMain(asked.schema)) {
    return IsMember(what, asked.name, asked.schema) ? LookedUp{} : LookedUp{kNothing, asked.schema};
  }
  const BranchSchema* const schema = workspace.FindOwn(asked.schema);
  if (schema == nullptr || !schema->has_extensions) return {};
  {
    const Flag reading(is_reading);
    if (OidIsValid(Find(what, asked.name, asked.schema))) return {};
  }
  return IsMember(what, asked.name, schema->of_main) ? LookedUp{asked.name, schema->of_main}
                                                     : LookedUp{};
}

LookedUp AliasOf(Named what, LookedUp asked) {
  if (!is_on_branch || is_reading) return {};
  if (what == Named::kSchema) {
    return Enter([asked] { return LookedUp{Lead(asked.name), InvalidOid}; });
  }
  if (asked.schema == PG_CATALOG_NAMESPACE || !IsRouted()) return {};
  return Enter([=] { return LeadToMembers(what, asked); });
}

void OnAbort() {
  half = Half::kNone;
}

void OnTransaction(XactEvent event, void* /*unused*/) {
  if (event == XACT_EVENT_ABORT || event == XACT_EVENT_PARALLEL_ABORT) OnAbort();
}

void OnSubtransaction(SubXactEvent event, SubTransactionId /*level*/, SubTransactionId /*parent*/,
                      void* /*unused*/) {
  if (event == SUBXACT_EVENT_ABORT_SUB) OnAbort();
}

// What a session needs that leaves main, once. What takes a transaction waits for one if need be;
// until then all names with a schema are refused.
void Prepare() {
  static bool is_prepared = false;
  if (!is_prepared) {
    application =
        reinterpret_cast<config_string*>(Server([] { return FindSetting("application_name"); }));
    InstallRoutingHooks();
    WatchWorkspaces(OnMapChanged);
    Server([] {
      RegisterXactCallback(OnTransaction, nullptr);
      RegisterSubXactCallback(OnSubtransaction, nullptr);
    });
    is_prepared = true;
  }
  if (LookupsAreLed()) return;
  // A setting of the connection arrives between transactions.
  const bool is_idle = !IsTransactionState() && !IsTransactionOrTransactionBlock();
  if (!IsTransactionState() && !is_idle) return;
  const MemoryContext context = CurrentMemoryContext;
  if (is_idle) Server([] { StartTransactionCommand(); });
  if (LeadLookups(AliasOf)) (void)TakeSearchPath();
  if (is_idle) {
    Server([] { CommitTransactionCommand(); });
    MemoryContextSwitchTo(context);
  }
}

bool CheckBranch(char** value, void** /*extra*/, GucSource /*source*/) {
  const char* const branch = *value;
  if (IsMain(branch) || !IsRoutedProcess() || !OidIsValid(MyDatabaseId)) return true;
  Enter([] { Prepare(); });
  return true;
}

void AssignBranch(const char* value, void* /*extra*/) {
  if (IsMain(value) && !is_on_branch) return;
  is_on_branch = !IsMain(value) && IsRoutedProcess();
  half = Half::kNone;
  OnMapChanged();
  SearchFor(is_on_branch ? value : nullptr);
  ForgetLookups();
}

void AssignRouting(int /*value*/, void* /*extra*/) {
  if (is_on_branch) ForgetLookups();
}

}  // namespace

void DefineRouting() {
  Server([] {
    DefineCustomStringVariable("pggit.current_branch", "The branch that this session is on.",
                               "Names of tables, functions and all else mean that branch's.",
                               &current_branch, kMainName, PGC_USERSET, GUC_REPORT, CheckBranch,
                               AssignBranch, nullptr);
    DefineCustomEnumVariable(
        "pggit.routing", "How names with a schema are led to the branch.",
        "overlay: they mean the branch's objects. strict: they are refused where main has such a "
        "schema.",
        &routing, kOverlay, kRoutings, PGC_USERSET, 0, nullptr, AssignRouting, nullptr);
  });
}

bool IsRouted() noexcept {
  // A transaction that has failed still sees what it had made: nothing may be looked up in it.
  return is_on_branch && !is_reading && IsTransactionState() && !IsOff() && !IsDump();
}

bool RoutingIsStrict() noexcept {
  return routing == kStrict || !LookupsAreLed();
}

const char* CurrentBranchName() noexcept {
  return IsMain(current_branch) ? kMainName : current_branch;
}

const WorkspaceMap& CurrentMap() {
  constexpr int kTries = 100;
  for (int tries = 0; !map_is_valid; ++tries) {
    if (tries == kTries) {
      throw Error(ErrorCode::kSerializationFailure,
                  "schemas of branch \"" + std::string(current_branch) + "\" keep changing", {},
                  "Try again.");
    }
    map_changed = false;
    const Flag reading(is_reading);
    map = ReadWorkspaceMap(current_branch);
    map_is_valid = !map_changed;
  }
  return map;
}

OnMain::OnMain() noexcept {
  SearchFor(nullptr);
  ForgetLookups();
}

OnMain::~OnMain() {
  FollowPath();
  ForgetLookups();
}

RoutingOff::RoutingOff() noexcept {
  ++times_off;
}

RoutingOff::~RoutingOff() {
  --times_off;
}

}  // namespace pggit
