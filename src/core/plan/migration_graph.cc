#include "core/plan/migration_graph.h"
#include "core/ddl/mention.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/base/identifier.h"
#include "core/diff/parts.h"
#include "core/model/parts_of.h"
#include "core/plan/drop.h"
#include "core/plan/effective_columns.h"
#include "core/plan/elements.h"
#include "core/plan/inheritance.h"
#include "core/plan/name_claims.h"

namespace pggit {
namespace {

using Place = std::pair<ObjectId, Element>;

class MigrationGraphBuilder {
 public:
  MigrationGraphBuilder(const Migration& migration, const MigrationBreaks& breaks)
      : migration_(migration), breaks_(breaks) {}

  std::vector<MigrationNode> Build() {
    AddMaking();
    for (const auto& [id, fate] : migration_.fates) {
      if (fate.from) AddDrops(fate);
    }
    ResolveAliases();
    for (const auto& [id, fate] : migration_.fates) {
      if (fate.from && fate.goes()) GoWithParent(fate);
    }
    for (const auto& [id, fate] : migration_.fates) {
      if (!fate.from) continue;
      ImplyDrops(fate);
      AddIdentity(fate);
      AddEndings(fate);
      AddWithin(fate);
      AddSchema(fate);
      AddOwnership(fate);
      AddUnbinding(fate);
      AddPersistence(fate);
      AddPublishing(fate);
    }
    AddNames();
    AddBounds();
    AddDefaults();
    return std::move(nodes_);
  }

 private:
  // What is dropped or put aside, and where.
  struct Drop {
    std::size_t first;  // Takes the name away.
    std::size_t last;   // The thing is gone.
  };

  void After(std::size_t node, std::size_t other) {
    if (node != other) nodes_[node].needs.push_back(other);
  }

  const Fate* FateOf(const ObjectId& id) const {
    const auto found = migration_.fates.find(id);
    return found == migration_.fates.end() ? nullptr : &found->second;
  }

  // --- What is made and altered: the graph of a restore, of the objects that change alone.

  void AddMaking() {
    Schema changed;
    Alterations alterations;
    std::map<ObjectId, Actions> actions;
    for (const auto& [id, fate] : migration_.fates) {
      if (!fate.to) continue;
      changed.objects.emplace(id, *fate.to);
      actions[id] = fate.stays() ? Alter(migration_, fate) : Create(migration_, fate);
      if (!fate.stays()) continue;
      std::vector<Piece>& pieces = alterations[id];
      for (const Action& action : actions[id]) pieces.push_back(action.piece);
    }
    RestoreGraph graph = BuildRestoreGraph(
        changed, breaks_.made, alterations,
        [&](const Object& object) { return WithUndoneDefaults(object, actions.at(object.id)); });
    std::map<ObjectId, std::size_t> position;
    for (RestoreNode& node : graph.nodes) {
      const ObjectId& id = node.object->id;
      const std::size_t at = position[id]++;
      Cost cost;
      if (alterations.contains(id)) cost = actions.at(id).at(at).cost;
      nodes_.push_back({id, node.piece.element, std::move(node.piece.sql), std::move(cost),
                        node.phase, /*drops=*/false, std::move(node.needs)});
      makes_[{id, nodes_.back().element}].push_back(nodes_.size() - 1);
    }
    for (auto& [id, group] : graph.groups) groups_.emplace(id, std::move(group));
  }

  // The pieces of an object in the form that opens circles, with what undoes default privileges.
  std::vector<Piece> WithUndoneDefaults(const Object& object, const Actions& actions) const {
    std::vector<Piece> pieces = PiecesOf(object, breaks_.made);
    std::vector<Piece> undo;
    for (const Action& action : actions) {
      const bool known = std::ranges::any_of(
          pieces, [&](const Piece& piece) { return piece.sql == action.piece.sql; });
      if (action.piece.purpose == Purpose::kGrants && !known) undo.push_back(action.piece);
    }
    const auto grants = std::ranges::find(pieces, Purpose::kGrants, &Piece::purpose);
    pieces.insert(grants, undo.begin(), undo.end());
    return pieces;
  }

  // --- What is dropped.

  std::size_t AddNode(const ObjectId& id, const Element& element, Removal removal) {
    nodes_.push_back({id,
                      element,
                      std::move(removal.sql),
                      std::move(removal.cost),
                      Phase::kDrops,
                      /*drops=*/true,
                      {}});
    return nodes_.size() - 1;
  }

