#include "core/plan/restore_graph.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "core/base/identifier.h"
#include "core/ddl/collate.h"
#include "core/ddl/definition.h"
#include "core/plan/elements.h"

namespace pggit {
namespace {

using Group = RestoreGroup;

const Element kDefinition{ElementKind::kMember, "definition"};

constexpr std::string_view kCreate = "CREATE";
constexpr std::string_view kReplace = "CREATE OR REPLACE";

Phase PhaseOfConstraint(const Object& object, const std::string& name) {
  const Table* table = std::get_if<Table>(&object.definition);
  if (!table) return Phase::kObjects;
  const auto found =
      std::lower_bound(table->constraints.begin(), table->constraints.end(), name,
                       [](const Constraint& a, const std::string& b) { return a.name < b; });
  if (found == table->constraints.end() || found->name != name) return Phase::kObjects;
  switch (found->kind) {
    case ConstraintKind::kCheck:
    case ConstraintKind::kNotNull: return Phase::kObjects;
    case ConstraintKind::kPrimaryKey:
    case ConstraintKind::kUnique:
    case ConstraintKind::kExclusion: return Phase::kKeys;
    case ConstraintKind::kForeignKey: return Phase::kForeignKeys;
  }
  return Phase::kObjects;
}

Phase PhaseOf(const Object& object, const Piece& piece) {
  const Kind kind = object.id.kind;
  if (kind == Kind::kPublication) return Phase::kPublications;
  if (kind == Kind::kSubscription) return Phase::kSubscriptions;
  if (kind == Kind::kEventTrigger) return Phase::kEventTriggers;
  if (kind == Kind::kDefaultPrivileges) return Phase::kDefaultPrivileges;
  if (piece.purpose == Purpose::kGrants) return Phase::kPrivileges;
  switch (piece.element.kind) {
    case ElementKind::kConstraint: return PhaseOfConstraint(object, piece.element.name);
    case ElementKind::kIndex: return Phase::kKeys;
    case ElementKind::kTrigger:
      return piece.sql.starts_with("ALTER") ? Phase::kTriggerStates : Phase::kReactions;
    case ElementKind::kRule:
    case ElementKind::kPolicy: return Phase::kReactions;
    case ElementKind::kMember:
      return piece.element == kReplicaIdentity ? Phase::kKeys : Phase::kObjects;
    case ElementKind::kSelf:
    case ElementKind::kColumn:
    case ElementKind::kDefault:
    case ElementKind::kSequence:
    case ElementKind::kPartition: return Phase::kObjects;
  }
  return Phase::kObjects;
}

class GraphBuilder {
 public:
  GraphBuilder(const Schema& schema, const RestoreBreaks& breaks, const Alterations& alterations,
               const std::function<std::vector<Piece>(const Object&)>& pieces_of)
      : schema_(schema), breaks_(breaks), alterations_(alterations), pieces_of_(pieces_of) {}

  RestoreGraph Build() {
    for (const auto& [id, object] : schema_.objects) AddNodes(object);
    for (const auto& [id, object] : schema_.objects) {
      const Group& group = groups_.at(id);
      AddSchema(id, group);
      AddDependencies(object, group);
      if (const Table* table = std::get_if<Table>(&object.definition)) {
        AddTable(*table, group);
        if (group.exists) AddColumnOrder(*table, group);
      }
      if (const Sequence* sequence = std::get_if<Sequence>(&object.definition)) {
        AddOwnership(*sequence, group);
      }
    }
    return {std::move(nodes_), std::move(groups_)};
  }

 private:
  void Need(std::size_t node, std::size_t other) {
    if (node != other) nodes_[node].needs.push_back(other);
  }

  const Group* FindGroup(const ObjectId& id) const {
    const auto found = groups_.find(id);
    return found == groups_.end() ? nullptr : &found->second;
  }

