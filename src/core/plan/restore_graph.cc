#include "core/plan/restore_graph.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "core/base/identifier.h"
#include "core/ddl/collate.h"
#include "core/ddl/definition.h"

namespace pggit {
namespace {

// The statements of one object, as indexes of nodes.
struct Group {
  std::size_t first = 0;  // Makes the object, or what may be called by its name.
  std::size_t whole = 0;  // Makes it complete: later than `first` for what is made in two steps.
  std::optional<std::size_t> owner;
  std::map<Element, std::size_t> parts;  // The first statement that makes each part.
};

const Element kDefinition{ElementKind::kMember, "definition"};
const Element kOwnedBy{ElementKind::kMember, "owned by"};
const Element kReplicaIdentity{ElementKind::kMember, "replica identity"};
const Element kAttachment{ElementKind::kPartition, ""};

// A view of the right columns and no rows, for what needs the view before its query can be written.
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

constexpr std::string_view kCreate = "CREATE";
constexpr std::string_view kReplace = "CREATE OR REPLACE";

// The function with an empty text for its body, which nothing looks at until it is called.
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
  GraphBuilder(const Schema& schema, const RestoreBreaks& breaks)
      : schema_(schema), breaks_(breaks) {}

  std::vector<RestoreNode> Build() {
    for (const auto& [id, object] : schema_.objects) AddNodes(object);
    for (const auto& [id, object] : schema_.objects) {
      const Group& group = groups_.at(id);
      AddSchema(id, group);
      AddDependencies(object, group);
      if (const Table* table = std::get_if<Table>(&object.definition)) AddTable(*table, group);
      if (const Sequence* sequence = std::get_if<Sequence>(&object.definition)) {
        AddOwnership(*sequence, group);
      }
    }
    return std::move(nodes_);
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
    for (Piece& piece : PiecesOf(object, breaks_)) {
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
      if (purpose == Purpose::kMakes) group.parts.try_emplace(element, node);
    }
    if (breaks_.views.contains(object.id) || breaks_.functions.contains(object.id)) ++group.whole;
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
    if (element.kind == ElementKind::kColumn) return group.first;
    if (element.kind != ElementKind::kSelf) {
      const auto found = group.parts.find(element);
      if (found != group.parts.end()) return found->second;
    }
    return breaks_.views.contains(object.id) ? group.whole : group.first;
  }

  void AddDependencies(const Object& object, const Group& group) {
    for (const Dependency& need : object.attributes.needs) {
      const Group* target = FindGroup(need.on);
      if (!target) continue;
      const std::size_t node = breaks_.functions.contains(object.id)
                                   ? FunctionNeeder(object, group, need.on)
                                   : Needer(object, group, need.element);
      Need(node, TargetOf(object.id, need.on, *target));
      for (const Element& element : need.elements) {
        const auto part = target->parts.find(element);
        if (element.kind != ElementKind::kColumn && part != target->parts.end()) {
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
    const auto attachment = group.parts.find(kAttachment);
    const auto replica_identity = group.parts.find(kReplicaIdentity);
    for (const auto& [element, node] : group.parts) {
      const bool key = nodes_[node].phase == Phase::kKeys;
      if (attachment != group.parts.end()) {
        if (key) Need(node, attachment->second);
        if (!key && element.kind == ElementKind::kConstraint &&
            nodes_[node].phase == Phase::kObjects) {
          Need(attachment->second, node);
        }
      }
      if (key && replica_identity != group.parts.end()) Need(replica_identity->second, node);
    }
    for (const std::string& name : table.inherits) AddParent(group, name);
    if (const Object* parent = FindTable(table.partition_of);
        parent && attachment != group.parts.end()) {
      const Group& parent_group = groups_.at(parent->id);
      Need(attachment->second, parent_group.first);
      AddAttachedIndexes(table, group, *parent, parent_group);
    }
  }

  // A child takes over what its parent's columns and checks are when it is made.
  void AddParent(const Group& child, const std::string& name) {
    const Object* parent = FindTable(name);
    if (!parent) return;
    for (const auto& [element, node] : groups_.at(parent->id).parts) {
      if (nodes_[node].phase == Phase::kObjects) Need(child.first, node);
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
  std::vector<RestoreNode> nodes_;
  std::map<ObjectId, Group> groups_;
  std::map<std::string, const Object*> tables_;
};

}  // namespace

bool OnlyBodyNeeds(const Function& function, const ObjectId& on) {
  const std::string name = SqlName(on).substr(0, SqlName(on).size() - on.signature.size());
  return !function.sql_body.empty() && function.arguments.find(name) == std::string::npos &&
         function.result.find(name) == std::string::npos;
}

std::vector<RestoreNode> BuildRestoreGraph(const Schema& schema, const RestoreBreaks& breaks) {
  return GraphBuilder(schema, breaks).Build();
}

}  // namespace pggit
