#include "extension/routing/utility.h"

#include <string>

#include "core/base/error.h"
#include "extension/boundary.h"
#include "extension/routing/branch_schemas.h"
#include "extension/routing/guard.h"
#include "extension/routing/route.h"

extern "C" {
#include "catalog/namespace.h"
#include "nodes/parsenodes.h"
}

namespace pggit {
namespace {

template <typename T>
const T* As(const Node* node) {
  return reinterpret_cast<const T*>(node);
}

// What a database has once, however many branches it has; null for all else.
const char* OfTheDatabase(::ObjectType type) {
  switch (static_cast<int>(type)) {
    case OBJECT_ACCESS_METHOD: return "access methods";
    case OBJECT_CAST: return "casts";
    case OBJECT_DATABASE: return "databases";
    case OBJECT_EVENT_TRIGGER: return "event triggers";
    case OBJECT_EXTENSION: return "extensions";
    case OBJECT_FDW: return "foreign data wrappers";
    case OBJECT_FOREIGN_SERVER: return "foreign servers";
    case OBJECT_LANGUAGE: return "languages";
    case OBJECT_LARGEOBJECT: return "large objects";
    case OBJECT_PUBLICATION: return "publications";
    case OBJECT_ROLE: return "roles";
    case OBJECT_SUBSCRIPTION: return "subscriptions";
    case OBJECT_TABLESPACE: return "tablespaces";
    case OBJECT_TRANSFORM: return "transforms";
    case OBJECT_USER_MAPPING: return "user mappings";
    default: return nullptr;
  }
}

const char* OfTheDatabase(const Node* node) {
  switch (static_cast<int>(nodeTag(node))) {
    case T_CreateExtensionStmt:
    case T_AlterExtensionStmt:
    case T_AlterExtensionContentsStmt: return OfTheDatabase(OBJECT_EXTENSION);
    case T_CreateAmStmt: return OfTheDatabase(OBJECT_ACCESS_METHOD);
    case T_CreateCastStmt: return OfTheDatabase(OBJECT_CAST);
    case T_CreateEventTrigStmt:
    case T_AlterEventTrigStmt: return OfTheDatabase(OBJECT_EVENT_TRIGGER);
    case T_CreateFdwStmt:
    case T_AlterFdwStmt: return OfTheDatabase(OBJECT_FDW);
    case T_CreateForeignServerStmt:
    case T_AlterForeignServerStmt: return OfTheDatabase(OBJECT_FOREIGN_SERVER);
    case T_CreateUserMappingStmt:
    case T_AlterUserMappingStmt:
    case T_DropUserMappingStmt: return OfTheDatabase(OBJECT_USER_MAPPING);
    case T_CreatePLangStmt: return OfTheDatabase(OBJECT_LANGUAGE);
    case T_CreateTransformStmt: return OfTheDatabase(OBJECT_TRANSFORM);
    case T_CreatePublicationStmt:
    case T_AlterPublicationStmt: return OfTheDatabase(OBJECT_PUBLICATION);
    case T_CreateSubscriptionStmt:
    case T_AlterSubscriptionStmt:
    case T_DropSubscriptionStmt: return OfTheDatabase(OBJECT_SUBSCRIPTION);
    case T_DropStmt: return OfTheDatabase(As<DropStmt>(node)->removeType);
    case T_RenameStmt: return OfTheDatabase(As<RenameStmt>(node)->renameType);
    case T_AlterOwnerStmt: return OfTheDatabase(As<AlterOwnerStmt>(node)->objectType);
    case T_CommentStmt: return OfTheDatabase(As<CommentStmt>(node)->objtype);
    case T_SecLabelStmt: return OfTheDatabase(As<SecLabelStmt>(node)->objtype);
    case T_GrantStmt: return OfTheDatabase(As<GrantStmt>(node)->objtype);
    default: return nullptr;
  }
}

// What a branch's schema is called is written down; its own name is nobody's to change.
void GuardSchemaName(const Node* node) {
  if (!IsA(node, RenameStmt) || As<RenameStmt>(node)->renameType != OBJECT_SCHEMA) return;
  throw Error(ErrorCode::kNotSupported,
              std::string("schemas cannot be renamed on branch \"") + CurrentBranchName() + '"', {},
              "Go to main with SELECT pggit.switch_branch('main').");
}

// What roles own or were granted, they own and were granted on main as well.
void GuardRoles(const Node* node) {
  if (!IsA(node, DropOwnedStmt) && !IsA(node, ReassignOwnedStmt)) return;
  throw Error(ErrorCode::kNotSupported,
              std::string("what roles own is not of branch \"") + CurrentBranchName() + "\" alone",
              {}, "Go to main with SELECT pggit.switch_branch('main').");
}

void GuardAll(const List* names) {
  for (int i = 0; i < list_length(names); ++i) {
    const auto* const name = static_cast<const Node*>(list_nth(names, i));
    if (IsA(name, RangeVar)) GuardNamedTable(As<RangeVar>(name));
    if (IsA(name, VacuumRelation) && As<VacuumRelation>(name)->relation != nullptr) {
      GuardNamedTable(As<VacuumRelation>(name)->relation);
    }
  }
}

bool IsRelation(::ObjectType type) {
  return type == OBJECT_TABLE || type == OBJECT_VIEW || type == OBJECT_MATVIEW ||
         type == OBJECT_SEQUENCE || type == OBJECT_FOREIGN_TABLE || type == OBJECT_INDEX;
}

void GuardObjectName(::ObjectType type, Node* object) {
  if (!IsRelation(type) || object == nullptr || !IsA(object, List)) return;
  auto* const names = reinterpret_cast<List*>(object);
  GuardNamedTable(Server([names] { return makeRangeVarFromNameList(names); }));
}

// What names a relation and tells no hook of it.
void GuardRelations(const Node* node) {
  switch (static_cast<int>(nodeTag(node))) {
    case T_LockStmt: return GuardAll(As<LockStmt>(node)->relations);
    case T_VacuumStmt: return GuardAll(As<VacuumStmt>(node)->rels);
    case T_GrantStmt: return GuardAll(As<GrantStmt>(node)->objects);
    case T_ClusterStmt:
      if (As<ClusterStmt>(node)->relation != nullptr)
        GuardNamedTable(As<ClusterStmt>(node)->relation);
      return;
    case T_ReindexStmt:
      if (As<ReindexStmt>(node)->relation != nullptr)
        GuardNamedTable(As<ReindexStmt>(node)->relation);
      return;
    case T_RefreshMatViewStmt: return GuardNamedTable(As<RefreshMatViewStmt>(node)->relation);
    case T_CommentStmt:
      return GuardObjectName(As<CommentStmt>(node)->objtype, As<CommentStmt>(node)->object);
    case T_SecLabelStmt:
      return GuardObjectName(As<SecLabelStmt>(node)->objtype, As<SecLabelStmt>(node)->object);
    default: return;
  }
}

// Upkeep of everything is of main's tables too.
bool IsForAllTables(const Node* node) {
  switch (static_cast<int>(nodeTag(node))) {
    case T_VacuumStmt: return As<VacuumStmt>(node)->rels == NIL;
    case T_ClusterStmt: return As<ClusterStmt>(node)->relation == nullptr;
    case T_ReindexStmt: return As<ReindexStmt>(node)->relation == nullptr;
    default: return false;
  }
}

}  // namespace

UtilityRoute GuardUtility(const Node* statement) {
  if (IsForAllTables(statement)) return UtilityRoute::kMain;
  if (const char* const kind = OfTheDatabase(statement)) {
    const std::string notice =
        std::string(kind) + " are not isolated: the statement is for all branches";
    const char* const text = notice.c_str();
    Server([text] { ereport(NOTICE, (errmsg_internal("%s", text))); });
    return UtilityRoute::kMain;
  }
  const bool drops_schema =
      IsA(statement, DropStmt) && As<DropStmt>(statement)->removeType == OBJECT_SCHEMA;
  if (drops_schema || IsA(statement, CreateSchemaStmt)) {
    if (CurrentMap().state != WorkspaceMap::State::kReady) return UtilityRoute::kBranch;
    if (!drops_schema) return UtilityRoute::kCreateSchema;
    RequireBranchSchemas(As<DropStmt>(statement));
    return UtilityRoute::kDropSchema;
  }
  GuardSchemaName(statement);
  GuardRoles(statement);
  GuardRelations(statement);
  return UtilityRoute::kBranch;
}

}  // namespace pggit