  // The statements of `object`, each after the one that makes what it is about.
  void AddNodes(const Object& object) {
    Group group;
    group.first = group.whole = nodes_.size();
    std::map<Element, std::size_t> last;
    const auto alteration = alterations_.find(object.id);
    group.exists = alteration != alterations_.end();
    for (Piece& piece :
         group.exists ? std::vector<Piece>(alteration->second) : pieces_of_(object)) {
      const std::size_t node = nodes_.size();
      const Element element = piece.element;
      const Phase phase = PhaseOf(object, piece);
      const Purpose purpose = piece.purpose;
      nodes_.push_back({&object, std::move(piece), phase, {}});
      Need(node, group.first);
      if (const auto before = last.find(element); before != last.end()) {
        Need(node, before->second);
      } else if (element.kind == ElementKind::kSequence) {
        // A column may get its identity after the table is made.
        for (const auto& [part, made] : last) {
          if (part.kind == ElementKind::kColumn) Need(node, made);
        }
      } else if (purpose != Purpose::kMakes && element.kind == ElementKind::kIndex) {
        // A comment on the index of a key.
        const auto key = last.find({ElementKind::kConstraint, element.name});
        if (key != last.end()) Need(node, key->second);
      }
      last[element] = node;
      if (purpose == Purpose::kOwns) group.owner = node;
      if (purpose == Purpose::kMakes) {
        group.parts.try_emplace(element, node);
        group.done[element] = node;
      }
      if (group.exists && purpose == Purpose::kMakes && element == Element{}) group.whole = node;
    }
    if (group.exists) {
      // All statements about the object itself come before it is whole.
    } else if (breaks_.views.contains(object.id) || breaks_.functions.contains(object.id))
      ++group.whole;
    if (const auto found = group.parts.find(kDefinition); found != group.parts.end()) {
      group.whole = found->second;
    }
    // A type can be completed by its owner alone, so it is given away when it is complete.
    if (group.owner) Need(*group.owner, group.whole);
    if (std::holds_alternative<Table>(object.definition)) {
      tables_.try_emplace(SqlName(object.id), &object);
    }
    groups_.emplace(object.id, std::move(group));
  }

  void AddSchema(const ObjectId& id, const Group& group) {
    if (id.schema.empty()) return;
    if (const Group* schema = FindGroup({Kind::kSchema, "", id.schema, ""})) {
      Need(group.first, schema->first);
    }
  }

  // Which statement of a function has the need of `on`: the one with the body when nothing else
  // does.
  std::size_t FunctionNeeder(const Object& object, const Group& group, const ObjectId& on) const {
    const auto broken = breaks_.functions.find(object.id);
    if (broken == breaks_.functions.end() || !broken->second.contains(on)) return group.first;
    return OnlyBodyNeeds(std::get<Function>(object.definition), on) ? group.whole : group.first;
  }

  // Which statement of `object` has a need of `element`.
  std::size_t Needer(const Object& object, const Group& group, const Element& element) const {
    if (element.kind == ElementKind::kColumn && !group.exists) return group.first;
    if (element.kind == ElementKind::kDefault && !group.parts.contains(element)) {
      // A new column has its default in the same statement.
      return Needer(object, group, {ElementKind::kColumn, element.name});
    }
    if (element.kind != ElementKind::kSelf) {
      const auto found = group.parts.find(element);
      if (found != group.parts.end()) return found->second;
    }
    return breaks_.views.contains(object.id) ? group.whole : group.first;
  }

  // Whether anything is done to a part: what is there and stays as it is waits for nothing.
  static bool HasStatement(const Object& object, const Group& group, const Element& element) {
    if (!group.exists) return true;
    if (element != Element{}) {
      return group.parts.contains(element) ||
             (element.kind == ElementKind::kDefault &&
              group.parts.contains({ElementKind::kColumn, element.name}));
    }
    return group.whole != group.first || std::holds_alternative<Table>(object.definition);
  }

  void AddDependencies(const Object& object, const Group& group) {
    for (const Dependency& need : object.attributes.needs) {
      const Group* target = FindGroup(need.on);
      if (!target || !HasStatement(object, group, need.element)) continue;
      const std::size_t node = breaks_.functions.contains(object.id)
                                   ? FunctionNeeder(object, group, need.on)
                                   : Needer(object, group, need.element);
      Need(node, TargetOf(object.id, need.on, *target));
      for (const Element& element : need.elements) {
        const auto part = target->parts.find(element);
        if ((target->exists || element.kind != ElementKind::kColumn) &&
            part != target->parts.end()) {
          Need(node, part->second);
        }
      }
    }
  }

  // Of a type made in two steps, its own functions need the first alone, all others the second. A
  // view that is made in two steps can be named from the first on, and so can a function, by those
  // on its circle.
  std::size_t TargetOf(const ObjectId& from, const ObjectId& on, const Group& target) const {
    if (target.first == target.whole || breaks_.views.contains(on)) return target.first;
    if (const auto broken = breaks_.functions.find(on); broken != breaks_.functions.end()) {
      return broken->second.contains(from) ? target.first : target.whole;
    }
    const std::vector<Dependency>& needs = schema_.objects.at(on).attributes.needs;
    const bool own = std::any_of(needs.begin(), needs.end(),
                                 [&](const Dependency& need) { return need.on == from; });
    return own ? target.first : target.whole;
  }

  const Object* FindTable(const std::string& sql_name) const {
    const auto found = tables_.find(sql_name);
    return found == tables_.end() ? nullptr : found->second;
  }

