#include <algorithm>
#include <set>
#include <tuple>
#include <type_traits>
#include <utility>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/diff/fields.h"
#include "core/diff/parts.h"
#include "core/model/parts_of.h"
#include "core/plan/name_change.h"
#include "core/plan/name_claims.h"
#include "core/plan/not_nulls.h"
#include "core/plan/rename.h"
#include "core/plan/renamed_adopt.h"
#include "core/plan/renamed_model.h"

namespace pggit {
namespace {

/// Gives things in one object the new name.
class Renamer {
 public:
  Renamer(const NameChange& change, const ObjectId& id, const RenameOptions& options)
      : change_(change),
        options_(options),
        id_(id),
        element_(change.rename().element),
        name_(change.rename().name),
        owns_(change.owners().contains(id)) {}

  void Run(Definition& definition) {
    Table* table = std::get_if<Table>(&definition);
    const bool names_not_nulls = table && options_.server_major >= kNotNullsHaveNames &&
                                 (owns_ || id_ == change_.rename().object);
    if (names_not_nulls) ListNotNulls(id_, *table);
    if (owns_) {
      RenameParts(definition);
      RenameReplicaIdentity(definition);
    }
    if (Sequence* sequence = std::get_if<Sequence>(&definition)) RenameOwner(*sequence);
    if (Publication* publication = std::get_if<Publication>(&definition)) Publish(*publication);
    if (Extension* extension = std::get_if<Extension>(&definition)) {
      RenameSchema(extension->schema);
    }
    if (change_.text()) RespellAll(definition);
    if (names_not_nulls) FoldAgain(*table);
  }

 private:
  void FoldAgain(Table& table) {
    for (Constraint& constraint : table.constraints) {
      if (constraint.kind != ConstraintKind::kNotNull || !change_.text()) continue;
      constraint.definition = Respell(constraint.definition, *change_.text());
    }
    FoldNotNulls(change_.Map(id_), table);
    std::ranges::sort(table.constraints);
  }

  void RenameParts(Definition& definition) {
    std::visit(
        [&](auto& value) {
          EachField(&value, [&](const char* /*name*/, auto member) { RenameIn(value.*member); });
        },
        definition);
    if (EnumType* type = std::get_if<EnumType>(&definition)) {
      std::ranges::replace(type->values, element_.name, name_);
    }
    Table* table = std::get_if<Table>(&definition);
    if (!table || element_.kind != ElementKind::kSequence) return;
    for (Column& column : table->columns) {
      if (column.identity && column.identity->sequence == element_.name) {
        column.identity->sequence = name_;
      }
    }
  }

  template <class M>
  void RenameIn(M& member) {
    if constexpr (kIsPartList<M>) {
      bool found = false;
      for (auto& part : member) found = RenamePart(part) || found;
      using P = typename M::value_type;
      if constexpr (!kKeepsOrder<P> && !std::is_same_v<P, ColumnDefault> &&
                    !std::is_same_v<P, ColumnSettings>) {
        if (found) std::ranges::sort(member);
      }
    }
  }

  template <class P>
  bool RenamePart(P& part) {
    if constexpr (std::is_same_v<P, ColumnDefault>) {
      if (element_ != Element{ElementKind::kColumn, part.column}) return false;
      part.column = name_;
      return true;
    } else if constexpr (requires { part.name; }) {
      if (PartElement(part) != element_) return false;
      part.name = name_;
      return true;
    }
    return false;
  }

  void RenameReplicaIdentity(Definition& definition) {
    const bool index =
        element_.kind == ElementKind::kIndex || element_.kind == ElementKind::kConstraint;
    std::string* identity = ReplicaIdentityOf(definition);
    if (index && identity && *identity == "USING INDEX " + QuoteIdentifier(element_.name)) {
      *identity = "USING INDEX " + QuoteIdentifier(name_);
    }
  }

  bool IsOwner(const std::string& table) const {
    return std::ranges::any_of(change_.owners(),
                               [&](const ObjectId& id) { return SqlName(id) == table; });
  }

  void RenameOwner(Sequence& sequence) {
    const bool column = element_.kind == ElementKind::kColumn;
    if (column && IsOwner(sequence.owned_table) && sequence.owned_column == element_.name) {
      sequence.owned_column = name_;
    }
  }

