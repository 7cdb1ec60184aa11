#include "core/plan/fate.h"
#include "core/ddl/mention.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <utility>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/ddl/definition.h"
#include "core/diff/diff.h"
#include "core/diff/parts.h"
#include "core/model/parts_of.h"
#include "core/plan/casts.h"
#include "core/plan/effective_columns.h"
#include "core/plan/elements.h"
#include "core/plan/in_place.h"
#include "core/plan/inheritance.h"

namespace pggit {
namespace {

bool IsTable(const ObjectId& id) {
  return id.kind == Kind::kTable || id.kind == Kind::kForeignTable;
}

// Parts that are dropped and made by themselves. What is said of others is said of the object.
bool IsPart(const Object& object, const Element& element) {
  switch (element.kind) {
    case ElementKind::kSelf:
    case ElementKind::kSequence: return false;
    case ElementKind::kColumn: return IsTable(object.id);
    case ElementKind::kDefault:
    case ElementKind::kConstraint:
    case ElementKind::kIndex:
    case ElementKind::kPartition:
    case ElementKind::kRule:
    case ElementKind::kTrigger:
    case ElementKind::kPolicy: return true;
    case ElementKind::kMember:
      return object.id.kind == Kind::kPublication ||
             object.id.kind == Kind::kTextSearchConfiguration ||
             object.id.kind == Kind::kOperatorFamily;
  }
  return false;
}

// Something that others cannot keep needing while the plan runs.
struct Disturbance {
  ObjectId object;
  Element element;  // kSelf for the whole object.
};

class FateDecider {
 public:
  FateDecider(const Schema& from, const Schema& to, const PlanOptions& options)
      : from_(from), to_(to), options_(options) {
    for (const auto& [id, object] : from_.objects) {
      for (const Dependency& need : object.attributes.needs) {
        needed_by_[need.on].push_back({&object, &need});
      }
      for (const Object* parent : Parents(from_, object)) children_[parent->id].push_back(&object);
      if (const Sequence* sequence = std::get_if<Sequence>(&object.definition)) {
        if (const Object* table = FindTable(from_, sequence->owned_table)) {
          owned_[table->id].push_back(&object);
        }
      }
    }
  }

  Fates Decide() {
    for (const Change& change : Diff(from_, to_)) Note(change);
    for (auto& [id, fate] : fates_) {
      if (fate.from && fate.to) Assess(fate);
    }
    Settle();
    FreeKeysInCircles();
    Settle();
    if (options_.one_transaction) {
      while (ReplaceUsedEnum()) Settle();
    }
    SwapTogether();
    LiftDefaultPrivileges();
    RequireExactInheritance({from_, to_, fates_, options_});
    RequireTypesOrder({from_, to_, fates_, options_});
    return std::move(fates_);
  }

 private:
  void Settle() {
    while (!disturbed_.empty()) {
      const Disturbance next = std::move(disturbed_.front());
      disturbed_.pop_front();
      Spread(next);
    }
  }

  struct Need {
    const Object* object;
    const Dependency* dependency;
  };

  static const Object* Find(const Schema& schema, const ObjectId& id) {
    const auto found = schema.objects.find(id);
    return found == schema.objects.end() ? nullptr : &found->second;
  }

  Fate& FateOf(const ObjectId& id) {
    Fate& fate = fates_[id];
    fate.from = Find(from_, id);
    fate.to = Find(to_, id);
    return fate;
  }

  void Note(const Change& change) {
    Fate& fate = FateOf(change.object);
    if (!fate.from) fate.way = Fate::Way::kCreate;
    if (!fate.to) fate.way = Fate::Way::kDrop;
    if (fate.from && fate.to) fate.changes.push_back(change);
  }

  // Tables that refer to each other cannot become unlogged, or logged, one after the other.
  void FreeKeysInCircles() {
    std::map<ObjectId, std::set<ObjectId>> refers;
    for (const auto& [id, fate] : fates_) {
      if (!ChangesPersistence(fate)) continue;
      for (const Dependency& need : KeptKeys(fate)) refers[id].insert(need.on);
    }
    for (auto& [id, fate] : fates_) {
      if (!refers.contains(id)) continue;
      for (const Dependency& need : KeptKeys(fate)) {
        if (Leads(refers, need.on, id)) Remake(fate, need.element);
      }
    }
  }

  static bool ChangesPersistence(const Fate& fate) {
    return fate.stays() && fate.from && fate.to && fate.from->id.kind == Kind::kTable &&
           std::get<Table>(fate.from->definition).persistence !=
               std::get<Table>(fate.to->definition).persistence;
  }