  void AddTable(const Table& table, const Group& group) {
    for (const std::string& name : table.inherits) AddParentColumns(group, name);
    AddParentColumns(group, table.partition_of);
    const auto attachment = group.parts.find(kAttachment);
    const auto replica_identity = group.parts.find(kReplicaIdentity);
    for (const auto& [element, node] : group.parts) {
      const bool key = nodes_[node].phase == Phase::kKeys;
      if (attachment != group.parts.end()) {
        // A table that is partitioned already gives a partition the keys it lacks.
        const Object* parent = FindTable(table.partition_of);
        const bool grown = !parent || groups_.at(parent->id).exists;
        const bool attaches = nodes_[node].piece.sql.starts_with("ALTER INDEX ");
        if (key && grown && !attaches) Need(attachment->second, node);
        if (key && !grown) Need(node, attachment->second);
        if (!key && element.kind == ElementKind::kConstraint &&
            nodes_[node].phase == Phase::kObjects) {
          Need(attachment->second, node);
        }
      }
      if (key && replica_identity != group.parts.end()) Need(replica_identity->second, node);
    }
    if (attachment != group.parts.end()) {
      const Object* self = nodes_[group.first].object;
      for (std::size_t node = group.first; node < nodes_.size() && nodes_[node].object == self;
           ++node) {
        const bool index = nodes_[node].piece.sql.starts_with("ALTER INDEX ") &&
                           nodes_[node].piece.sql.find(" ATTACH PARTITION ") != std::string::npos;
        if (index) Need(node, attachment->second);
      }
    }
    for (const std::string& name : table.inherits) AddParent(group, name);
    for (const std::string& name : table.inherits) AddBond(group, name);
    if (const Object* parent = FindTable(table.partition_of);
        parent && attachment != group.parts.end()) {
      const Group& parent_group = groups_.at(parent->id);
      Need(attachment->second, parent_group.first);
      // A partitioned table that has its keys already would give the partition keys of its own.
      for (const auto& [element, node] : parent_group.parts) {
        if (!parent_group.exists && nodes_[node].phase == Phase::kKeys &&
            element != kReplicaIdentity) {
          Need(node, attachment->second);
        }
      }
      AddAttachedIndexes(table, group, *parent, parent_group);
    }
  }

  // ALTER on a parent comes before what is done to the child, which may be there already.
  void AddParentColumns(const Group& child, const std::string& name) {
    const Object* parent = FindTable(name);
    if (!parent || !groups_.at(parent->id).exists) return;
    for (const auto& [element, node] : groups_.at(parent->id).done) {
      if (element.kind != ElementKind::kColumn) continue;
      for (const auto& [part, own] : child.parts) {
        if (child.exists ? part != Element{} : part == kAttachment) Need(own, node);
      }
    }
  }

  // Columns of a table that is there come before its other parts, generated ones last of them.
  void AddColumnOrder(const Table& table, const Group& group) {
    const auto is_generated = [&](const std::string& name) {
      const auto column = std::ranges::find(table.columns, name, &Column::name);
      return column != table.columns.end() && column->generated != Generated::kNever;
    };
    for (const auto& [column, last] : group.done) {
      if (column.kind != ElementKind::kColumn) continue;
      for (const auto& [part, node] : group.parts) {
        const bool other = part.kind != ElementKind::kColumn && part != Element{};
        const bool generated = part.kind == ElementKind::kColumn && is_generated(part.name) &&
                               !is_generated(column.name);
        if (other || generated) Need(node, last);
      }
    }
  }

  // A table is bound to its parent when it has the columns and checks that the parent has.
  void AddBond(const Group& child, const std::string& name) {
    const auto bond = child.parts.find(Bond(name));
    if (bond == child.parts.end()) return;
    for (const auto& [element, node] : child.done) {
      const bool binds = element.kind == ElementKind::kMember;
      if (!binds && nodes_[node].phase == Phase::kObjects) Need(bond->second, node);
    }
  }

  // A child takes over what its parent's columns and checks are when it is made.
  void AddParent(const Group& child, const std::string& name) {
    const Object* parent = FindTable(name);
    if (!parent) return;
    const auto bond = child.parts.find(Bond(name));
    if (child.exists && bond == child.parts.end()) return;
    for (const auto& [element, node] : groups_.at(parent->id).done) {
      if (nodes_[node].phase == Phase::kObjects)
        Need(child.exists ? bond->second : child.first, node);
    }
  }