  void AddDrops(const Fate& fate) {
    const ObjectId& id = fate.from->id;
    if (fate.way == Fate::Way::kSwap) return AddSwap(fate);
    if (fate.goes()) {
      AddSevering(*fate.from);
      if (DroppedParent(fate)) return;
      Removal removal = pggit::Drop(*fate.from);
      // What is made again as it was breaks nobody's queries.
      if (fate.to && fate.changes.empty()) removal.cost.hazards = {};
      removal.sql = BeforeDrop(fate) + removal.sql + AfterDrop(*fate.from);
      const std::size_t node = AddNode(id, {}, std::move(removal));
      drops_[{id, {}}] = {node, node};
      if (breaks_.tables.contains(id) || breaks_.views.contains(id)) AddParts(*fate.from, node);
      return;
    }
    for (const Element& element : fate.drops) {
      if (element.kind == ElementKind::kSequence) continue;  // It goes with its column.
      if (const auto other = GoesWith(fate, element)) {
        if (!other->second.name.empty()) aliases_.emplace_back(Place{id, element}, *other);
        continue;
      }
      const bool alone =
          element.kind == ElementKind::kColumn && DropsAlone(migration_, fate, element);
      const std::size_t node = AddNode(id, element, DropPart(*fate.from, element, alone));
      drops_[{id, element}] = {node, node};
    }
  }

  // The partitioned table that takes a partition with it when it is dropped.
  const Object* DroppedParent(const Fate& fate) const {
    const Table* table = std::get_if<Table>(&fate.from->definition);
    const Object* parent = table ? FindTable(migration_.from, table->partition_of) : nullptr;
    const Fate* of_parent = parent ? FateOf(parent->id) : nullptr;
    return of_parent && of_parent->goes() ? parent : nullptr;
  }

  void GoWithParent(const Fate& fate) {
    const Object* root = DroppedParent(fate);
    if (!root) return;
    while (const Object* parent = DroppedParent(*FateOf(root->id))) root = parent;
    drops_.insert_or_assign({fate.from->id, {}}, drops_.at({root->id, {}}));
  }

  // A partition of a table that foreign keys refer to can only be dropped when it is detached.
  std::string BeforeDrop(const Fate& fate) const {
    const Table* table = std::get_if<Table>(&fate.from->definition);
    if (!table || table->partition_of.empty()) return "";
    for (const Object* parent = FindTable(migration_.from, table->partition_of); parent;) {
      for (const auto& [id, object] : migration_.from.objects) {
        for (const Dependency& need : object.attributes.needs) {
          if (need.on == parent->id && need.element.kind == ElementKind::kConstraint &&
              !(std::holds_alternative<Table>(object.definition) &&
                std::get<Table>(object.definition).partition_of == SqlName(parent->id))) {
            return DropPart(*fate.from, kAttachment).sql + ";\n";
          }
        }
      }
      parent = FindTable(migration_.from, std::get<Table>(parent->definition).partition_of);
    }
    return "";
  }

  // Other operators that one speaks of and nobody made are there in name, and hold on to its types.
  std::string AfterDrop(const Object& object) const {
    const Operator* self = std::get_if<Operator>(&object.definition);
    if (!self) return "";
    const auto text = [](const std::string& type) { return type.empty() ? "NONE" : type; };
    std::string sql;
    const auto add = [&](const std::string& name, const std::string& left,
                         const std::string& right) {
      if (name.empty()) return;
      constexpr std::string_view kWord = "OPERATOR(";
      const std::string plain = name.substr(kWord.size(), name.size() - kWord.size() - 1);
      const std::string whole = plain + " (" + text(left) + ',' + text(right) + ')';
      const bool made = std::ranges::any_of(migration_.from.objects, [&](const auto& entry) {
        return entry.first.kind == Kind::kOperator && SqlName(entry.first) == whole;
      });
      if (!made) sql += ";\nDROP OPERATOR IF EXISTS " + whole;
    };
    add(self->commutator, self->right_type, self->left_type);
    add(self->negator, self->left_type, self->right_type);
    return sql;
  }

