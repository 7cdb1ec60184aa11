#include "core/plan/alter.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "core/base/identifier.h"
#include "core/ddl/attributes.h"
#include "core/ddl/definition.h"
#include "core/ddl/relation_parts.h"
#include "core/diff/parts.h"
#include "core/model/parts_of.h"
#include "core/plan/drop.h"
#include "core/plan/effective_columns.h"
#include "core/plan/inheritance.h"
#include "core/plan/privilege_change.h"

namespace pggit {
namespace {

void Append(Actions& actions, Actions more) {
  std::move(more.begin(), more.end(), std::back_inserter(actions));
}

// What a new part of an object that is there costs.
Cost CreationCost(const Object& object, const Piece& piece) {
  const ObjectId& id = object.id;
  if (piece.purpose != Purpose::kMakes || piece.sql.empty()) return {};
  if (piece.sql.find(" ATTACH PARTITION ") != std::string::npos &&
      piece.element.kind != ElementKind::kPartition) {
    return LocksIndex(id, piece.element.name);
  }
  switch (piece.element.kind) {
    case ElementKind::kIndex:
      if (!piece.sql.starts_with("CREATE")) return {};
      // That of a partitioned table has no rows; those of the partitions are made by themselves.
      if (piece.sql.find(" ON ONLY ") != std::string::npos) return Locks(id, LockMode::kShare);
      return Locks(id, LockMode::kShare, {Hazard::kIndexBuild, Hazard::kFullScan});
    case ElementKind::kConstraint: {
      const Table* table = std::get_if<Table>(&object.definition);
      const Constraint* constraint =
          table ? FindPart(table->constraints, piece.element.name) : nullptr;
      if (!constraint) return {};
      if (IsUnchecked(*constraint)) {
        const bool foreign = constraint->kind == ConstraintKind::kForeignKey;
        return Locks(id, foreign ? LockMode::kShareRowExclusive : LockMode::kAccessExclusive);
      }
      if (piece.sql.starts_with("ALTER INDEX ")) return LocksIndex(id, piece.element.name);
      const bool check = constraint->kind == ConstraintKind::kCheck ||
                         constraint->kind == ConstraintKind::kNotNull;
      if (constraint->kind == ConstraintKind::kForeignKey) {
        return Locks(id, LockMode::kShareRowExclusive, {Hazard::kFullScan});
      }
      if (check) return Locks(id, LockMode::kAccessExclusive, {Hazard::kFullScan});
      // The key of a partitioned table has no rows of its own, either.
      if (!table->partition_by.empty()) return Locks(id, LockMode::kAccessExclusive);
      return Locks(id, LockMode::kAccessExclusive, {Hazard::kIndexBuild, Hazard::kFullScan});
    }
    case ElementKind::kTrigger: return Locks(id, LockMode::kShareRowExclusive);
    case ElementKind::kRule:
    case ElementKind::kPolicy:
    case ElementKind::kDefault:
    case ElementKind::kPartition: return Locks(id, LockMode::kAccessExclusive);
    case ElementKind::kSelf:
    case ElementKind::kColumn:
    case ElementKind::kSequence:
    case ElementKind::kMember: return {};
  }
  return {};
}

// What is said of the index of a key goes with the key.
bool IsOf(const std::set<Element>& elements, const Element& element) {
  return elements.contains(element) ||
         (element.kind == ElementKind::kIndex &&
          elements.contains({ElementKind::kConstraint, element.name}));
}

// A not-null constraint with a name of its own, which CREATE holds in every form.
void AddNotNulls(const Fate& fate, Actions& actions) {
  const Domain* domain = std::get_if<Domain>(&fate.to->definition);
  if (!domain) return;
  for (const Constraint& constraint : domain->constraints) {
    const Element element{ElementKind::kConstraint, constraint.name};
    if (constraint.kind != ConstraintKind::kNotNull || !fate.creates.contains(element)) continue;
    const ObjectId& id = fate.to->id;
    actions.push_back(
        {{element, "ALTER DOMAIN " + SqlName(id) + " ADD CONSTRAINT " +
                       QuoteIdentifier(constraint.name) + ' ' + constraint.definition},
         Locks(id, LockMode::kAccessExclusive, {Hazard::kFullScan})});
  }
}

// Whether a check of a partition is made by making the parent's.
bool ComesFromParent(const Migration& migration, const Fate& fate, const Element& element) {
  const Table* table = std::get_if<Table>(&fate.to->definition);
  if (!table || table->partition_of.empty() || element.kind != ElementKind::kConstraint)
    return false;
  const Constraint* constraint = FindPart(table->constraints, element.name);
  if (!constraint || constraint->kind != ConstraintKind::kCheck) return false;
  const Object* parent = FindTable(migration.to, table->partition_of);
  const Fate* of_parent = parent ? migration.FateOf(parent->id) : nullptr;
  return of_parent && of_parent->stays() && IsBound(migration, fate, parent->id) &&
         of_parent->creates.contains(element);
}

// A table's not-null constraints are made with its columns.
bool IsNotNull(const Object& object, const Element& element) {
  const Table* table = std::get_if<Table>(&object.definition);
  const Constraint* constraint = table && element.kind == ElementKind::kConstraint
                                     ? FindPart(table->constraints, element.name)
                                     : nullptr;
  return constraint && constraint->kind == ConstraintKind::kNotNull;
}

// The parts that are made, columns of tables aside.
Actions CreatedParts(const Migration& migration, const Fate& fate) {
  Actions actions;
  for (Piece& piece : Pieces(*fate.to, Form::kSeparate)) {
    const ElementKind kind = piece.element.kind;
    if (piece.purpose != Purpose::kMakes || kind == ElementKind::kSelf ||
        kind == ElementKind::kColumn || !fate.creates.contains(piece.element)) {
      continue;
    }
    if (IsNotNull(*fate.to, piece.element)) continue;
    if (ComesFromParent(migration, fate, piece.element)) piece.sql.clear();
    Cost cost = CreationCost(*fate.to, piece);
    actions.push_back({std::move(piece), std::move(cost)});
  }
  AddNotNulls(fate, actions);
  Append(actions, NameNotNulls(migration, fate));
  return actions;
}

// Whether the target has the attribute of a composite type, of which nothing can be said otherwise.
bool IsThere(const Object& object, const Element& element) {
  const CompositeType* type = std::get_if<CompositeType>(&object.definition);
  return !type || element.kind != ElementKind::kColumn ||
         FindPart(type->attributes, element.name) != nullptr;
}

void AddDescriptions(const Fate& fate, Actions& actions) {
  const ObjectId& id = fate.to->id;
  const auto add = [&](const Element& element, std::string sql) {
    actions.push_back({{element, std::move(sql), Purpose::kDescribes}, {}});
  };
  const Attributes& from = fate.from->attributes;
  const Attributes& to = fate.to->attributes;
  for (const auto& [element, comment] : to.comments) {
    const auto old = from.comments.find(element);
    if (!IsOf(fate.creates, element) && old != from.comments.end() && old->second == comment) {
      continue;
    }
    add(element, "COMMENT ON " + CommentTarget(id, element) + " IS " + QuoteLiteral(comment));
  }
  for (const auto& [element, comment] : from.comments) {
    if (to.comments.contains(element) || IsOf(fate.drops, element)) continue;
    if (!IsThere(*fate.to, element)) continue;
    add(element, "COMMENT ON " + CommentTarget(id, element) + " IS NULL");
  }
  const auto label_sql = [&](const Element& element, const SecurityLabel& label) {
    return "SECURITY LABEL FOR " + QuoteIdentifier(label.provider) + " ON " +
           CommentTarget(id, element) + " IS ";
  };
  const auto labels_of = [](const Attributes& attributes, const Element& element) {
    const auto found = attributes.labels.find(element);
    return found == attributes.labels.end() ? std::vector<SecurityLabel>() : found->second;
  };
  for (const auto& [element, labels] : to.labels) {
    const std::vector<SecurityLabel> old = labels_of(from, element);
    for (const SecurityLabel& label : labels) {
      if (!IsOf(fate.creates, element) && std::ranges::find(old, label) != old.end()) continue;
      add(element, label_sql(element, label) + QuoteLiteral(label.label));
    }
  }
  for (const auto& [element, labels] : from.labels) {
    if (IsOf(fate.drops, element)) continue;
    const std::vector<SecurityLabel> fresh = labels_of(to, element);
    for (const SecurityLabel& label : labels) {
      if (!std::ranges::count(fresh, label.provider, &SecurityLabel::provider)) {
        add(element, label_sql(element, label) + "NULL");
      }
    }
  }
}

void AddExtensions(const Fate& fate, Actions& actions) {
  const auto& from = fate.from->attributes.extensions;
  const auto& to = fate.to->attributes.extensions;
  const auto add = [&](const Element& element, std::string_view words, const std::string& name) {
    actions.push_back(
        {{element, "ALTER " + CommentTarget(fate.to->id, element) + ' ' + std::string(words) +
                       "DEPENDS ON EXTENSION " + QuoteIdentifier(name)},
         {}});
  };
  const auto has = [](const auto& side, const Element& element, const std::string& name) {
    const auto found = side.find(element);
    return found != side.end() && std::ranges::find(found->second, name) != found->second.end();
  };
  for (const auto& [element, names] : to) {
    for (const std::string& name : names) {
      if (IsOf(fate.creates, element) || !has(from, element, name)) add(element, "", name);
    }
  }
  for (const auto& [element, names] : from) {
    for (const std::string& name : names) {
      if (!IsOf(fate.drops, element) && !has(to, element, name)) add(element, "NO ", name);
    }
  }
}

// The object without the privileges on parts that go: they need not be taken, and those on parts
// that are made again start from nothing.
Object WithoutGone(const Fate& fate) {
  Object from = *fate.from;
  for (const Element& element : fate.drops) {
    from.attributes.privileges.erase(element);
    if (element.kind != ElementKind::kColumn) continue;
    const Table* table = std::get_if<Table>(&from.definition);
    const Column* column = table ? FindPart(table->columns, element.name) : nullptr;
    if (column && column->identity) {
      from.attributes.privileges.erase({ElementKind::kSequence, column->identity->sequence});
    }
  }
  return from;
}

void AddAttributes(const Fate& fate, Actions& actions) {
  const Object from = WithoutGone(fate);
  const Attributes& to = fate.to->attributes;
  if (to.owner != fate.from->attributes.owner && !to.owner.empty()) {
    for (Piece& piece : RevokeFromNewOwner(from, *fate.to)) {
      actions.push_back({std::move(piece), {}});
    }
    actions.push_back(
        {{{},
          "ALTER " + CommentTarget(fate.to->id, {}) + " OWNER TO " + QuoteIdentifier(to.owner),
          Purpose::kOwns},
         {}});
  }
  AddDescriptions(fate, actions);
  AddExtensions(fate, actions);
  const Kind kind = fate.to->id.kind;
  if (kind == Kind::kDefaultPrivileges) return;
  for (Piece& piece : PrivilegeChanges(from, *fate.to)) {
    actions.push_back({std::move(piece), {}});
  }
}

Actions AlterKind(const Migration& migration, const Fate& fate) {
  switch (fate.to->id.kind) {
    case Kind::kTable:
    case Kind::kForeignTable: return AlterTable(migration, fate);
    case Kind::kType:
    case Kind::kDomain: return AlterType(migration, fate);
    case Kind::kLanguage:
    case Kind::kFunction:
    case Kind::kProcedure:
    case Kind::kAggregate:
    case Kind::kOperator:
    case Kind::kOperatorFamily:
    case Kind::kTransform:
    case Kind::kTextSearchDictionary:
    case Kind::kView:
    case Kind::kEventTrigger:
    case Kind::kStatistics:
    case Kind::kMaterializedView: return AlterCode(migration, fate);
    case Kind::kSequence:
    case Kind::kExtension:
    case Kind::kForeignDataWrapper:
    case Kind::kServer:
    case Kind::kUserMapping:
    case Kind::kPublication:
    case Kind::kSubscription:
    case Kind::kDefaultPrivileges: return AlterService(migration, fate);
    case Kind::kSchema:
    case Kind::kAccessMethod:
    case Kind::kCollation:
    case Kind::kConversion:
    case Kind::kOperatorClass:
    case Kind::kCast:
    case Kind::kTextSearchParser:
    case Kind::kTextSearchTemplate:
    case Kind::kTextSearchConfiguration:
    case Kind::kSystemPrivileges: return {};
  }
  return {};
}

// Of a table all statements about columns come before those about other parts.
bool ComesFirst(const Action& action) {
  return action.piece.element.kind == ElementKind::kSelf ||
         action.piece.element.kind == ElementKind::kColumn;
}

}  // namespace

Cost Locks(const ObjectId& id, LockMode mode, Hazards hazards, std::string note) {
  return {hazards, mode, SqlName(id), std::move(note)};
}

Cost LocksIndex(const ObjectId& id, const std::string& index, LockMode mode) {
  return {{}, mode, QuoteQualified(id.schema, index), ""};
}

Actions Alter(const Migration& migration, const Fate& fate) {
  Actions actions = {{{}, {}}};  // The object is there.
  Append(actions, AlterKind(migration, fate));
  Append(actions, AlterParts(fate));
  Append(actions, CreatedParts(migration, fate));
  std::stable_partition(actions.begin(), actions.end(), ComesFirst);
  AddAttributes(fate, actions);
  return actions;
}

Actions Create(const Migration& migration, const Fate& fate) {
  std::vector<const Object*> defaults;
  for (const auto& [id, object] : migration.from.objects) {
    if (id.kind == Kind::kDefaultPrivileges) defaults.push_back(&object);
  }
  std::vector<Piece> pieces = Pieces(*fate.to, Form::kSplit);
  std::vector<Piece> undo = UndoDefaultPrivileges(*fate.to, defaults);
  const auto grants = std::ranges::find(pieces, Purpose::kGrants, &Piece::purpose);
  pieces.insert(grants, undo.begin(), undo.end());
  Actions actions;
  for (Piece& piece : pieces) actions.push_back({std::move(piece), {}});
  return actions;
}

}  // namespace pggit