  // The foreign keys that stay on a table, to tables whose persistence changes, too.
  std::vector<Dependency> KeptKeys(const Fate& fate) const {
    std::vector<Dependency> keys;
    for (const Dependency& need : fate.from->attributes.needs) {
      const auto on = fates_.find(need.on);
      if (need.element.kind == ElementKind::kConstraint && !fate.drops.contains(need.element) &&
          on != fates_.end() && ChangesPersistence(on->second)) {
        keys.push_back(need);
      }
    }
    return keys;
  }

  // Whether the references of `from` lead to `to`.
  static bool Leads(const std::map<ObjectId, std::set<ObjectId>>& refers, const ObjectId& from,
                    const ObjectId& to) {
    std::set<ObjectId> seen = {from};
    std::deque<ObjectId> open = {from};
    for (; !open.empty(); open.pop_front()) {
      const auto found = refers.find(open.front());
      if (found == refers.end()) continue;
      for (const ObjectId& next : found->second) {
        if (next == to) return true;
        if (seen.insert(next).second) open.push_back(next);
      }
    }
    return false;
  }

  // A value added to an enum cannot be used in the same transaction; those of a new type can.
  bool ReplaceUsedEnum() {
    for (auto& [id, fate] : fates_) {
      if (!fate.from || !fate.to || !fate.stays()) continue;
      const EnumType* from = std::get_if<EnumType>(&fate.from->definition);
      const EnumType* to = std::get_if<EnumType>(&fate.to->definition);
      if (!from || !to) continue;
      for (const std::string& value : to->values) {
        if (std::ranges::count(from->values, value) || !IsUsed(id, value)) continue;
        Replace(fate);
        return true;
      }
    }
    return false;
  }

  bool IsUsed(const ObjectId& type, const std::string& value) const {
    return std::ranges::any_of(fates_, [&](const auto& entry) {
      return entry.first != type && entry.second.to &&
             HoldsLiteral(RenderDefinition(*entry.second.to), value);
    });
  }

  // What a type that is put aside is made of is put aside with it.
  void SwapTogether() {
    for (bool found = true; std::exchange(found, false);) {
      for (const auto& [id, fate] : fates_) {
        if (fate.way != Fate::Way::kSwap) continue;
        for (const Dependency& need : fate.from->attributes.needs) {
          const auto on = fates_.find(need.on);
          const bool type = need.on.kind == Kind::kType || need.on.kind == Kind::kDomain;
          if (!type || on == fates_.end() || on->second.way != Fate::Way::kReplace) continue;
          on->second.way = Fate::Way::kSwap;
          found = true;
        }
      }
    }
  }

  // Default privileges are lifted while extensions are made.
  void LiftDefaultPrivileges() {
    const bool made = std::ranges::any_of(fates_, [](const auto& entry) {
      return entry.first.kind == Kind::kExtension && entry.second.to && !entry.second.stays();
    });
    if (!made) return;
    for (const auto& [id, object] : from_.objects) {
      if (id.kind != Kind::kDefaultPrivileges || !Find(to_, id)) continue;
      FateOf(id).way = Fate::Way::kReplace;
    }
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
    if (!ObjectCanStay(*fate.from, *fate.to, self) || AsksValuesInside(fate)) return Replace(fate);
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
    if (change.type != ChangeType::kAdded) Disturb(fate.from->id, change.element);
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
    const auto holders = needed_by_.find(fate.from->id);
    if (!from || !to || holders == needed_by_.end()) return false;
    const bool asks = (to->not_null && !from->not_null) ||
                      std::ranges::any_of(to->constraints, [&](const Constraint& constraint) {
                        const Constraint* old = FindPart(from->constraints, constraint.name);
                        return !old || old->definition != constraint.definition;
                      });
    const std::string array = SqlName(fate.from->id) + "[]";
    return asks && std::ranges::any_of(holders->second, [&](const Need& need) {
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
    if (retyped && IsHeld(fate.from->id)) Replace(fate);
  }

  // Whether anything speaks of the type, so that its attributes cannot be given other types.
  bool IsHeld(const ObjectId& type) const { return needed_by_.contains(type); }

  void AssessTable(Fate& fate) {
    const Table& from = std::get<Table>(fate.from->definition);
    const Table& to = std::get<Table>(fate.to->definition);
    const std::vector<Column> old = EffectiveColumns(from_, *fate.from);
    const std::vector<Column> fresh = EffectiveColumns(to_, *fate.to);
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
      if (!FindColumn(old, column.name)) fate.creates.insert({ElementKind::kColumn, column.name});
    }
    AssessSequences(old, fresh, fate.drops);
    AssessSequences(fresh, old, fate.creates);
    if (from.partition_of != to.partition_of || from.partition_bound != to.partition_bound) {
      if (!from.partition_of.empty()) fate.drops.insert(kAttachment);
      if (!to.partition_of.empty()) fate.creates.insert(kAttachment);
    }
    RemakeBonds(fate, KeptBonds(from.inherits, to.inherits));
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
      if (Mentions(text, column) && StaysIn(*fate.to, element)) Remake(fate, element);
    }
  }