  void AddSwap(const Fate& fate) {
    const ObjectId& id = fate.from->id;
    const std::string aside = "pggit_old_" + std::to_string(++swaps_);
    const std::string alter = "ALTER " + Describe(id) + " RENAME TO " + aside;
    ObjectId renamed = id;
    renamed.name = aside;
    std::string sql;
    if (const RangeType* range = std::get_if<RangeType>(&fate.from->definition)) {
      sql = RangeAside(id, *range, aside);
    }
    sql += alter;
    const std::size_t first = AddNode(id, {}, {sql, {}});
    const std::size_t last = AddNode(id, {}, {"DROP " + DropTarget(renamed), {}});
    After(last, first);
    drops_[{id, {}}] = {first, last};
  }

  // A range comes with a multirange, and with functions that make values of both, by their names.
  static std::string RangeAside(const ObjectId& id, const RangeType& range,
                                const std::string& aside) {
    const std::string multirange = Multirange(id, range);
    const std::string other = aside + "_multirange";
    const auto rename = [](const std::string& what, const std::string& name) {
      return "ALTER " + what + " RENAME TO " + name + ";\n";
    };
    const std::string make = "FUNCTION " + SqlName(id);
    const std::string make_many = "FUNCTION " + multirange;
    return rename(make + '(' + range.subtype + ", " + range.subtype + ')', aside) +
           rename(make + '(' + range.subtype + ", " + range.subtype + ", text)", aside) +
           rename(make_many + "()", other) + rename(make_many + '(' + SqlName(id) + ')', other) +
           rename(make_many + '(' + SqlName(id) + "[])", other) +
           rename("TYPE " + multirange, other);
  }

  // The name that the server gives a range's multirange when nobody does.
  static std::string Multirange(const ObjectId& id, const RangeType& range) {
    if (!range.multirange_name.empty()) return range.multirange_name;
    std::string name = id.name;
    const std::size_t at = name.find("range");
    name = at == std::string::npos ? name + "_multirange" : name.replace(at, 5, "multirange");
    return QuoteQualified(id.schema, name);
  }

  // On a circle, a view or function is first made to need nothing.
  void AddSevering(const Object& object) {
    constexpr std::string_view kCreate = "CREATE";
    std::string sql;
    if (breaks_.views.contains(object.id)) {
      sql = ViewFromColumns(object.id, std::get<View>(object.definition));
    } else if (breaks_.functions.contains(object.id)) {
      sql = WithoutBody(object);
    } else {
      return;
    }
    sql.replace(0, kCreate.size(), "CREATE OR REPLACE");
    severs_[object.id] = AddNode(object.id, {}, {std::move(sql), {}});
  }

  // On a circle, what a relation's parts need is let go before the relation is dropped.
  void AddParts(const Object& object, std::size_t whole) {
    std::set<Element> elements;
    for (const Dependency& need : object.attributes.needs) {
      const ElementKind kind = need.element.kind;
      if (kind == ElementKind::kConstraint || kind == ElementKind::kDefault ||
          kind == ElementKind::kRule || kind == ElementKind::kTrigger ||
          kind == ElementKind::kPolicy || kind == ElementKind::kIndex) {
        elements.insert(need.element);
      }
    }
    for (const Element& element : elements) {
      const std::size_t node = AddNode(object.id, element, DropPart(object, element));
      drops_[{object.id, element}] = {node, node};
      After(whole, node);
    }
  }

  // What drops the part when the table's own statements do not: a parent's part, or nothing.
  std::optional<Place> GoesWith(const Fate& fate, const Element& element) const {
    const Table* table = std::get_if<Table>(&fate.from->definition);
    if (!table) return std::nullopt;
    const Place nothing{fate.from->id, {}};
    if (element.kind == ElementKind::kTrigger) {
      const bool copy = FindPart(table->triggers, element.name)->definition.empty();
      return copy ? std::optional(nothing) : std::nullopt;
    }
    if (element.kind == ElementKind::kColumn && !GoesWithParents(migration_, fate, element)) {
      return std::nullopt;
    }
    for (const Object* parent : Parents(migration_.from, *fate.from)) {
      const Fate* of_parent = FateOf(parent->id);
      if (!of_parent || !of_parent->stays() || !IsBound(migration_, fate, parent->id)) continue;
      for (const Element& dropped : of_parent->drops) {
        if (Takes(*of_parent, dropped, *table, element)) return Place{parent->id, dropped};
      }
    }
    if (element.kind == ElementKind::kColumn) return nothing;
    return std::nullopt;
  }

