#include "core/plan/name_claims.h"

#include <algorithm>

#include "core/base/identifier.h"
#include "core/ddl/cursor.h"
#include "core/diff/parts.h"
#include "core/model/parts_of.h"

namespace pggit {
namespace {

std::string Claim(std::string_view space, const std::string& schema, const std::string& name) {
  return std::string(space) + ' ' + QuoteQualified(schema, name);
}

// The arguments that tell routines apart: what only comes out does not.
std::string InputSignature(const std::string& signature) {
  Cursor cursor(signature);
  cursor.ExpectSymbol("(");
  std::string text = "(";
  while (!cursor.SeesSymbol(")")) {
    const bool out = cursor.Sees("OUT");
    const std::string argument = cursor.TextUntil({","});
    if (!out) text += (text.size() > 1 ? "," : "") + argument;
    if (!cursor.AcceptSymbol(",")) break;
  }
  return text + ')';
}

// The places that members take in an operator family.
void AddMembers(const std::string& family, const FamilyMembers& members,
                std::vector<std::string>& claims) {
  for (const FamilyOperator& member : members.operators) {
    claims.push_back("member of " + family + ' ' + std::to_string(member.strategy) +
                     member.name.substr(member.name.rfind('(')));
  }
  for (const FamilyFunction& member : members.functions) {
    claims.push_back("support of " + family + ' ' + std::to_string(member.number) + '(' +
                     member.left_type + ',' + member.right_type + ')');
  }
}

bool OwnsIndex(const Constraint& constraint) {
  return constraint.kind == ConstraintKind::kPrimaryKey ||
         constraint.kind == ConstraintKind::kUnique ||
         constraint.kind == ConstraintKind::kExclusion;
}

}  // namespace

std::vector<std::string> NameClaims(const Object& object, const Element& element) {
  const std::string& schema = object.id.schema;
  const Table* table = std::get_if<Table>(&object.definition);
  if (const OperatorFamily* family = std::get_if<OperatorFamily>(&object.definition)) {
    std::vector<std::string> claims;
    AddMembers(SqlName(object.id), family->loose, claims);
    return claims;
  }
  if (element.kind == ElementKind::kIndex) return {Claim("relation", schema, element.name)};
  if (table && element.kind == ElementKind::kConstraint) {
    const Constraint* constraint = FindPart(table->constraints, element.name);
    if (constraint && OwnsIndex(*constraint)) return {Claim("relation", schema, element.name)};
  }
  if (table && element.kind == ElementKind::kColumn) {
    const Column* column = FindPart(table->columns, element.name);
    if (column && column->identity) return {Claim("relation", schema, column->identity->sequence)};
  }
  return {};
}

std::vector<std::string> NameClaims(const Object& object) {
  const ObjectId& id = object.id;
  std::vector<std::string> claims;
  switch (id.kind) {
    case Kind::kTable:
    case Kind::kForeignTable:
    case Kind::kView:
    case Kind::kMaterializedView:
      claims.push_back(Claim("type", id.schema, id.name));
      [[fallthrough]];
    case Kind::kSequence: claims.push_back(Claim("relation", id.schema, id.name)); break;
    case Kind::kType:
      if (std::holds_alternative<CompositeType>(object.definition)) {
        claims.push_back(Claim("relation", id.schema, id.name));
      }
      [[fallthrough]];
    case Kind::kDomain: claims.push_back(Claim("type", id.schema, id.name)); break;
    case Kind::kFunction:
    case Kind::kProcedure:
      claims.push_back(Claim("routine", id.schema, id.name) + InputSignature(id.signature));
      break;
    case Kind::kAggregate:
      claims.push_back(Claim("routine", id.schema, id.name) + id.signature);
      break;
    case Kind::kSchema:
    case Kind::kExtension:
    case Kind::kLanguage:
    case Kind::kAccessMethod:
    case Kind::kCollation:
    case Kind::kConversion:
    case Kind::kOperator:
    case Kind::kOperatorFamily:
    case Kind::kOperatorClass:
    case Kind::kCast:
    case Kind::kTransform:
    case Kind::kTextSearchParser:
    case Kind::kTextSearchTemplate:
    case Kind::kTextSearchDictionary:
    case Kind::kTextSearchConfiguration:
    case Kind::kForeignDataWrapper:
    case Kind::kServer:
    case Kind::kUserMapping:
    case Kind::kStatistics:
    case Kind::kPublication:
    case Kind::kSubscription:
    case Kind::kEventTrigger:
    case Kind::kDefaultPrivileges:
    case Kind::kSystemPrivileges: break;
  }
  // One operator class of a type, and one conversion between two encodings, is the default.
  if (const OperatorClass* opclass = std::get_if<OperatorClass>(&object.definition)) {
    const std::string own = QuoteQualified(id.schema, id.name);
    const std::string method = id.signature;
    AddMembers((opclass->family.empty() ? own : opclass->family) + method, opclass->members,
               claims);
    if (opclass->is_default) claims.push_back("default class " + opclass->type + id.signature);
  }
  if (const Conversion* conversion = std::get_if<Conversion>(&object.definition)) {
    if (conversion->is_default) {
      claims.push_back("default conversion " + conversion->from + ' ' + conversion->to);
    }
  }
  const auto add = [&](const Element& element) {
    const std::vector<std::string> more = NameClaims(object, element);
    claims.insert(claims.end(), more.begin(), more.end());
  };
  if (const std::vector<Index>* indexes = IndexesOf(object.definition)) {
    for (const Index& index : *indexes) add(PartElement(index));
  }
  if (const Table* table = std::get_if<Table>(&object.definition)) {
    for (const Constraint& constraint : table->constraints) add(PartElement(constraint));
    for (const Column& column : table->columns) add(PartElement(column));
  }
  return claims;
}

}  // namespace pggit
