#include "core/plan/in_place.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "core/ddl/cursor.h"
#include "core/diff/parts.h"
#include "core/model/parts_of.h"

namespace pggit {
namespace {

using Names = std::initializer_list<std::string_view>;

bool OnlyChanges(const Change& change, Names names) {
  return std::ranges::all_of(change.facts, [&](const Fact& fact) {
    return IsAttributeFact(fact) || std::ranges::find(names, fact.name) != names.end();
  });
}

// One argument of a function without its default.
struct Argument {
  std::string text;
  bool has_default = false;
};

std::vector<Argument> ParseArguments(const std::string& text) {
  std::vector<Argument> arguments;
  Cursor cursor(text);
  while (!cursor.AtEnd()) {
    Argument argument;
    argument.text = cursor.TextUntil({"DEFAULT", ","});
    if (cursor.Accept("DEFAULT")) {
      argument.has_default = true;
      cursor.TextUntil({","});
    }
    arguments.push_back(std::move(argument));
    if (!cursor.AcceptSymbol(",")) break;
  }
  return arguments;
}

// CREATE OR REPLACE may add a name to an argument and a default, and take neither away.
bool ArgumentsCanStay(const std::string& from, const std::string& to) {
  if (from == to) return true;
  const std::vector<Argument> old = ParseArguments(from);
  const std::vector<Argument> fresh = ParseArguments(to);
  return std::equal(old.begin(), old.end(), fresh.begin(), fresh.end(),
                    [](const Argument& a, const Argument& b) {
                      return a.text == b.text && (!a.has_default || b.has_default);
                    });
}

bool CanStay(const Function& from, const Function& to) {
  return from.result == to.result && from.window == to.window &&
         ArgumentsCanStay(from.arguments, to.arguments);
}

bool CanStay(const Aggregate& from, const Aggregate& to) {
  return from.arguments == to.arguments && from.state_type == to.state_type &&
         from.final_function == to.final_function && from.hypothetical == to.hypothetical;
}

// Columns can be added at the end of a view; a materialized view cannot be replaced.
bool CanStay(const View& from, const View& to) {
  return from.columns.size() <= to.columns.size() &&
         std::equal(from.columns.begin(), from.columns.end(), to.columns.begin());
}

// ALTER POLICY can give an expression another text but not take it away.
bool PolicyCanStay(const Policy& from, const Policy& to) {
  return (from.using_expression.empty() || !to.using_expression.empty()) &&
         (from.check_expression.empty() || !to.check_expression.empty());
}

template <class T>
bool BothCanStay(const Object& from, const Object& to) {
  const T* old = std::get_if<T>(&from.definition);
  const T* fresh = std::get_if<T>(&to.definition);
  return old && fresh && CanStay(*old, *fresh);
}

bool TypeCanStay(const Object& from, const Object& to, const Change& change) {
  if (const EnumType* old = std::get_if<EnumType>(&from.definition)) {
    const EnumType* fresh = std::get_if<EnumType>(&to.definition);
    return fresh && OnlyAddsValues(*old, *fresh);
  }
  if (std::holds_alternative<BaseType>(from.definition)) {
    return OnlyChanges(
        change, {"receive", "send", "typmod in", "typmod out", "analyze", "subscript", "needs"});
  }
  return OnlyChanges(change, {"needs"});
}

std::string_view WithoutEnding(std::string_view text, std::string_view ending) {
  return text.ends_with(ending) ? text.substr(0, text.size() - ending.size()) : text;
}

bool ConstraintCanStay(const Constraint& from, const Constraint& to, const Change& change,
                       bool detached = false) {
  const bool bound = !from.attached_to.empty() && !detached;
  if (from.kind != to.kind || (from.attached_to != to.attached_to && bound)) return false;
  if (from.definition != to.definition) {
    return WithoutEnding(from.definition, kNotValid) == to.definition;
  }
  const bool attached = from.attached_to != to.attached_to;
  return OnlyChanges(change, {"tablespace", "clustered", "attached to", attached ? "needs" : ""});
}

bool IndexCanStay(const Index& from, const Index& to, const Change& change, bool detached = false) {
  if (from.attached_to != to.attached_to && !from.attached_to.empty() && !detached) return false;
  const bool attached = from.attached_to != to.attached_to;
  return OnlyChanges(
      change, {"tablespace", "clustered", "statistics", "attached to", attached ? "needs" : ""});
}

template <class P>
const P& Named(const std::vector<P>& parts, const Change& change) {
  return *FindPart(parts, change.element.name);
}

bool TablePartCanStay(const Table& from, const Table& to, const Change& change) {
  // Keys and indexes of a partition are let loose with it.
  const bool detached =
      from.partition_of != to.partition_of || from.partition_bound != to.partition_bound;
  switch (change.element.kind) {
    case ElementKind::kConstraint:
      return ConstraintCanStay(Named(from.constraints, change), Named(to.constraints, change),
                               change, detached);
    case ElementKind::kIndex: {
      // What is said of the index of a key is said of the key.
      const Index* old = FindPart(from.indexes, change.element.name);
      const Index* fresh = FindPart(to.indexes, change.element.name);
      return !old || !fresh ? OnlyChanges(change, {})
                            : IndexCanStay(*old, *fresh, change, detached);
    }
    case ElementKind::kPolicy:
      return OnlyChanges(change, {"roles", "using", "check", "needs"}) &&
             PolicyCanStay(Named(from.policies, change), Named(to.policies, change));
    case ElementKind::kTrigger:
    case ElementKind::kRule: return OnlyChanges(change, {"enabled"});
    case ElementKind::kSelf:
    case ElementKind::kColumn:
    case ElementKind::kDefault:
    case ElementKind::kSequence:
    case ElementKind::kPartition:
    case ElementKind::kMember: return OnlyChanges(change, {});
  }
  return false;
}

}  // namespace

bool IsAttributeFact(const Fact& fact) {
  static constexpr std::string_view kNames[] = {"owner", "privileges", "comment", "security labels",
                                                "goes with extensions"};
  return std::ranges::find(kNames, fact.name) != std::end(kNames);
}

bool ColumnCanStay(const Column& from, const Column& to, const PlanOptions& options) {
  const bool was_generated = from.generated != Generated::kNever;
  const bool is_generated = to.generated != Generated::kNever;
  if (!was_generated && !is_generated) return true;
  if (was_generated && !is_generated) return from.generated == Generated::kStored;
  if (from.generated != to.generated) return false;
  return from.expression == to.expression || options.server_major >= 17;
}

bool OnlyAddsValues(const EnumType& from, const EnumType& to) {
  auto next = to.values.begin();
  for (const std::string& value : from.values) {
    next = std::find(next, to.values.end(), value);
    if (next == to.values.end()) return false;
    ++next;
  }
  return true;
}

bool ObjectCanStay(const Object& from, const Object& to, const Change& change) {
  if (from.definition.index() != to.definition.index()) return false;
  switch (from.id.kind) {
    case Kind::kSchema:
    case Kind::kSequence:
    case Kind::kLanguage:
    case Kind::kTransform:
    case Kind::kExtension:
    case Kind::kOperatorFamily:
    case Kind::kForeignDataWrapper:
    case Kind::kUserMapping:
    case Kind::kSubscription:
    case Kind::kDefaultPrivileges:
    case Kind::kSystemPrivileges: return true;
    case Kind::kType: return TypeCanStay(from, to, change);
    case Kind::kDomain: return OnlyChanges(change, {"not null", "default", "needs"});
    case Kind::kFunction:
    case Kind::kProcedure: return BothCanStay<Function>(from, to);
    case Kind::kAggregate: return BothCanStay<Aggregate>(from, to);
    case Kind::kView: return BothCanStay<View>(from, to);
    case Kind::kOperator: return OnlyChanges(change, {"restriction", "join", "needs"});
    case Kind::kTextSearchDictionary: return OnlyChanges(change, {"settings"});
    case Kind::kTextSearchConfiguration: return OnlyChanges(change, {});
    case Kind::kServer:
      return OnlyChanges(change, {"version", "options"}) &&
             !std::get<ForeignServer>(to.definition).version.empty() ==
                 !std::get<ForeignServer>(from.definition).version.empty();
    case Kind::kTable:
    case Kind::kForeignTable:
      return std::ranges::none_of(change.facts, [](const Fact& fact) {
        return fact.name == "partition by" || fact.name == "server";
      });
    case Kind::kMaterializedView:
      return OnlyChanges(change, {"options", "access method", "tablespace", "replica identity"});
    case Kind::kStatistics: return OnlyChanges(change, {"target", "column order"});
    case Kind::kPublication: return OnlyChanges(change, {"options", "schemas", "needs"});
    case Kind::kEventTrigger: return OnlyChanges(change, {"enabled"});
    case Kind::kAccessMethod:
    case Kind::kCollation:
    case Kind::kConversion:
    case Kind::kOperatorClass:
    case Kind::kCast:
    case Kind::kTextSearchParser:
    case Kind::kTextSearchTemplate: return OnlyChanges(change, {});
  }
  return false;
}

bool PartCanStay(const Object& from, const Object& to, const Change& change) {
  if (const Table* old = std::get_if<Table>(&from.definition)) {
    return TablePartCanStay(*old, std::get<Table>(to.definition), change);
  }
  if (change.element.kind == ElementKind::kIndex) {
    const std::vector<Index>* old = IndexesOf(from.definition);
    const std::vector<Index>* fresh = IndexesOf(to.definition);
    return IndexCanStay(Named(*old, change), Named(*fresh, change), change);
  }
  if (change.element.kind == ElementKind::kConstraint) {
    const Constraint& old = Named(std::get<Domain>(from.definition).constraints, change);
    const Constraint& fresh = Named(std::get<Domain>(to.definition).constraints, change);
    return ConstraintCanStay(old, fresh, change);
  }
  const bool column = change.element.kind == ElementKind::kColumn;
  if (column)
    return OnlyChanges(
        change, {"type", "collation", "storage", "compression", "statistics", "options", "needs"});
  return OnlyChanges(change, {"enabled"});
}

}  // namespace pggit