  void RenameSchema(std::string& schema) {
    const Rename& rename = change_.rename();
    const bool named = rename.object.kind == Kind::kSchema && rename.element == Element{};
    if (named && schema == rename.object.name) schema = rename.name;
  }

  void Publish(Publication& publication) {
    for (std::string& schema : publication.schemas) RenameSchema(schema);
    std::ranges::sort(publication.schemas);
    for (PublishedTable& table : publication.tables) {
      if (element_.kind == ElementKind::kColumn && IsOwner(table.table)) {
        std::ranges::replace(table.columns, element_.name, name_);
        std::ranges::sort(table.columns);
        if (options_.column_texts) table.filter = Respell(table.filter, *change_.text());
      } else if (element_ == Element{} && change_.text()) {
        table.table = Respell(table.table, *change_.text());
      }
    }
    std::ranges::sort(publication.tables);
  }

  void RespellAll(Definition& definition) {
    const RenamedName& name = *change_.text();
    const bool column = name.scope == RenamedName::Scope::kColumn;
    const Statistics* statistics = std::get_if<Statistics>(&definition);
    const bool about = statistics && IsOwner(statistics->table);
    if (column && (!options_.column_texts || (!owns_ && !about))) return;
    WalkSql(definition, nullptr,
            [&](const Element& element, std::string_view member, std::string& text,
                const std::string*) {
              if (column && !SpeaksOfColumns(member)) return;
              if (name.scope == RenamedName::Scope::kPart &&
                  (!owns_ || element != Element{element_.kind, name_})) {
                return;
              }
              text = Respell(text, name);
            });
  }

  const NameChange& change_;
  const RenameOptions& options_;
  const ObjectId id_;
  const Element element_;
  const std::string name_;
  const bool owns_;
};

std::set<std::string> ClaimsOf(const Object& object) {
  const std::vector<std::string> claims = NameClaims(object);
  return {claims.begin(), claims.end()};
}

[[noreturn]] void Taken(const Rename& rename, const ObjectId& by) {
  throw Error(ErrorCode::kInvalidArgument,
              "cannot rename " + Describe(rename.object, rename.element) + " to " +
                  QuoteIdentifier(rename.name),
              Describe(by) + " has that name.", "Rename or drop that one first.");
}

// Whether a part of the same kind has the new name.
bool HasPart(const Object& object, const Rename& rename) {
  const EnumType* type = std::get_if<EnumType>(&object.definition);
  return HasElement(object, {rename.element.kind, rename.name}) ||
         (type && std::ranges::count(type->values, rename.name) > 0);
}

void RequireFree(const Schema& schema, const Object& before, const Object& after,
                 const Rename& rename) {
  if (after.id != before.id && schema.objects.contains(after.id)) Taken(rename, after.id);
  if (rename.element != Element{} && HasPart(before, rename)) Taken(rename, before.id);
  const std::set<std::string> old = ClaimsOf(before);
  std::set<std::string> fresh;
  for (const std::string& claim : ClaimsOf(after)) {
    if (!old.contains(claim)) fresh.insert(claim);
  }
  for (const auto& [id, object] : schema.objects) {
    if (id == before.id) continue;
    for (const std::string& claim : NameClaims(object)) {
      if (fresh.contains(claim)) Taken(rename, id);
    }
  }
}

Object RenamedObject(const NameChange& change, Object object, const RenameOptions& options) {
  Renamer(change, object.id, options).Run(object.definition);
  object.attributes = change.Map(object.id, object.attributes);
  object.id = change.Map(object.id);
  return object;
}

}  // namespace

void ApplyRename(Schema& schema, const Rename& rename, const RenameOptions& options) {
  const NameChange change(schema, rename);
  const Object& object = schema.objects.at(rename.object);
  RequireFree(schema, object, RenamedObject(change, object, options), rename);
  Schema renamed;
  for (auto& [id, old] : schema.objects) {
    Object fresh = RenamedObject(change, std::move(old), options);
    ObjectId fresh_id = fresh.id;
    renamed.objects.emplace(std::move(fresh_id), std::move(fresh));
  }
  schema = std::move(renamed);
}

}  // namespace pggit