  // Whether dropping a part of `parent` drops that of its child, too.
  bool Takes(const Fate& parent, const Element& dropped, const Table& child,
             const Element& element) const {
    const std::string name = QuoteQualified(parent.from->id.schema, dropped.name);
    const bool key =
        dropped.kind == ElementKind::kIndex || dropped.kind == ElementKind::kConstraint;
    if (element.kind == ElementKind::kIndex) {
      return key && FindPart(child.indexes, element.name)->attached_to == name;
    }
    if (element.kind == ElementKind::kConstraint) {
      const Constraint& constraint = *FindPart(child.constraints, element.name);
      return (key && constraint.attached_to == name) ||
             (dropped == element && constraint.kind == ConstraintKind::kCheck &&
              !child.partition_of.empty());
    }
    return element.kind == ElementKind::kColumn && dropped == element &&
           !DropsAlone(migration_, parent, element);
  }

  // The parent's part may go with its own parent's.
  void ResolveAliases() {
    for (bool found = true; std::exchange(found, false);) {
      for (const auto& [place, other] : aliases_) {
        const auto drop = drops_.find(other);
        if (drop != drops_.end() && drops_.emplace(place, drop->second).second) found = true;
      }
    }
  }

  // --- What goes with something else that is dropped.

  void ImplyDrops(const Fate& fate) {
    const auto drop = drops_.find({fate.from->id, {}});
    if (!fate.goes() || drop == drops_.end()) return;
    const std::size_t node = drop->second.last;
    if (const Sequence* sequence = std::get_if<Sequence>(&fate.from->definition)) {
      const Object* table = FindTable(migration_.from, sequence->owned_table);
      if (!table) return;
      for (const Element& element :
           {Element{}, Element{ElementKind::kColumn, sequence->owned_column}}) {
        const auto owner = drops_.find({table->id, element});
        if (owner == drops_.end()) continue;
        Imply(node, owner->second.last);
      }
      return;
    }
    // A base type's own functions are dropped with it.
    for (const Dependency& need : fate.from->attributes.needs) {
      const Fate* type = FateOf(need.on);
      if (!type || !type->goes() || type->way == Fate::Way::kSwap ||
          fate.from->id.kind != Kind::kFunction) {
        continue;
      }
      const bool own =
          std::ranges::any_of(type->from->attributes.needs, [&](const Dependency& back) {
            return back.on == fate.from->id && back.element.kind == ElementKind::kMember;
          });
      if (!own) continue;
      Imply(node, drops_.at({need.on, {}}).last);
      implied_.insert(fate.from->id);
    }
  }

  void Imply(std::size_t node, std::size_t cause) {
    nodes_[node].sql.clear();
    nodes_[node].cost = {};
    After(node, cause);
  }

  // --- The same thing is dropped before it is made again.

  void AddIdentity(const Fate& fate) {
    const ObjectId& id = fate.from->id;
    if (!fate.to) return;
    if (const auto drop = drops_.find({id, {}}); drop != drops_.end()) {
      After(groups_.at(id).first, drop->second.first);
      return;
    }
    for (const Element& element : fate.drops) {
      const auto drop = drops_.find({id, element});
      const auto made = makes_.find({id, element});
      if (drop == drops_.end() || made == makes_.end()) continue;
      for (const std::size_t node : made->second) After(node, drop->second.last);
    }
  }

  // --- What needed something until now lets go of it before it is dropped.

  void AddEndings(const Fate& fate) {
    for (const Dependency& need : fate.from->attributes.needs) {
      const Fate* on = FateOf(need.on);
      if (!on || !on->from) continue;
      const std::vector<std::size_t> enders = Enders(fate, need);
      for (const std::size_t target : Targets(fate, need, *on)) {
        for (const std::size_t ender : enders) After(target, ender);
      }
    }
  }

