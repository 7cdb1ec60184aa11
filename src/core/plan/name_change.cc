#include "core/plan/name_change.h"

#include <algorithm>
#include <array>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/ddl/lexer.h"
#include "core/diff/parts.h"
#include "core/plan/effective_columns.h"

namespace pggit {
namespace {

using Scope = RenamedName::Scope;

bool IsTable(const Object& object) {
  return std::holds_alternative<Table>(object.definition);
}

// The index behind a key has its name.
bool HasIndex(const Constraint& constraint) {
  return constraint.kind == ConstraintKind::kPrimaryKey ||
         constraint.kind == ConstraintKind::kUnique ||
         constraint.kind == ConstraintKind::kExclusion;
}

// What tables hand down to those that inherit from them.
bool IsInherited(const Constraint& constraint) {
  return constraint.kind == ConstraintKind::kCheck || constraint.kind == ConstraintKind::kNotNull;
}

const Constraint* FindConstraint(const Object& object, const std::string& name) {
  const Table* table = std::get_if<Table>(&object.definition);
  return table ? FindPart(table->constraints, name) : nullptr;
}

// FOR ROLE a IN SCHEMA app ON TABLES, with another schema.
std::string WithSchema(const std::string& signature, const std::string& from,
                       const std::string& to) {
  const std::vector<Token> tokens = Lex(signature);
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (tokens[i - 1].value != "schema" || tokens[i].value != from) continue;
    return signature.substr(0, tokens[i].begin) + QuoteIdentifier(to) +
           signature.substr(tokens[i].end);
  }
  return signature;
}

// Whether another routine has the same name.
bool IsOverloaded(const Schema& schema, const ObjectId& id) {
  return std::ranges::any_of(
      std::array{Kind::kFunction, Kind::kProcedure, Kind::kAggregate}, [&](Kind kind) {
        auto at = schema.objects.lower_bound({kind, id.schema, id.name, ""});
        if (at != schema.objects.end() && at->first == id) ++at;
        return at != schema.objects.end() && at->first.kind == kind &&
               at->first.schema == id.schema && at->first.name == id.name && !id.signature.empty();
      });
}

[[noreturn]] void Refuse(const Rename& rename, const std::string& detail, const std::string& hint) {
  throw Error(ErrorCode::kNotSupported, "cannot rename " + Describe(rename.object, rename.element),
              detail, hint);
}

}  // namespace

NameChange::NameChange(const Schema& schema, const Rename& rename) : rename_(rename) {
  if (!schema.objects.contains(rename.object)) throw InternalError("nothing to rename");
  FindOwners(schema);
  if (IsPart(ElementKind::kColumn)) RequireOwnColumn(schema);
  if (IsPart(ElementKind::kConstraint)) RequireOwnConstraint(schema);
  text_ = TextOf(schema);
}

void NameChange::FindOwners(const Schema& schema) {
  if (rename_.element == Element{}) return;
  owners_.insert(rename_.object);
  const Object& object = schema.objects.at(rename_.object);
  const Constraint* constraint = FindConstraint(object, rename_.element.name);
  // One that is not listed is a NOT NULL by the name that the server chose.
  const bool inherited =
      IsPart(ElementKind::kColumn) ||
      (IsPart(ElementKind::kConstraint) && (!constraint || IsInherited(*constraint)));
  if (!IsTable(object) || !inherited) return;
  for (bool found = true; found;) {
    found = false;
    for (const auto& [id, child] : schema.objects) {
      if (!IsTable(child) || owners_.contains(id)) continue;
      const std::vector<const Object*> parents = Parents(schema, child);
      if (std::ranges::any_of(parents, [&](const Object* p) { return owners_.contains(p->id); })) {
        found = owners_.insert(id).second || found;
      }
    }
  }
}

void NameChange::RequireOwnColumn(const Schema& schema) const {
  const Object& object = schema.objects.at(rename_.object);
  if (std::holds_alternative<CompositeType>(object.definition)) {
    for (const auto& [id, other] : schema.objects) {
      if (!IsTable(other) || std::get<Table>(other.definition).of_type != SqlName(object.id)) {
        continue;
      }
      Refuse(rename_, Describe(id) + " is of that type.",
             "Leave the rename out, or make the tables independent with ALTER TABLE ... NOT OF.");
    }
  }
  for (const ObjectId& id : owners_) {
    const Object& owner = schema.objects.at(id);
    if (!IsTable(owner)) continue;
    for (const Object* parent : Parents(schema, owner)) {
      const bool has = FindColumn(EffectiveColumns(schema, *parent), rename_.element.name);
      if (!has || owners_.contains(parent->id)) continue;
      Refuse(rename_, Describe(id) + " has the column from " + Describe(parent->id) + ", too.",
             "Rename it in " + Describe(parent->id) + '.');
    }
    if (FindColumn(EffectiveColumns(schema, owner), rename_.name)) {
      Refuse(rename_, Describe(id) + " has a column " + QuoteIdentifier(rename_.name) + " already.",
             "Rename that one first.");
    }
  }
}

