#include <algorithm>
#include <set>

#include "core/ddl/mention.h"
#include "core/diff/diff.h"
#include "core/diff/parts.h"
#include "core/model/parts_of.h"
#include "core/plan/effective_columns.h"
#include "core/plan/elements.h"
#include "core/plan/fate_book.h"
#include "core/plan/in_place.h"

namespace pggit {
namespace {

class Assessor {
 public:
  Assessor(FateBook& book, const PlanOptions& options) : book_(book), options_(options) {}

  void Run() {
    for (const Change& change : Diff(book_.from(), book_.to())) Note(change);
    for (auto& [id, fate] : book_.fates()) {
      if (fate.from && fate.to) Assess(fate);
    }
  }

 private:
  void Note(const Change& change) {
    Fate& fate = book_.FateOf(change.object);
    if (!fate.from) fate.way = Fate::Way::kCreate;
    if (!fate.to) fate.way = Fate::Way::kDrop;
    if (fate.from && fate.to) fate.changes.push_back(change);
  }

  // What the differences of an object on both sides make necessary.
  void Assess(Fate& fate) {
    Change self;
    for (const Change& change : fate.changes) {
      const bool object = change.element.kind == ElementKind::kSelf;
      const bool part = IsPart(*fate.from, change.element);
      if (object) self = change;
      if (object || !part || std::holds_alternative<View>(fate.from->definition)) continue;
      if (fate.from->definition.index() == fate.to->definition.index()) AssessPart(fate, change);
    }
    AssessViewParts(fate);
    AssessOwnership(fate);
    AssessMembers(fate);
    AssessSchemas(fate);
    AssessAttributes(fate);
    if (!ObjectCanStay(*fate.from, *fate.to, self) || AsksValuesInside(fate))
      return book_.Replace(fate);
    if (IsTable(fate.from->id) && fate.stays()) AssessTable(fate);
  }

  void AssessPart(Fate& fate, const Change& change) {
    if (change.element.kind == ElementKind::kColumn && IsTable(change.object)) return;
    if (change.element.kind == ElementKind::kDefault && IsTable(change.object)) {
      return AssessDefault(fate, change.element);
    }
    if (change.element.name.starts_with("schema ") && change.object.kind == Kind::kPublication) {
      return;
    }
    if (change.type == ChangeType::kModified && PartCanStay(*fate.from, *fate.to, change)) {
      return;
    }
    if (change.type != ChangeType::kAdded) fate.drops.insert(change.element);
    if (change.type != ChangeType::kRemoved) fate.creates.insert(change.element);
    // A key that goes may be one that the table itself refers to, without saying so in its needs.
    if (change.type != ChangeType::kAdded) book_.Disturb(fate.from->id, change.element);
  }

  // A default of the same text that means something else; others are told with their columns.
  static void AssessDefault(Fate& fate, const Element& element) {
    const Column* from = FindPart(std::get<Table>(fate.from->definition).columns, element.name);
    const Column* to = FindPart(std::get<Table>(fate.to->definition).columns, element.name);
    if (from && to && !to->expression.empty() && from->expression == to->expression) {
      fate.creates.insert(element);
    }
  }

  // Of a view, defaults, rules and triggers are parts; its columns are the query's.
  void AssessViewParts(Fate& fate) {
    if (!std::holds_alternative<View>(fate.from->definition)) return;
    for (const Change& change : fate.changes) {
      if (IsPart(*fate.from, change.element)) AssessPart(fate, change);
    }
  }

  static void AssessSchemas(Fate& fate) {
    const Publication* from = std::get_if<Publication>(&fate.from->definition);
    if (!from) return;
    const Publication& to = std::get<Publication>(fate.to->definition);
    const auto note = [](const std::vector<std::string>& schemas,
                         const std::vector<std::string>& others, std::set<Element>& parts) {
      for (const std::string& schema : schemas) {
        if (!std::ranges::count(others, schema)) {
          parts.insert({ElementKind::kMember, "schema " + schema});
        }
      }
    };
    note(from->schemas, to.schemas, fate.drops);
    note(to.schemas, from->schemas, fate.creates);
  }

  // Members of an operator family are taken off and put on together.
  static void AssessMembers(Fate& fate) {
    const OperatorFamily* from = std::get_if<OperatorFamily>(&fate.from->definition);
    if (!from) return;
    const OperatorFamily& to = std::get<OperatorFamily>(fate.to->definition);
    if (from->loose == to.loose) return;
    const Element loose{ElementKind::kMember, "loose"};
    if (!from->loose.empty()) fate.drops.insert(loose);
    if (!to.loose.empty()) fate.creates.insert(loose);
  }

  static void AssessOwnership(Fate& fate) {
    const Sequence* from = std::get_if<Sequence>(&fate.from->definition);
    if (!from) return;
    const Sequence& to = std::get<Sequence>(fate.to->definition);
    if (from->owned_table == to.owned_table && from->owned_column == to.owned_column) return;
    if (!from->owned_table.empty()) fate.drops.insert(kOwnedBy);
    if (!to.owned_table.empty()) fate.creates.insert(kOwnedBy);
  }