  // The statements after which the part does not need what it did.
  std::vector<std::size_t> Enders(const Fate& fate, const Dependency& need) const {
    const ObjectId& id = fate.from->id;
    if (fate.goes()) {
      const auto part = drops_.find({id, need.element});
      if (need.element != Element{} && part != drops_.end()) return {part->second.last};
      const auto sever = severs_.find(id);
      if (need.element == Element{} && sever != severs_.end()) return {sever->second};
      return {drops_.at({id, {}}).last};
    }
    std::vector<std::size_t> enders;
    const auto add_drop = [&](const Element& element) {
      if (const auto drop = drops_.find({id, element}); drop != drops_.end()) {
        enders.push_back(drop->second.last);
      }
    };
    const Table* table = std::get_if<Table>(&fate.from->definition);
    if (table && need.element.kind == ElementKind::kSelf) {
      for (const Element& bond : {kAttachment, kOfType, Bond(SqlName(need.on))}) add_drop(bond);
      const auto made = makes_.find({id, {}});
      if (enders.empty() && made != makes_.end()) enders = made->second;
      return enders;
    }
    // The parts of a partition let go of those of its table as it does.
    if (table && fate.drops.contains(kAttachment) && IsAttached(*table, need)) {
      add_drop(kAttachment);
      return enders;
    }
    add_drop(need.element);
    if (need.element.kind == ElementKind::kDefault) {
      add_drop({ElementKind::kColumn, need.element.name});
    }
    if (need.element.kind == ElementKind::kIndex) {
      add_drop({ElementKind::kConstraint, need.element.name});
    }
    if (!enders.empty()) return enders;
    const auto made = makes_.find({id, need.element});
    if (made != makes_.end()) enders = made->second;
    return enders;
  }

  static bool IsAttached(const Table& table, const Dependency& need) {
    const Constraint* constraint = need.element.kind == ElementKind::kConstraint
                                       ? FindPart(table.constraints, need.element.name)
                                       : nullptr;
    const Index* index = need.element.kind == ElementKind::kIndex
                             ? FindPart(table.indexes, need.element.name)
                             : nullptr;
    return SqlName(need.on) == table.partition_of &&
           ((constraint && !constraint->attached_to.empty()) ||
            (index && !index->attached_to.empty()));
  }

  // The statements that what is needed has to be let go before.
  std::vector<std::size_t> Targets(const Fate& fate, const Dependency& need, const Fate& on) const {
    const ObjectId& id = need.on;
    std::vector<std::size_t> targets;
    if (on.goes()) {
      // A base type takes its own functions with it, and they need it.
      if (implied_.contains(fate.from->id) && IsOwnFunction(fate, on)) return {};
      const Drop& drop = drops_.at({id, {}});
      const bool moves = (fate.stays() && need.element.kind == ElementKind::kColumn &&
                          fate.retypes.contains(need.element.name)) ||
                         fate.way == Fate::Way::kSwap;
      targets.push_back(moves ? drop.last : drop.first);
      return targets;
    }
    for (const Element& element : need.elements) {
      if (const auto drop = drops_.find({id, element}); drop != drops_.end()) {
        targets.push_back(drop->second.first);
      }
      if (element.kind == ElementKind::kColumn && IsRemade(fate, need))
        AddColumnNodes(on, element, targets);
    }
    return targets;
  }

  static bool IsOwnFunction(const Fate& function, const Fate& type) {
    return std::ranges::any_of(type.from->attributes.needs, [&](const Dependency& back) {
      return back.on == function.from->id;
    });
  }

  // Whether the needing part is dropped, so that it can go before a column is altered.
  bool IsRemade(const Fate& fate, const Dependency& need) const {
    return fate.goes() || fate.drops.contains(need.element) ||
           (need.element.kind == ElementKind::kIndex &&
            fate.drops.contains({ElementKind::kConstraint, need.element.name}));
  }

  // What alters a column, be it on the table or on a parent that carries it down.
  void AddColumnNodes(const Fate& fate, const Element& column,
                      std::vector<std::size_t>& nodes) const {
    if (!fate.retypes.contains(column.name)) return;
    const ObjectId& id = fate.from->id;
    if (const auto made = makes_.find({id, column}); made != makes_.end()) {
      for (const std::size_t node : made->second) {
        if (fate.retypes.contains(column.name)) nodes.push_back(node);
      }
    }
    for (const Object* parent : Parents(migration_.from, *fate.from)) {
      const Fate* of_parent = FateOf(parent->id);
      if (of_parent && of_parent->stays()) AddColumnNodes(*of_parent, column, nodes);
    }
  }

  // --- Within a table that stays, other parts are dropped before columns are altered or dropped.