void NameChange::RequireOwnConstraint(const Schema& schema) const {
  const Object& object = schema.objects.at(rename_.object);
  const Constraint* constraint = FindConstraint(object, rename_.element.name);
  if (!constraint || !IsInherited(*constraint)) return;
  for (const Object* parent : Parents(schema, object)) {
    if (!FindConstraint(*parent, rename_.element.name)) continue;
    Refuse(rename_, "It comes from " + Describe(parent->id) + '.',
           "Rename it in " + Describe(parent->id) + '.');
  }
}

std::optional<RenamedName> NameChange::TextOf(const Schema& schema) const {
  const ObjectId& id = rename_.object;
  const Element& element = rename_.element;
  RenamedName name{Scope::kObject, id.schema, element.name, rename_.name};
  switch (element.kind) {
    case ElementKind::kSelf:
      name.from = id.name;
      if (id.kind == Kind::kSchema) name.scope = Scope::kSchema;
      if (id.kind == Kind::kTable || id.kind == Kind::kForeignTable || id.kind == Kind::kView ||
          id.kind == Kind::kMaterializedView || id.kind == Kind::kSequence) {
        name.scope = Scope::kRelation;
      }
      if (IsOverloaded(schema, id)) name.signature = id.signature;
      return id.schema.empty() && id.kind != Kind::kSchema ? std::nullopt : std::optional(name);
    case ElementKind::kColumn: name.scope = Scope::kColumn; return name;
    case ElementKind::kConstraint: {
      const Constraint* constraint = FindConstraint(schema.objects.at(id), element.name);
      name.scope = Scope::kRelation;
      return constraint && HasIndex(*constraint) ? std::optional(name) : std::nullopt;
    }
    case ElementKind::kSequence:
    case ElementKind::kIndex: name.scope = Scope::kRelation; return name;
    case ElementKind::kRule:
    case ElementKind::kTrigger: name.scope = Scope::kPart; return name;
    case ElementKind::kMember:
      name.scope = Scope::kValue;
      name.type = id.name;
      return name;
    case ElementKind::kDefault:
    case ElementKind::kPartition:
    case ElementKind::kPolicy: break;
  }
  return std::nullopt;
}

ObjectId NameChange::Map(const ObjectId& id) const {
  if (rename_.element != Element{}) return id;
  ObjectId mapped = id;
  const bool schema = rename_.object.kind == Kind::kSchema;
  if (id == rename_.object) mapped.name = rename_.name;
  if (schema && KindHasSchema(id.kind) && id.schema == rename_.object.name) {
    mapped.schema = rename_.name;
  }
  if (schema && id.kind == Kind::kDefaultPrivileges) {
    mapped.signature = WithSchema(id.signature, rename_.object.name, rename_.name);
  } else if (text_ && !id.signature.empty()) {
    mapped.signature = Respell(id.signature, *text_);
  }
  return mapped;
}

Element NameChange::Map(const ObjectId& owner, const Element& element) const {
  Element mapped = element;
  if (rename_.element != Element{}) {
    // What is said of a default is said of its column, and of a key's index, of the key.
    const bool value = IsPart(ElementKind::kColumn) && element.kind == ElementKind::kDefault;
    const bool index = IsPart(ElementKind::kConstraint) && element.kind == ElementKind::kIndex;
    const bool same = element.kind == rename_.element.kind || value || index;
    if (same && owners_.contains(owner) && element.name == rename_.element.name) {
      mapped.name = rename_.name;
    }
  } else if (owner.kind == Kind::kPublication && element.kind == ElementKind::kMember && text_) {
    constexpr std::string_view kWord = "schema ";
    const bool schema = element.name.starts_with(kWord);
    if (!schema) {
      mapped.name = Respell(element.name, *text_);
    } else if (rename_.object.kind == Kind::kSchema &&
               element.name.substr(kWord.size()) == rename_.object.name) {
      mapped.name = std::string(kWord) + rename_.name;
    }
  }
  return mapped;
}

Attributes NameChange::Map(const ObjectId& owner, const Attributes& attributes) const {
  Attributes mapped;
  mapped.owner = attributes.owner;
  const auto map_all = [&](const auto& from, auto& to) {
    for (const auto& [element, value] : from) to.emplace(Map(owner, element), value);
  };
  map_all(attributes.privileges, mapped.privileges);
  map_all(attributes.comments, mapped.comments);
  map_all(attributes.labels, mapped.labels);
  map_all(attributes.extensions, mapped.extensions);
  for (const Dependency& need : attributes.needs) {
    Dependency other{Map(owner, need.element), Map(need.on), {}};
    for (const Element& element : need.elements) other.elements.push_back(Map(need.on, element));
    std::ranges::sort(other.elements);
    mapped.needs.push_back(std::move(other));
  }
  std::ranges::sort(mapped.needs);
  return mapped;
}

}  // namespace pggit
