#include <algorithm>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/ddl/mention.h"
#include "core/diff/parts.h"
#include "core/plan/casts.h"
#include "core/plan/effective_columns.h"
#include "core/plan/elements.h"
#include "core/plan/fate_book.h"

namespace pggit {
namespace {

class Spreader {
 public:
  explicit Spreader(FateBook& book) : book_(book) {}

  // Everything that needs what is disturbed, in the order of objects.
  void Spread(const Disturbance& what) {
    for (const Need& need : book_.NeedsOf(what.object)) {
      if (Concerns(what, *need.dependency)) Reach(what, need);
    }
    const auto fate = book_.fates().find(what.object);
    if (IsTable(what.object) && fate != book_.fates().end() && fate->second.stays()) {
      SpreadWithin(what, fate->second);
    }
    if (what.element.kind == ElementKind::kSelf || what.element.kind == ElementKind::kColumn) {
      SpreadToSequences(what);
    }
  }

 private:
  static bool Concerns(const Disturbance& what, const Dependency& need) {
    return what.element.kind == ElementKind::kSelf ||
           std::ranges::find(need.elements, what.element) != need.elements.end();
  }

  bool IsRetyped(const Disturbance& what) const {
    const auto fate = book_.fates().find(what.object);
    return fate != book_.fates().end() && what.element.kind == ElementKind::kColumn &&
           fate->second.retypes.contains(what.element.name) &&
           !fate->second.drops.contains(what.element);
  }

  void Reach(const Disturbance& what, const Need& need) {
    const ObjectId id = need.object->id;
    const Object* fresh = book_.FindNew(id);
    if (!fresh) return;  // It is dropped before.
    const Element& element = need.dependency->element;
    // A retyped column takes its statistics and most foreign keys along.
    if (IsRetyped(what) && (id.kind == Kind::kStatistics || KeysFollow(what, need))) return;
    Fate& fate = book_.FateOf(id);
    if (fate.goes()) return;
    if (IsTable(id) && element.kind == ElementKind::kSelf) return ReachTable(what, fate);
    if (IsTable(id) && element.kind == ElementKind::kColumn)
      return ReachColumn(what, fate, element);
    if (IsPart(*need.object, element)) return book_.Remake(fate, PartOf(*need.object, element));
    book_.Replace(fate);
  }

  // The index of a key is the key's.
  static Element PartOf(const Object& object, const Element& element) {
    const Table* table = std::get_if<Table>(&object.definition);
    if (table && element.kind == ElementKind::kIndex && !FindPart(table->indexes, element.name)) {
      return {ElementKind::kConstraint, element.name};
    }
    return element;
  }

  // A table stays when what it is made like goes: it is let loose before and bound again.
  void ReachTable(const Disturbance& what, Fate& fate) {
    if (what.element.kind != ElementKind::kSelf) return;
    const Table& table = std::get<Table>(fate.from->definition);
    const std::string name = SqlName(what.object);
    if (table.partition_of == name) {
      book_.Remake(fate, kAttachment);
    } else if (std::ranges::find(table.inherits, name) != table.inherits.end()) {
      const std::vector<std::string>& fresh = std::get<Table>(fate.to->definition).inherits;
      const auto place = std::ranges::find(fresh, name) - fresh.begin();
      book_.RemakeBonds(
          fate, std::min(KeptBonds(table.inherits, fresh), static_cast<std::size_t>(place)));
    } else if (table.of_type == name) {
      book_.Remake(fate, kOfType);
    } else if (fate.from->id.kind == Kind::kForeignTable) {
      book_.Replace(fate);
    } else {
      Refuse(what, fate, {});
    }
  }

  void ReachColumn(const Disturbance& what, Fate& fate, const Element& element) {
    const Column* column = FindPart(std::get<Table>(fate.from->definition).columns, element.name);
    const bool generated = column && column->generated != Generated::kNever;
    const ObjectId& id = what.object;
    const bool values =
        id.kind == Kind::kType || id.kind == Kind::kDomain || id.kind == Kind::kCollation;
    if (generated) return book_.Remake(fate, element);
    if (!values) Refuse(what, fate, element);
    const std::vector<Column> fresh = EffectiveColumns(book_.to(), *fate.to);
    if (!FindColumn(fresh, element.name) || !StillNeeds(*fate.to, element, id)) return;
    const Fate& other = book_.fates().at(id);
    if (std::holds_alternative<BaseType>(other.from->definition)) Refuse(what, fate, element);
    book_.fates().at(id).way = Fate::Way::kSwap;
    book_.Retype(fate, element.name);
  }

  static bool StillNeeds(const Object& object, const Element& element, const ObjectId& on) {
    return std::ranges::any_of(object.attributes.needs, [&](const Dependency& need) {
      return need.element == element && need.on == on;
    });
  }

  [[noreturn]] static void Refuse(const Disturbance& what, const Fate& fate,
                                  const Element& element) {
    throw Error(ErrorCode::kNotSupported,
                "cannot make " + Describe(what.object) + " again while " +
                    Describe(fate.from->id, element) + " holds data of it",
                "No ALTER turns the old one into the new.",
                "Move the data to a new column or table first, in a change of its own.");
  }

  // Whether a foreign key on a retyped column stays as it is: the server rebuilds it.
  bool KeysFollow(const Disturbance& what, const Need& need) const {
    return need.dependency->element.kind == ElementKind::kConstraint && IsTable(need.object->id) &&
           IsMild(what.object, what.element.name);
  }

