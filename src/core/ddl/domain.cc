#include <algorithm>

#include "core/base/identifier.h"
#include "core/ddl/collate.h"
#include "core/ddl/kinds.h"

namespace pggit {
namespace {

// A check may call functions that speak of the domain, and one that was never made can only be
// added afterwards.
bool IsInline(const Constraint& constraint, Form form) {
  if (constraint.kind == ConstraintKind::kNotNull) return true;
  return form == Form::kCanonical && !IsUnchecked(constraint);
}

std::string RenderConstraint(const Constraint& constraint) {
  return "CONSTRAINT " + QuoteIdentifier(constraint.name) + ' ' + constraint.definition;
}

Constraint ParseConstraint(Cursor& cursor) {
  Constraint constraint;
  cursor.Expect("CONSTRAINT");
  constraint.name = cursor.Name();
  if (cursor.Sees("NOT NULL")) constraint.kind = ConstraintKind::kNotNull;
  constraint.definition = cursor.TextUntil({"CONSTRAINT", ";"});
  return constraint;
}

}  // namespace

void Render(const ObjectId& id, const Domain& domain, Form form, std::vector<Piece>& pieces) {
  std::string create = "CREATE DOMAIN " + SqlName(id) + " AS " + domain.base_type;
  create += RenderCollate(domain.collation);
  if (domain.not_null) create += " NOT NULL";
  if (!domain.default_expression.empty()) create += " DEFAULT " + domain.default_expression;
  for (const Constraint& constraint : domain.constraints) {
    if (IsInline(constraint, form)) create += "\n    " + RenderConstraint(constraint);
  }
  pieces.push_back({{}, std::move(create)});
  for (const Constraint& constraint : domain.constraints) {
    if (IsInline(constraint, form)) continue;
    pieces.push_back({{ElementKind::kConstraint, constraint.name},
                      "ALTER DOMAIN " + SqlName(id) + " ADD " + RenderConstraint(constraint)});
  }
}

Domain ParseDomain(Cursor& cursor) {
  Domain domain;
  cursor.Expect("CREATE DOMAIN");
  cursor.QualifiedText();
  cursor.Expect("AS");
  domain.base_type = cursor.TextUntil({"COLLATE", "NOT NULL", "DEFAULT", "CONSTRAINT", ";"});
  domain.collation = ParseCollate(cursor);
  domain.not_null = cursor.Accept("NOT NULL");
  if (cursor.Accept("DEFAULT")) domain.default_expression = cursor.TextUntil({"CONSTRAINT", ";"});
  while (!cursor.AcceptSymbol(";")) domain.constraints.push_back(ParseConstraint(cursor));
  while (cursor.Sees("ALTER DOMAIN")) {
    const std::size_t statement = cursor.position();
    cursor.Expect("ALTER DOMAIN");
    cursor.QualifiedText();
    if (!cursor.Accept("ADD")) {  // The owner's statement comes next.
      cursor.Rewind(statement);
      break;
    }
    domain.constraints.push_back(ParseConstraint(cursor));
    cursor.ExpectSymbol(";");
  }
  std::sort(domain.constraints.begin(), domain.constraints.end());
  return domain;
}

}  // namespace pggit