  // Keeps the first `kept` of the tables that it will inherit from, and makes the other bonds
  // again.
  static void RemakeBonds(Fate& fate, std::size_t kept) {
    const Table& from = std::get<Table>(fate.from->definition);
    const Table& to = std::get<Table>(fate.to->definition);
    const auto end_of_kept = to.inherits.begin() + static_cast<std::ptrdiff_t>(kept);
    for (const std::string& parent : from.inherits) {
      if (std::find(to.inherits.begin(), end_of_kept, parent) == end_of_kept) {
        fate.drops.insert(Bond(parent));
      }
    }
    for (auto parent = end_of_kept; parent != to.inherits.end(); ++parent) {
      fate.creates.insert(Bond(*parent));
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
    const auto children = children_.find(id);
    if (children == children_.end()) return;
    for (const Object* child : children->second) {
      if (!Find(to_, child->id) || !inherited_.insert(child->id).second) continue;
      Fate& fate = FateOf(child->id);
      if (fate.stays()) AssessTable(fate);
    }
  }

  void AssessColumn(Fate& fate, const Column& from, const Column& to) {
    const Element element{ElementKind::kColumn, from.name};
    const bool was_generated = from.generated != Generated::kNever;
    const bool is_generated = to.generated != Generated::kNever;
    if (!ColumnCanStay(from, to, options_)) return Remake(fate, element);
    if (from.type != to.type || from.collation != to.collation) Retype(fate, from.name);
    if (!is_generated && (was_generated ? "" : from.expression) != to.expression) {
      const Element value{ElementKind::kDefault, from.name};
      if (to.expression.empty()) {
        fate.drops.insert(value);
      } else {
        fate.creates.insert(value);
      }
    }
  }

  void Disturb(const ObjectId& object, const Element& element) {
    disturbed_.push_back({object, element});
  }

  void Replace(Fate& fate) {
    if (fate.goes()) return;
    const ObjectId& id = fate.from->id;
    fate.way = Fate::Way::kReplace;
    fate.drops.clear();
    fate.creates.clear();
    fate.retypes.clear();
    Disturb(id, {});
  }

  // Drops a part that stays otherwise, and makes it again.
  void Remake(Fate& fate, const Element& element) {
    const bool fresh = fate.drops.insert(element).second;
    fate.creates.insert(element);
    if (fresh) Disturb(fate.from->id, element);
  }

  void Retype(Fate& fate, const std::string& column) {
    if (fate.retypes.insert(column).second) Disturb(fate.from->id, {ElementKind::kColumn, column});
  }

  // Everything that needs what is disturbed, in the order of objects.
  void Spread(const Disturbance& what) {
    if (const auto found = needed_by_.find(what.object); found != needed_by_.end()) {
      for (const Need& need : found->second) {
        if (Concerns(what, *need.dependency)) Reach(what, need);
      }
    }
    const auto fate = fates_.find(what.object);
    if (IsTable(what.object) && fate != fates_.end() && fate->second.stays()) {
      SpreadWithin(what, fate->second);
    }
    if (what.element.kind == ElementKind::kSelf || what.element.kind == ElementKind::kColumn) {
      SpreadToSequences(what);
    }
  }

  static bool Concerns(const Disturbance& what, const Dependency& need) {
    return what.element.kind == ElementKind::kSelf ||
           std::ranges::find(need.elements, what.element) != need.elements.end();
  }

  bool IsRetyped(const Disturbance& what) const {
    const auto fate = fates_.find(what.object);
    return fate != fates_.end() && what.element.kind == ElementKind::kColumn &&
           fate->second.retypes.contains(what.element.name) &&
           !fate->second.drops.contains(what.element);
  }

  void Reach(const Disturbance& what, const Need& need) {
    const ObjectId id = need.object->id;
    const Object* fresh = Find(to_, id);
    if (!fresh) return;  // It is dropped before.
    const Element& element = need.dependency->element;
    // A retyped column takes its statistics and most foreign keys along.
    if (IsRetyped(what) && (id.kind == Kind::kStatistics || KeysFollow(what, need))) return;
    Fate& fate = FateOf(id);
    if (fate.goes()) return;
    if (IsTable(id) && element.kind == ElementKind::kSelf) return ReachTable(what, fate);
    if (IsTable(id) && element.kind == ElementKind::kColumn)
      return ReachColumn(what, fate, element);
    if (IsPart(*need.object, element)) return Remake(fate, PartOf(*need.object, element));
    Replace(fate);
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
      Remake(fate, kAttachment);
    } else if (std::ranges::find(table.inherits, name) != table.inherits.end()) {
      const std::vector<std::string>& fresh = std::get<Table>(fate.to->definition).inherits;
      const auto place = std::ranges::find(fresh, name) - fresh.begin();
      RemakeBonds(fate,
                  std::min(KeptBonds(table.inherits, fresh), static_cast<std::size_t>(place)));
    } else if (table.of_type == name) {
      Remake(fate, kOfType);
    } else if (fate.from->id.kind == Kind::kForeignTable) {
      Replace(fate);
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
    if (generated) return Remake(fate, element);
    if (!values) Refuse(what, fate, element);
    const std::vector<Column> fresh = EffectiveColumns(to_, *fate.to);
    if (!FindColumn(fresh, element.name) || !StillNeeds(*fate.to, element, id)) return;
    const Fate& other = fates_.at(id);
    if (std::holds_alternative<BaseType>(other.from->definition)) Refuse(what, fate, element);
    fates_.at(id).way = Fate::Way::kSwap;
    Retype(fate, element.name);
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
    const Fate& fate = fates_.at(id);
    const std::vector<Column> old = EffectiveColumns(from_, *fate.from);
    const std::vector<Column> fresh = EffectiveColumns(to_, *fate.to);
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
      if (Mentions(text, column) && StaysIn(*fate.to, element)) Remake(fate, element);
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
          StaysIn(*fate.to, element)) {
        Remake(fate, element);
      }
    }
  }

