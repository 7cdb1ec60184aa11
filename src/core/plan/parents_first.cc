#include "core/plan/parents_first.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/ddl/definition.h"
#include "core/diff/parts.h"
#include "core/plan/alter.h"
#include "core/plan/effective_columns.h"
#include "core/plan/elements.h"
#include "core/plan/privilege_change.h"

namespace pggit {
namespace {

// Whether `part` is one that a child has from its parent.
bool GoesDown(const Constraint& constraint) {
  return constraint.kind == ConstraintKind::kCheck &&
         constraint.definition.find(" NO INHERIT") == std::string::npos;
}

class ParentMaker {
 public:
  ParentMaker(const Schema& from, const Schema& to) : from_(from), to_(to) {}

  std::optional<ParentsFirst> Make() {
    for (const auto& [id, object] : from_.objects) {
      if (id.kind == Kind::kDefaultPrivileges) defaults_.push_back(&object);
    }
    std::vector<const Object*> children;
    for (const auto& [id, object] : to_.objects) {
      if (id.kind == Kind::kTable && from_.objects.contains(id) && GetsColumns(object)) {
        children.push_back(&object);
      }
    }
    if (children.empty()) return std::nullopt;
    result_.from = from_;
    result_.to = to_;
    for (const Object* child : children) Bind(*child);
    return std::move(result_);
  }

 private:
  // A table that only the target has, and that can be made before all else.
  bool IsNewParent(const std::string& name) const {
    const Object* parent = FindTable(to_, name);
    if (!parent || parent->id.kind != Kind::kTable || from_.objects.contains(parent->id)) {
      return false;
    }
    const Table& table = std::get<Table>(parent->definition);
    return HasSchema(parent->id.schema) && table.of_type.empty() && table.inherits.empty() &&
           !IsTaken(parent->id.schema, parent->id.name);
  }

  bool HasSchema(const std::string& name) const {
    return std::ranges::any_of(from_.objects, [&](const auto& entry) {
      return entry.first.kind == Kind::kSchema && entry.first.name == name;
    });
  }

  // Whether another relation or type has the name at the start.
  bool IsTaken(const std::string& schema, const std::string& name) const {
    return std::ranges::any_of(from_.objects, [&](const auto& entry) {
      return entry.first.schema == schema && entry.first.name == name &&
             entry.first.signature.empty();
    });
  }

  static const std::vector<std::string>& ParentsOf(const Object& child) {
    return std::get<Table>(child.definition).inherits;
  }

  std::size_t Kept(const Object& child) const {
    return KeptBonds(ParentsOf(from_.objects.at(child.id)), ParentsOf(child));
  }

  // Whether the table has a column of its own, or is to have it from parents alone.
  static bool IsOwn(const Object& child, const Column& column) {
    const Column* listed = FindPart(std::get<Table>(child.definition).columns, column.name);
    return listed && !listed->inherited;
  }

  // Whether a parent that it gets brings the table a column that it does not have yet.
  bool GetsColumns(const Object& child) const {
    const std::vector<std::string>& wanted = ParentsOf(child);
    const std::vector<Column> before = EffectiveColumns(from_, from_.objects.at(child.id));
    for (std::size_t i = Kept(child); i < wanted.size(); ++i) {
      const Object* parent = FindTable(to_, wanted[i]);
      if (!parent) return false;
      for (const Column& column : EffectiveColumns(to_, *parent)) {
        if (!IsOwn(child, column) && !FindColumn(before, column.name)) return true;
      }
    }
    return false;
  }

  void Bind(const Object& child) {
    const std::vector<std::string>& wanted = ParentsOf(child);
    std::size_t next = Kept(child);
    for (; next < wanted.size() && IsNewParent(wanted[next]); ++next) {
      const Object& parent = *FindTable(to_, wanted[next]);
      AddBare(parent);
      BindFirst(child.id, parent.id);
    }
    if (next < wanted.size()) StandIn(child, next);
  }

  // The table has the parent before all else.
  void BindFirst(const ObjectId& child, const ObjectId& parent) {
    Object& object = result_.from.objects.at(child);
    std::get<Table>(object.definition).inherits.push_back(SqlName(parent));
    object.attributes.needs.push_back({{}, parent, {}});
    std::ranges::sort(object.attributes.needs);
    result_.before.push_back(Bonding(child, SqlName(parent), "INHERIT "));
  }