  void AddWithin(const Fate& fate) {
    const Table* table = std::get_if<Table>(&fate.from->definition);
    if (!table || !fate.stays()) return;
    const ObjectId& id = fate.from->id;
    const auto is_generated = [&](const Element& column) {
      const Column* found = FindPart(table->columns, column.name);
      return found && found->generated != Generated::kNever;
    };
    AddOwnKeys(fate, *table);
    AddExpressions(fate, *table);
    std::vector<std::size_t> plain;  // Statements about columns that are not generated.
    for (const auto& [place, made] : makes_) {
      if (place.first != id || place.second.kind != ElementKind::kColumn) continue;
      if (fate.creates.contains(place.second) && !fate.drops.contains(place.second)) continue;
      for (const std::size_t node : made) plain.push_back(node);
    }
    for (const Object* parent : Parents(migration_.from, *fate.from)) {
      const Fate* of_parent = FateOf(parent->id);
      if (!of_parent || !of_parent->stays()) continue;
      for (const std::string& column : of_parent->retypes) {
        AddColumnNodes(*of_parent, {ElementKind::kColumn, column}, plain);
      }
    }
    for (const Element& element : fate.drops) {
      const auto drop = drops_.find({id, element});
      if (drop == drops_.end()) continue;
      const bool column = element.kind == ElementKind::kColumn;
      AddWithKeys(id, element, drop->second);
      const auto detached = drops_.find({id, kAttachment});
      const bool key =
          element.kind == ElementKind::kConstraint || element.kind == ElementKind::kIndex;
      if (key && detached != drops_.end()) After(drop->second.first, detached->second.last);
      if (column && is_generated(element)) {
        for (const Element& other : fate.drops) {
          const auto found = drops_.find({id, other});
          if (other.kind == ElementKind::kColumn && !is_generated(other) && found != drops_.end()) {
            After(found->second.first, drop->second.last);
          }
        }
      }
      if (!column) {
        for (const Element& other : fate.drops) {
          const auto found = drops_.find({id, other});
          if (other.kind == ElementKind::kColumn && found != drops_.end()) {
            After(found->second.first, drop->second.last);
          }
        }
      }
      if (!column || is_generated(element)) {
        for (const std::size_t node : plain) {
          if (nodes_[node].element != element) After(node, drop->second.last);
        }
      }
    }
  }

  // A column that is generated no longer, or otherwise, lets go of the others first.
  void AddExpressions(const Fate& fate, const Table& table) {
    for (const Column& column : table.columns) {
      const auto made = makes_.find({fate.from->id, PartElement(column)});
      if (column.generated == Generated::kNever || made == makes_.end()) continue;
      for (const std::size_t node : made->second) {
        if (nodes_[node].sql.find(" EXPRESSION") != std::string::npos) {
          AfterExpression(fate, column, node);
        }
      }
    }
  }

  void AfterExpression(const Fate& fate, const Column& column, std::size_t expression) {
    const auto is_needed = [&](const Element& other) {
      return other.kind == ElementKind::kColumn && other.name != column.name &&
             Mentions(column.expression, other.name);
    };
    for (const Element& dropped : fate.drops) {
      const auto drop = drops_.find({fate.from->id, dropped});
      if (is_needed(dropped) && drop != drops_.end()) After(drop->second.first, expression);
    }
    for (const std::string& retyped : fate.retypes) {
      const Element other{ElementKind::kColumn, retyped};
      const auto made = makes_.find({fate.from->id, other});
      if (!is_needed(other) || made == makes_.end()) continue;
      for (const std::size_t node : made->second) After(node, expression);
    }
  }

  // A foreign key of a table to itself goes before the key it refers to.
  void AddOwnKeys(const Fate& fate, const Table& table) {
    const auto is_foreign = [&](const Element& element) {
      const Constraint* constraint = element.kind == ElementKind::kConstraint
                                         ? FindPart(table.constraints, element.name)
                                         : nullptr;
      return constraint && constraint->kind == ConstraintKind::kForeignKey;
    };
    for (const Element& key : fate.drops) {
      const auto dropped = drops_.find({fate.from->id, key});
      const bool unique = key.kind == ElementKind::kConstraint || key.kind == ElementKind::kIndex;
      if (!unique || is_foreign(key) || dropped == drops_.end()) continue;
      for (const Element& foreign : fate.drops) {
        const auto before = drops_.find({fate.from->id, foreign});
        if (is_foreign(foreign) && before != drops_.end()) {
          After(dropped->second.first, before->second.last);
        }
      }
    }
  }

  // A table has one primary key.
  void AddWithKeys(const ObjectId& id, const Element& element, const Drop& drop) {
    const auto is_key = [](const Element& part) {
      return part.kind == ElementKind::kConstraint || part.kind == ElementKind::kIndex;
    };
    for (const auto& [place, made] : makes_) {
      if (place.first != id) continue;
      if (is_key(element) && is_key(place.second)) {
        for (const std::size_t node : made) After(node, drop.last);
      }
    }
  }