  static bool StaysIn(const Object& to, const Element& element) {
    const Table& table = std::get<Table>(to.definition);
    switch (element.kind) {
      case ElementKind::kTrigger: return FindPart(table.triggers, element.name) != nullptr;
      case ElementKind::kRule: return FindPart(table.rules, element.name) != nullptr;
      case ElementKind::kPolicy: return FindPart(table.policies, element.name) != nullptr;
      case ElementKind::kConstraint: return FindPart(table.constraints, element.name) != nullptr;
      case ElementKind::kIndex: return FindPart(table.indexes, element.name) != nullptr;
      case ElementKind::kColumn: return FindPart(table.columns, element.name) != nullptr;
      case ElementKind::kSelf:
      case ElementKind::kDefault:
      case ElementKind::kSequence:
      case ElementKind::kPartition:
      case ElementKind::kMember: return false;
    }
    return false;
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
    const auto children = children_.find(fate.from->id);
    if (children == children_.end()) return;
    for (const Object* child : children->second) {
      if (!Find(to_, child->id)) continue;
      Fate& of_child = FateOf(child->id);
      if (of_child.stays()) Retype(of_child, column);
    }
  }

  // A sequence that a column owns outlives it only when it is set free before.
  void SpreadToSequences(const Disturbance& what) {
    const auto found = owned_.find(what.object);
    if (found == owned_.end()) return;
    const bool whole = what.element.kind == ElementKind::kSelf;
    const auto fate = fates_.find(what.object);
    const bool remade =
        whole || (fate != fates_.end() && fate->second.drops.contains(what.element));
    if (!remade) return;
    for (const Object* sequence : found->second) {
      const bool of_column =
          whole || std::get<Sequence>(sequence->definition).owned_column == what.element.name;
      if (of_column && Find(to_, sequence->id)) Remake(FateOf(sequence->id), kOwnedBy);
    }
  }

  const Schema& from_;
  const Schema& to_;
  const PlanOptions& options_;
  std::map<ObjectId, std::vector<Need>> needed_by_;
  std::map<ObjectId, std::vector<const Object*>> children_;
  std::map<ObjectId, std::vector<const Object*>> owned_;
  std::set<ObjectId> inherited_;  // Children looked at for their parents' sake.
  Fates fates_;
  std::deque<Disturbance> disturbed_;
};

}  // namespace

Fates DecideFates(const Schema& from, const Schema& to, const PlanOptions& options) {
  return FateDecider(from, to, options).Decide();
}

}  // namespace pggit