  static Step Bonding(const ObjectId& child, const std::string& parent, const std::string& words) {
    return {child, Bond(parent), "ALTER TABLE " + SqlName(child) + ' ' + words + parent,
            Locks(child, LockMode::kAccessExclusive)};
  }

  void AddBare(const Object& parent) {
    if (result_.from.objects.contains(parent.id)) return;
    Object bare;
    bare.id = parent.id;
    bare.attributes.owner = parent.attributes.owner;
    const Table& whole = std::get<Table>(parent.definition);
    Table table;
    table.persistence = whole.persistence;
    table.access_method = whole.access_method;
    table.tablespace = whole.tablespace;
    bare.definition = std::move(table);
    const auto add = [&](std::vector<Piece> pieces) {
      for (Piece& piece : pieces) {
        result_.before.push_back({parent.id, {}, std::move(piece.sql), {}});
      }
    };
    add(Pieces(bare, Form::kSplit));
    add(UndoDefaultPrivileges(bare, defaults_));
    result_.from.objects.emplace(parent.id, std::move(bare));
  }

  // One table for all parents from `next` on: it gives what they would, until they are bound.
  void StandIn(const Object& child, std::size_t next) {
    const std::vector<std::string>& wanted = ParentsOf(child);
    Object other;
    other.id = {Kind::kTable, child.id.schema, FreeName(child.id.schema), ""};
    const std::string name = SqlName(other.id);
    other.attributes.owner = child.attributes.owner;
    other.definition = Table();
    AddBare(other);
    BindFirst(child.id, other.id);

    Object& object = result_.to.objects.at(child.id);
    Table& table = std::get<Table>(object.definition);
    table.inherits.resize(next);
    table.inherits.push_back(name);
    for (std::size_t i = next; i < wanted.size(); ++i) {
      const Object& parent = *FindTable(to_, wanted[i]);
      std::erase(object.attributes.needs, Dependency{{}, parent.id, {}});
      Give(child, parent, other);
      result_.after.push_back(Bonding(child.id, wanted[i], "INHERIT "));
    }
    object.attributes.needs.push_back({{}, other.id, {}});
    std::ranges::sort(object.attributes.needs);
    Table& given = std::get<Table>(other.definition);
    std::ranges::sort(given.constraints);
    std::ranges::sort(other.attributes.needs);
    result_.to.objects.emplace(other.id, std::move(other));
    result_.after.push_back(Bonding(child.id, name, "NO INHERIT "));
    result_.after.push_back({child.id, {}, "DROP TABLE " + name, {}});
  }

  // Adds to `other` what the table is to have from the parent.
  void Give(const Object& child, const Object& parent, Object& other) {
    Table& table = std::get<Table>(other.definition);
    std::set<Element> given;
    for (Column column : EffectiveColumns(to_, parent)) {
      if (IsOwn(child, column) || FindColumn(table.columns, column.name)) continue;
      column.identity.reset();
      column.inherited = false;
      given.insert({{ElementKind::kColumn, column.name}, {ElementKind::kDefault, column.name}});
      table.columns.push_back(std::move(column));
    }
    GiveRest(parent, given, other);
  }

  // Checks, and what all that needs; those of the parent's parents, too.
  void GiveRest(const Object& parent, std::set<Element>& given, Object& other) {
    Table& table = std::get<Table>(other.definition);
    for (const Constraint& constraint : std::get<Table>(parent.definition).constraints) {
      if (!GoesDown(constraint) || FindPart(table.constraints, constraint.name)) continue;
      table.constraints.push_back(constraint);
      given.insert(PartElement(constraint));
    }
    for (const Dependency& need : parent.attributes.needs) {
      const bool known = std::ranges::count(other.attributes.needs, need) > 0;
      if (given.contains(need.element) && !known) other.attributes.needs.push_back(need);
    }
    for (const Object* above : Parents(to_, parent)) GiveRest(*above, given, other);
  }

  std::string FreeName(const std::string& schema) {
    while (true) {
      std::string name = "pggit_parent_" + std::to_string(++number_);
      if (!IsTaken(schema, name)) return name;
    }
  }

  const Schema& from_;
  const Schema& to_;
  std::vector<const Object*> defaults_;
  int number_ = 0;
  ParentsFirst result_;
};

}  // namespace

std::optional<ParentsFirst> MakeParentsFirst(const Schema& from, const Schema& to) {
  return ParentMaker(from, to).Make();
}

}  // namespace pggit