  // Whether a column is given a type that its old values compare with.
  bool IsMild(const ObjectId& id, const std::string& name) const {
    const Fate& fate = book_.fates().at(id);
    const std::vector<Column> old = EffectiveColumns(book_.from(), *fate.from);
    const std::vector<Column> fresh = EffectiveColumns(book_.to(), *fate.to);
    const Column* from = FindColumn(old, name);
    const Column* to = FindColumn(fresh, name);
    if (!from || !to || from->type == to->type || from->collation != to->collation) return false;
    const Retyping retyping = RetypeColumn("", from->type, to->type);
    return retyping.comparable && retyping.fit == Fit::kAll && to->type.find('.') == to->type.npos;
  }

  // What on the same table goes with a column, and does not list what it needs.
  void SpreadWithin(const Disturbance& what, Fate& fate) {
    if (what.element.kind == ElementKind::kConstraint || what.element.kind == ElementKind::kIndex) {
      const std::string identity = "USING INDEX " + QuoteIdentifier(what.element.name);
      if (std::get<Table>(fate.to->definition).replica_identity == identity) {
        fate.creates.insert(kReplicaIdentity);
      }
      RemakeOwnKeys(fate);
    }
    if (what.element.kind != ElementKind::kColumn) return;
    const std::string& column = what.element.name;
    const Table from = std::get<Table>(fate.from->definition);
    const bool remade = fate.drops.contains(what.element);
    if (!from.partition_by.empty() && Mentions(from.partition_by, column)) {
      throw Error(ErrorCode::kNotSupported,
                  "cannot change the type of " + Describe(fate.from->id, what.element),
                  "The table is partitioned by it.",
                  "Make a new table and move the rows, in a change of its own.");
    }
    const auto remake = [&](ElementKind kind, const std::string& name, const std::string& text) {
      const Element element{kind, name};
      if (Mentions(text, column) && HasPart(*fate.to, element)) book_.Remake(fate, element);
    };
    for (const Trigger& trigger : from.triggers) {
      remake(ElementKind::kTrigger, trigger.name, trigger.definition);
    }
    for (const Rule& rule : from.rules) remake(ElementKind::kRule, rule.name, rule.definition);
    for (const Policy& policy : from.policies) {
      remake(ElementKind::kPolicy, policy.name,
             policy.using_expression + ' ' + policy.check_expression);
    }
    for (const Column& other : from.columns) {
      const Column* fresh = FindPart(std::get<Table>(fate.to->definition).columns, other.name);
      const bool stays = fresh && fresh->generated == Generated::kNever;
      if (other.generated != Generated::kNever && other.name != column && !stays) {
        remake(ElementKind::kColumn, other.name, other.expression);
      }
    }
    for (const Constraint& constraint : from.constraints) {
      const bool key =
          constraint.kind == ConstraintKind::kForeignKey && !IsMild(fate.from->id, column);
      if (remade || key) remake(ElementKind::kConstraint, constraint.name, constraint.definition);
    }
    if (remade) {
      for (const Index& index : from.indexes) {
        remake(ElementKind::kIndex, index.name, index.definition);
      }
    } else {
      RemakeDefault(fate, from, column);
      RetypeChildren(fate, column);
    }
  }

  // Foreign keys of a table to itself, which are not among its needs.
  void RemakeOwnKeys(Fate& fate) {
    const std::string reference = "REFERENCES " + SqlName(fate.from->id) + '(';
    const std::vector<Constraint> constraints = std::get<Table>(fate.from->definition).constraints;
    for (const Constraint& constraint : constraints) {
      const Element element{ElementKind::kConstraint, constraint.name};
      if (constraint.kind == ConstraintKind::kForeignKey &&
          constraint.definition.find(reference) != std::string::npos &&
          HasPart(*fate.to, element)) {
        book_.Remake(fate, element);
      }
    }
  }

  // The server would turn the old default into the new type, by another expression.
  void RemakeDefault(Fate& fate, const Table& from, const std::string& column) {
    const Element element{ElementKind::kDefault, column};
    const Column* old = FindPart(from.columns, column);
    const Column* fresh = FindPart(std::get<Table>(fate.to->definition).columns, column);
    if (old && old->generated == Generated::kNever && !old->expression.empty()) {
      fate.drops.insert(element);
    }
    if (fresh && fresh->generated == Generated::kNever && !fresh->expression.empty()) {
      fate.creates.insert(element);
    }
  }

  // ALTER goes down to the children.
  void RetypeChildren(const Fate& fate, const std::string& column) {
    for (const Object* child : book_.Children(fate.from->id)) {
      if (!book_.FindNew(child->id)) continue;
      Fate& of_child = book_.FateOf(child->id);
      if (of_child.stays()) book_.Retype(of_child, column);
    }
  }

  // A sequence that a column owns outlives it only when it is set free before.
  void SpreadToSequences(const Disturbance& what) {
    const bool whole = what.element.kind == ElementKind::kSelf;
    const auto fate = book_.fates().find(what.object);
    const bool remade =
        whole || (fate != book_.fates().end() && fate->second.drops.contains(what.element));
    if (!remade) return;
    for (const Object* sequence : book_.OwnedSequences(what.object)) {
      const bool of_column =
          whole || std::get<Sequence>(sequence->definition).owned_column == what.element.name;
      if (of_column && book_.FindNew(sequence->id))
        book_.Remake(book_.FateOf(sequence->id), kOwnedBy);
    }
  }

  FateBook& book_;
};

}  // namespace

void SpreadDisturbances(FateBook& book) {
  Spreader spreader(book);
  for (Disturbance next; book.Take(next);) spreader.Spread(next);
}

}  // namespace pggit