  // --- A schema is dropped when it is empty.

  void AddSchema(const Fate& fate) {
    const auto schema = drops_.find({{Kind::kSchema, "", fate.from->id.schema, ""}, {}});
    const auto drop = drops_.find({fate.from->id, {}});
    if (fate.from->id.schema.empty() || schema == drops_.end() || drop == drops_.end()) return;
    After(schema->second.first, drop->second.last);
  }

  // --- A sequence that stays is set free before its column is dropped.

  void AddOwnership(const Fate& fate) {
    const Sequence* sequence = std::get_if<Sequence>(&fate.from->definition);
    const auto freed = drops_.find({fate.from->id, kOwnedBy});
    if (!sequence || freed == drops_.end()) return;
    const Object* table = FindTable(migration_.from, sequence->owned_table);
    if (!table) return;
    for (const Element& element :
         {Element{}, Element{ElementKind::kColumn, sequence->owned_column}}) {
      const auto owner = drops_.find({table->id, element});
      if (owner != drops_.end()) After(owner->second.first, freed->second.last);
    }
  }

  // --- A child is let loose before its parent's columns change.

  void AddUnbinding(const Fate& fate) {
    if (!fate.stays()) return;
    for (const Object* parent : Parents(migration_.from, *fate.from)) {
      AddDroppedColumns(fate, *parent);
      for (const Element& bond : {kAttachment, Bond(SqlName(parent->id))}) {
        const auto drop = drops_.find({fate.from->id, bond});
        if (drop == drops_.end()) continue;
        for (const auto& [place, made] : makes_) {
          if (place.first != parent->id || place.second.kind != ElementKind::kColumn) continue;
          for (const std::size_t node : made) After(node, drop->second.last);
        }
        for (const auto& [place, other] : drops_) {
          if (place.first == parent->id && place.second.kind == ElementKind::kColumn) {
            After(other.first, drop->second.last);
          }
        }
      }
    }
  }

  // A column that a parent drops alone is the child's own then, and can be dropped there.
  void AddDroppedColumns(const Fate& fate, const Object& parent) {
    for (const Element& element : fate.drops) {
      const auto drop = drops_.find({fate.from->id, element});
      const auto before = drops_.find({parent.id, element});
      if (element.kind != ElementKind::kColumn || drop == drops_.end() || before == drops_.end()) {
        continue;
      }
      After(drop->second.first, before->second.last);
    }
  }

  // --- What is logged refers to nothing that is not: the one that is referred to becomes logged
  // first, and unlogged last.

  void AddPersistence(const Fate& fate) {
    if (!std::holds_alternative<Table>(fate.from->definition)) return;
    for (const Dependency& need : fate.from->attributes.needs) {
      const Fate* on = FateOf(need.on);
      if (need.element.kind != ElementKind::kConstraint || !on || !on->from) continue;
      const auto unlogged = FindAction(*on, " SET UNLOGGED");
      const auto logged = FindAction(*on, " SET LOGGED");
      const auto own_unlogged = FindAction(fate, " SET UNLOGGED");
      const auto own_logged = FindAction(fate, " SET LOGGED");
      if (fate.stays() && !drops_.contains({fate.from->id, need.element})) {
        if (own_unlogged && unlogged) After(*unlogged, *own_unlogged);
        if (own_logged && logged) After(*own_logged, *logged);
        continue;
      }
      for (const std::size_t ender : Enders(fate, need)) {
        if (unlogged) After(*unlogged, ender);
        if (own_logged) After(*own_logged, ender);
      }
    }
  }

  // --- What is unlogged is not published.

  void AddPublishing(const Fate& fate) {
    if (!std::holds_alternative<Publication>(fate.from->definition)) return;
    for (const Dependency& need : fate.from->attributes.needs) {
      const Fate* on = FateOf(need.on);
      const auto unlogged = on && on->from ? FindAction(*on, " SET UNLOGGED") : std::nullopt;
      if (!unlogged) continue;
      for (const std::size_t ender : Enders(fate, need)) After(*unlogged, ender);
    }
  }

  std::optional<std::size_t> FindAction(const Fate& fate, std::string_view ending) const {
    const auto made = makes_.find({fate.from->id, {}});
    if (made == makes_.end()) return std::nullopt;
    for (const std::size_t node : made->second) {
      if (nodes_[node].sql.ends_with(ending)) return node;
    }
    return std::nullopt;
  }

