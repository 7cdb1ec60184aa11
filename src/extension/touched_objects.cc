#include "extension/touched_objects.h"

#include <algorithm>
#include <optional>
#include <string>

#include "core/catalog/server_identity.h"
#include "core/model/path.h"
#include "extension/older_catalog.h"

extern "C" {
#include "catalog/index.h"
#include "catalog/namespace.h"
#include "catalog/objectaddress.h"
#include "catalog/pg_class.h"
#include "catalog/pg_foreign_data_wrapper.h"
#include "catalog/pg_foreign_server.h"
#include "catalog/pg_language.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "utils/lsyscache.h"
}

namespace pggit {
namespace {

using Touched = DdlCommand::Touched;

std::optional<Kind> KindOfRelation(Oid relation) {
  switch (Server([=] { return get_rel_relkind(relation); })) {
    case RELKIND_RELATION:
    case RELKIND_PARTITIONED_TABLE: return Kind::kTable;
    case RELKIND_FOREIGN_TABLE: return Kind::kForeignTable;
    case RELKIND_VIEW: return Kind::kView;
    case RELKIND_MATVIEW: return Kind::kMaterializedView;
    case RELKIND_SEQUENCE: return Kind::kSequence;
    case RELKIND_COMPOSITE_TYPE: return Kind::kType;
    default: return std::nullopt;
  }
}

Oid RelationNamed(const ObjectId& id) {
  const char* const schema = id.schema.c_str();
  const char* const name = id.name.c_str();
  return Server([=] {
    const Oid space = get_namespace_oid(schema, /*missing_ok=*/true);
    return OidIsValid(space) ? get_relname_relid(name, space) : InvalidOid;
  });
}

// The kind, where the server's word leaves it open; nothing when the relation itself is gone.
std::optional<Kind> SettledKind(const EventRow& row, CommandTag tag, const ObjectId& id) {
  if (id.kind != Kind::kType) return KindOfRelation(RelationNamed(id));
  const Oid type = row.class_id == TypeRelationId ? row.object_id : InvalidOid;
  const bool domain =
      tag == CMDTAG_DROP_DOMAIN || Server([=] { return get_typtype(type); }) == TYPTYPE_DOMAIN;
  return domain ? Kind::kDomain : Kind::kType;
}

std::optional<ObjectId> OwnerOfIndex(Oid index) {
  Oid table = Server([=] { return IndexGetRelation(index, /*missing_ok=*/true); });
  if (!OidIsValid(table)) table = OlderTableOfIndex(index);
  const auto kind = OidIsValid(table) ? KindOfRelation(table) : std::nullopt;
  if (!kind) return std::nullopt;
  struct Name {
    const char* schema;
    const char* name;
  };
  const Name name = Server([=] {
    return Name{get_namespace_name(get_rel_namespace(table)), get_rel_name(table)};
  });
  if (name.schema == nullptr || name.name == nullptr) return std::nullopt;
  return ObjectId{*kind, name.schema, name.name, ""};
}

// The versioned object that a row names, or names a part of.
std::optional<ObjectId> ObjectOf(const EventRow& row, CommandTag tag) {
  if (row.class_id == RelationRelationId && std::string_view(row.type).ends_with("index")) {
    return OwnerOfIndex(row.object_id);
  }
  auto found = IdentifyObject(row.type, row.identity);
  if (!found) return std::nullopt;
  if (found->kind_is_guess) {
    const auto kind = SettledKind(row, tag, found->id);
    if (!kind) return std::nullopt;
    found->id.kind = *kind;
  }
  return std::move(found->id);
}

// Whether the server's word is for something that stands in the definition of something else.
bool IsPart(std::string_view type) {
  return type == "index" || type == "default value" || type == "trigger" || type == "rule" ||
         type == "policy" || type.ends_with("constraint") || type.ends_with("column") ||
         type.starts_with("toast");
}

bool Renames(const Node* statement) {
  return IsA(statement, RenameStmt) || IsA(statement, AlterObjectSchemaStmt);
}

void AddPaths(const EventTriggerData& event, const EventRow& row, ObjectId id,
              DdlCommand& command) {
  command.paths.push_back(PathOf(id));
  if (!Renames(event.parsetree) || IsPart(row.type)) return;
  auto older = OlderName(row.class_id, row.object_id);
  if (!older) return;
  if (KindHasSchema(id.kind)) id.schema = std::move(older->schema);
  id.name = std::move(older->name);
  command.paths.push_back(PathOf(id));
}

// The catalog of what GRANT names; invalid for what no database has for itself.
Oid ClassOfGrant(::ObjectType type) {
  struct Known {
    ::ObjectType type;
    Oid class_id;
  };
  constexpr Known kKnown[] = {
      {OBJECT_COLUMN, RelationRelationId},
      {OBJECT_TABLE, RelationRelationId},
      {OBJECT_SEQUENCE, RelationRelationId},
      {OBJECT_FUNCTION, ProcedureRelationId},
      {OBJECT_PROCEDURE, ProcedureRelationId},
      {OBJECT_ROUTINE, ProcedureRelationId},
      {OBJECT_TYPE, TypeRelationId},
      {OBJECT_DOMAIN, TypeRelationId},
      {OBJECT_SCHEMA, NamespaceRelationId},
      {OBJECT_LANGUAGE, LanguageRelationId},
      {OBJECT_FDW, ForeignDataWrapperRelationId},
      {OBJECT_FOREIGN_SERVER, ForeignServerRelationId},
  };
  const auto* const known = std::ranges::find(kKnown, type, &Known::type);
  return known != std::end(kKnown) ? known->class_id : InvalidOid;
}

// What one object of a GRANT is, as a row of its own.
EventRow RowOfGranted(Oid class_id, Oid object_id) {
  return Server([=] {
    EventRow row;
    row.class_id = class_id;
    row.object_id = object_id;
    const ObjectAddress address{class_id, object_id, 0};
    row.identity = getObjectIdentity(&address, /*missing_ok=*/true);
    row.type = getObjectTypeDescription(&address, /*missing_ok=*/true);
    row.temporary =
        class_id == RelationRelationId && isAnyTempNamespace(get_rel_namespace(object_id));
    return row;
  });
}

void AddRow(const EventTriggerData& event, const EventRow& row, DdlCommand& command) {
  if (row.temporary || row.type == nullptr) return;
  const std::string_view type = row.type;
  // What goes with its owner, row types too, says nothing that the owner does not.
  if (!row.asked_for && (IsPart(type) || type == "type")) return;
  std::optional<ObjectId> id;
  if (row.identity != nullptr) id = ObjectOf(row, event.tag);
  if (row.dropped && !row.named && IsPart(type) && !id) return;
  Touched touched{row.type, row.identity != nullptr ? row.identity : ""};
  // CREATE TABLE with a foreign key is two commands to the server.
  if (!row.dropped && std::ranges::count(command.touched, touched) > 0) return;
  command.touched.push_back(std::move(touched));
  if (id) AddPaths(event, row, *std::move(id), command);
}

void AddGranted(const EventTriggerData& event, const InternalGrant& grant, DdlCommand& command) {
  const Oid class_id = ClassOfGrant(grant.objtype);
  if (!OidIsValid(class_id)) return;
  for (int i = 0; i < list_length(grant.objects); ++i) {
    AddRow(event, RowOfGranted(class_id, list_nth_oid(grant.objects, i)), command);
  }
}

}  // namespace

void AddTouched(const EventTriggerData& event, const EventRows& rows, DdlCommand& command) {
  for (const EventRow& row : rows) {
    if (row.command != nullptr && row.command->type == SCT_Grant) {
      AddGranted(event, *row.command->d.grant.istmt, command);
    } else {
      AddRow(event, row, command);
    }
  }
  command.SortPaths();
}

}  // namespace pggit