  // The server does not look for values of a domain inside those of other types, and so refuses to
  // ask more of them.
  bool AsksValuesInside(const Fate& fate) const {
    const Domain* from = std::get_if<Domain>(&fate.from->definition);
    const Domain* to = std::get_if<Domain>(&fate.to->definition);
    if (!from || !to) return false;
    const bool asks = (to->not_null && !from->not_null) ||
                      std::ranges::any_of(to->constraints, [&](const Constraint& constraint) {
                        const Constraint* old = FindPart(from->constraints, constraint.name);
                        return !old || old->definition != constraint.definition;
                      });
    const std::string array = SqlName(fate.from->id) + "[]";
    return asks && std::ranges::any_of(book_.NeedsOf(fate.from->id), [&](const Need& need) {
             const Object& holder = *need.object;
             if (holder.id.kind == Kind::kType) return IsHeld(holder.id);
             const Element& element = need.dependency->element;
             if (!IsTable(holder.id) || element.kind != ElementKind::kColumn) return false;
             const Column* column =
                 FindPart(std::get<Table>(holder.definition).columns, element.name);
             return column && column->type == array;
           });
  }

  // A composite type's attributes can be altered while no column holds such values.
  void AssessAttributes(Fate& fate) {
    if (!std::holds_alternative<CompositeType>(fate.from->definition) ||
        !std::holds_alternative<CompositeType>(fate.to->definition)) {
      return;
    }
    const bool retyped = std::ranges::any_of(fate.changes, [](const Change& change) {
      return change.element.kind == ElementKind::kColumn && change.type == ChangeType::kModified &&
             std::ranges::any_of(change.facts, [](const Fact& fact) {
               return fact.name == "type" || fact.name == "collation" || fact.name == "needs";
             });
    });
    if (retyped && IsHeld(fate.from->id)) book_.Replace(fate);
  }

  void AssessTable(Fate& fate) {
    const Table& from = std::get<Table>(fate.from->definition);
    const Table& to = std::get<Table>(fate.to->definition);
    const std::vector<Column> old = EffectiveColumns(book_.from(), *fate.from);
    const std::vector<Column> fresh = EffectiveColumns(book_.to(), *fate.to);
    for (const Column& column : old) {
      const Column* other = FindColumn(fresh, column.name);
      if (!other) {
        fate.drops.insert({ElementKind::kColumn, column.name});
        RemakePolicies(fate, column.name);
      } else {
        AssessColumn(fate, column, *other);
      }
    }
    for (const Column& column : fresh) {
      if (FindColumn(old, column.name)) continue;
      fate.creates.insert({ElementKind::kColumn, column.name});
      // The parent's statement brings the parent's default.
      const Column* listed = FindPart(to.columns, column.name);
      const bool differs = listed && listed->inherited && !listed->expression.empty();
      if (differs && listed->generated == Generated::kNever) {
        fate.creates.insert({ElementKind::kDefault, column.name});
      }
    }
    AssessSequences(old, fresh, fate.drops);
    AssessSequences(fresh, old, fate.creates);
    if (from.partition_of != to.partition_of || from.partition_bound != to.partition_bound) {
      if (!from.partition_of.empty()) fate.drops.insert(kAttachment);
      if (!to.partition_of.empty()) fate.creates.insert(kAttachment);
    }
    book_.RemakeBonds(fate, KeptBonds(from.inherits, to.inherits));
    if (from.of_type != to.of_type) {
      if (!from.of_type.empty()) fate.drops.insert(kOfType);
      if (!to.of_type.empty()) fate.creates.insert(kOfType);
    }
    if (from.replica_identity != to.replica_identity) fate.creates.insert(kReplicaIdentity);
    AssessChildren(fate.from->id);
  }

  // A policy that spoke of a column goes before it does.
  void RemakePolicies(Fate& fate, const std::string& column) {
    for (const Policy& policy : std::get<Table>(fate.from->definition).policies) {
      const Element element{ElementKind::kPolicy, policy.name};
      const std::string text = policy.using_expression + ' ' + policy.check_expression;
      if (Mentions(text, column) && HasPart(*fate.to, element)) book_.Remake(fate, element);
    }
  }

  // Sequences behind identity columns come and go with them, and with being identity columns.
  static void AssessSequences(const std::vector<Column>& columns, const std::vector<Column>& others,
                              std::set<Element>& parts) {
    for (const Column& column : columns) {
      if (!column.identity) continue;
      const Column* other = FindColumn(others, column.name);
      const bool there = other && other->identity &&
                         other->identity->sequence == column.identity->sequence &&
                         !parts.contains({ElementKind::kColumn, column.name});
      if (!there) parts.insert({ElementKind::kSequence, column.identity->sequence});
    }
  }

  // Children have columns of the table that their definitions leave out.
  void AssessChildren(const ObjectId& id) {
    for (const Object* child : book_.Children(id)) {
      if (!book_.FindNew(child->id) || !inherited_.insert(child->id).second) continue;
      Fate& fate = book_.FateOf(child->id);
      if (fate.stays()) AssessTable(fate);
    }
  }

  void AssessColumn(Fate& fate, const Column& from, const Column& to) {
    const Element element{ElementKind::kColumn, from.name};
    const bool was_generated = from.generated != Generated::kNever;
    const bool is_generated = to.generated != Generated::kNever;
    if (!ColumnCanStay(from, to, options_)) return book_.Remake(fate, element);
    if (from.type != to.type || from.collation != to.collation) book_.Retype(fate, from.name);
    if (!is_generated && (was_generated ? "" : from.expression) != to.expression) {
      const Element value{ElementKind::kDefault, from.name};
      if (to.expression.empty()) {
        fate.drops.insert(value);
      } else {
        fate.creates.insert(value);
      }
    }
  }

  // Whether anything speaks of the type, so that its attributes cannot be given other types.
  bool IsHeld(const ObjectId& type) const { return !book_.NeedsOf(type).empty(); }

  FateBook& book_;
  const PlanOptions& options_;
  std::set<ObjectId> inherited_;  // Children looked at for their parents' sake.
};

}  // namespace

void AssessDifferences(FateBook& book, const PlanOptions& options) {
  Assessor(book, options).Run();
}

}  // namespace pggit