  // An index is attached to its partitioned index when both are there.
  void AddAttachedIndexes(const Table& table, const Group& group, const Object& parent,
                          const Group& parent_group) {
    const auto add = [&](const Element& element, const std::string& attached_to) {
      if (attached_to.empty()) return;
      const auto node = group.parts.find(element);
      if (node == group.parts.end()) return;
      for (const auto& [part, parent_node] : parent_group.parts) {
        if ((part.kind == ElementKind::kIndex || part.kind == ElementKind::kConstraint) &&
            QuoteQualified(parent.id.schema, part.name) == attached_to) {
          Need(node->second, parent_node);
        }
      }
    };
    for (const Constraint& constraint : table.constraints) {
      add({ElementKind::kConstraint, constraint.name}, constraint.attached_to);
    }
    for (const Index& index : table.indexes) {
      add({ElementKind::kIndex, index.name}, index.attached_to);
    }
  }

  // A sequence is given to a column when both have the same owner.
  void AddOwnership(const Sequence& sequence, const Group& group) {
    const auto owned_by = group.parts.find(kOwnedBy);
    const Object* table = FindTable(sequence.owned_table);
    if (!table || owned_by == group.parts.end()) return;
    const Group& table_group = groups_.at(table->id);
    Need(owned_by->second, table_group.owner.value_or(table_group.first));
    if (group.owner) Need(owned_by->second, *group.owner);
  }

  const Schema& schema_;
  const RestoreBreaks& breaks_;
  const Alterations& alterations_;
  const std::function<std::vector<Piece>(const Object&)>& pieces_of_;
  std::vector<RestoreNode> nodes_;
  std::map<ObjectId, Group> groups_;
  std::map<std::string, const Object*> tables_;
};

}  // namespace

std::string ViewFromColumns(const ObjectId& id, const View& view) {
  std::string sql = "CREATE VIEW " + SqlName(id) + " AS\nSELECT";
  std::string_view separator = "\n    ";
  for (const ViewColumn& column : view.columns) {
    sql += separator;
    sql += "NULL::" + column.type;
    sql += RenderCollate(column.collation);
    sql += " AS " + QuoteIdentifier(column.name);
    separator = ",\n    ";
  }
  return sql;
}

std::string WithoutBody(const Object& object) {
  Object function = object;
  std::get<Function>(function.definition).sql_body.clear();
  return std::move(Pieces(function, Form::kSplit).front().sql);
}

std::vector<Piece> PiecesOf(const Object& object, const RestoreBreaks& breaks) {
  if (breaks.tables.contains(object.id)) return Pieces(object, Form::kSeparate);
  std::vector<Piece> pieces = Pieces(object, Form::kSplit);
  if (breaks.views.contains(object.id)) {
    pieces.front().sql.replace(0, kCreate.size(), kReplace);
    pieces.insert(pieces.begin(),
                  {{}, ViewFromColumns(object.id, std::get<View>(object.definition))});
  }
  if (breaks.functions.contains(object.id)) {
    pieces.front().sql.replace(0, kCreate.size(), kReplace);
    pieces.insert(pieces.begin(), {{}, WithoutBody(object)});
  }
  return pieces;
}

bool ChecksAreOn(const Object& table, const std::set<ObjectId>& circle) {
  return std::any_of(
      table.attributes.needs.begin(), table.attributes.needs.end(), [&](const Dependency& need) {
        return need.element.kind == ElementKind::kConstraint && circle.contains(need.on);
      });
}

bool BodyIsOn(const Object& object, const std::set<ObjectId>& circle) {
  const Function* function = std::get_if<Function>(&object.definition);
  return function && std::any_of(object.attributes.needs.begin(), object.attributes.needs.end(),
                                 [&](const Dependency& need) {
                                   return circle.contains(need.on) &&
                                          OnlyBodyNeeds(*function, need.on);
                                 });
}

bool CallsItself(const Object& object) {
  const Function* function = std::get_if<Function>(&object.definition);
  const std::string call = QuoteQualified(object.id.schema, object.id.name) + '(';
  return function && function->sql_body.find(call) != std::string::npos;
}

bool OnlyBodyNeeds(const Function& function, const ObjectId& on) {
  const std::string name = SqlName(on).substr(0, SqlName(on).size() - on.signature.size());
  return !function.sql_body.empty() && function.arguments.find(name) == std::string::npos &&
         function.result.find(name) == std::string::npos;
}

RestoreGraph BuildRestoreGraph(const Schema& schema, const RestoreBreaks& breaks,
                               const Alterations& alterations,
                               const std::function<std::vector<Piece>(const Object&)>& pieces_of) {
  return GraphBuilder(schema, breaks, alterations, pieces_of).Build();
}

std::vector<RestoreNode> BuildRestoreGraph(const Schema& schema, const RestoreBreaks& breaks) {
  return BuildRestoreGraph(schema, breaks, {},
                           [&](const Object& object) { return PiecesOf(object, breaks); })
      .nodes;
}

}  // namespace pggit