  // --- A name is free before something else takes it.

  void AddNames() {
    std::map<std::string, std::size_t> freed;
    for (const auto& [place, drop] : drops_) {
      const Object& object = *FateOf(place.first)->from;
      const std::vector<std::string> claims =
          place.second == Element{} ? NameClaims(object) : NameClaims(object, place.second);
      for (const std::string& claim : claims) freed[claim] = drop.first;
    }
    const auto take = [&](const std::vector<std::string>& claims, std::size_t node) {
      for (const std::string& claim : claims) {
        const auto found = freed.find(claim);
        if (found != freed.end()) After(node, found->second);
      }
    };
    for (const auto& [id, group] : groups_) {
      const Fate& fate = *FateOf(id);
      if (!fate.stays()) take(NameClaims(*fate.to), group.first);
      for (const auto& [element, node] : group.parts) {
        if (element == Element{}) continue;
        if (!fate.stays() || fate.creates.contains(element)) {
          take(NameClaims(*fate.to, element), node);
        }
      }
    }
  }

  // A child takes over what its parent is when it is made or bound to it.
  void AddHeirs(const Fate& fate, const RestoreGroup& group) {
    const Table* table = std::get_if<Table>(&fate.to->definition);
    if (!table || table->inherits.empty()) return;
    for (const Object* parent : Parents(migration_.to, *fate.to)) {
      const auto bound = group.parts.find(Bond(SqlName(parent->id)));
      if (fate.stays() && bound == group.parts.end()) continue;
      const std::size_t node = fate.stays() ? bound->second : group.first;
      for (const auto& [place, drop] : drops_) {
        if (place.first == parent->id && place.second != Element{}) After(node, drop.last);
      }
    }
  }

  // --- Partitions are attached when those that go have made room.

  void AddBounds() {
    const auto parent_of = [](const Object& object) {
      const Table* table = std::get_if<Table>(&object.definition);
      return table ? table->partition_of : std::string();
    };
    std::multimap<std::string, std::size_t> freed;
    for (const auto& [place, drop] : drops_) {
      if (place.second != Element{} && place.second != kAttachment) continue;
      const std::string parent = parent_of(*FateOf(place.first)->from);
      if (!parent.empty()) freed.emplace(parent, drop.last);
    }
    for (const auto& [id, group] : groups_) {
      AddHeirs(*FateOf(id), group);
      const auto made = group.parts.find(kAttachment);
      if (made == group.parts.end()) continue;
      const auto [begin, end] = freed.equal_range(parent_of(*FateOf(id)->to));
      for (auto room = begin; room != end; ++room) After(made->second, room->second);
      // Keys and triggers of the parent come down to it as it is attached.
      const Object* parent = FindTable(migration_.to, parent_of(*FateOf(id)->to));
      if (!parent) continue;
      for (const auto& [place, drop] : drops_) {
        if (place.first == parent->id && place.second != Element{}) After(made->second, drop.last);
      }
    }
  }

  // --- Default privileges come into force when everything is made. Extensions are made while none
  // are: what their members have is told against what their scripts gave.

  void AddDefaults() {
    for (const auto& [id, group] : groups_) {
      if (FateOf(id)->stays() || id.kind == Kind::kDefaultPrivileges) continue;
      for (const auto& [defaults, last] : groups_) {
        if (defaults.kind == Kind::kDefaultPrivileges) After(last.first, group.first);
      }
      if (id.kind != Kind::kExtension) continue;
      for (const auto& [place, drop] : drops_) {
        if (place.first.kind == Kind::kDefaultPrivileges) After(group.first, drop.last);
      }
    }
  }

  const Migration& migration_;
  const MigrationBreaks& breaks_;
  std::vector<MigrationNode> nodes_;
  std::map<ObjectId, RestoreGroup> groups_;
  std::map<Place, std::vector<std::size_t>> makes_;
  std::map<Place, Drop> drops_;
  std::map<ObjectId, std::size_t> severs_;
  std::set<ObjectId> implied_;
  std::vector<std::pair<Place, Place>> aliases_;  // Parts that go with another.
  int swaps_ = 0;
};

}  // namespace

std::vector<MigrationNode> BuildMigrationGraph(const Migration& migration,
                                               const MigrationBreaks& breaks) {
  return MigrationGraphBuilder(migration, breaks).Build();
}

}  // namespace pggit
