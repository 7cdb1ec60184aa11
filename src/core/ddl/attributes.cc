#include "core/ddl/attributes.h"

#include <optional>

#include "core/base/identifier.h"
#include "core/ddl/privileges.h"
#include "core/ddl/text.h"

namespace pggit {
namespace {

// Takes `SEQUENCE public.t_id_seq`, if it comes next in what is about `id`: the sequence behind an
// identity column.
std::optional<Element> ParseSequence(Cursor& cursor, const ObjectId& id) {
  if (id.kind != Kind::kTable || !cursor.Accept("SEQUENCE")) return std::nullopt;
  cursor.Name();
  cursor.ExpectSymbol(".");
  return Element{ElementKind::kSequence, cursor.Name()};
}

// The part of an object that a statement about privileges speaks of.
Element PrivilegeElement(const ObjectId& id, const PrivilegeStatement& statement) {
  if (!statement.column.empty()) return {ElementKind::kColumn, statement.column};
  Cursor target(statement.target);
  return ParseSequence(target, id).value_or(Element{});
}

// The element that the target of a COMMENT or SECURITY LABEL names, which starts here.
Element ParseTarget(Cursor& cursor, const ObjectId& id) {
  if (cursor.Accept("COLUMN")) {
    const int names = KindHasSchema(id.kind) ? 2 : 1;
    for (int i = 0; i < names; ++i) {
      cursor.Name();
      cursor.ExpectSymbol(".");
    }
    return {ElementKind::kColumn, cursor.Name()};
  }
  if (const auto sequence = ParseSequence(cursor, id)) return *sequence;
  if (cursor.Accept("INDEX")) {
    cursor.Name();
    cursor.ExpectSymbol(".");
    return {ElementKind::kIndex, cursor.Name()};
  }
  const auto part = [&](ElementKind kind) {
    Element element{kind, cursor.Name()};
    cursor.Expect("ON");
    return element;
  };
  if (cursor.Accept("CONSTRAINT")) return part(ElementKind::kConstraint);
  if (cursor.Accept("RULE")) return part(ElementKind::kRule);
  if (cursor.Accept("TRIGGER")) return part(ElementKind::kTrigger);
  if (cursor.Accept("POLICY")) return part(ElementKind::kPolicy);
  return {};
}

// An aggregate as a function: GRANT knows neither "*" nor ORDER BY.
std::string AsFunction(const ObjectId& aggregate) {
  const std::string name = QuoteQualified(aggregate.schema, aggregate.name);
  Cursor cursor(aggregate.signature);
  cursor.ExpectSymbol("(");
  if (cursor.SeesSymbol("*")) return name + "()";
  std::string direct = cursor.TextUntil({"ORDER BY"});
  if (!cursor.Accept("ORDER BY")) return name + aggregate.signature;
  const std::string ordered = cursor.TextUntil({});
  // A variadic direct argument takes the ordered ones in.
  const bool all = !direct.empty() && Cursor(direct).TextUntil({"VARIADIC"}) != direct;
  if (direct.empty() || all) return name + '(' + (all ? direct : ordered) + ')';
  return name + '(' + direct + ',' + ordered + ')';
}

// `public.p(IN integer,OUT text)`: without a mode the server would also look for a procedure that
// has an OUT argument where this one has an IN.
std::string AsProcedure(const ObjectId& id) {
  Cursor cursor(id.signature);
  cursor.ExpectSymbol("(");
  std::vector<std::string> arguments;
  while (!cursor.SeesSymbol(")")) {
    const bool out = cursor.Sees("OUT");
    arguments.push_back((out ? "" : "IN ") + cursor.TextUntil({","}));
    if (!cursor.AcceptSymbol(",")) break;
  }
  return QuoteQualified(id.schema, id.name) + '(' + Join(arguments, ",") + ')';
}

// What the signature of system privileges begins with.
constexpr std::string_view kOn = "ON ";

// The object's name in a statement about it.
std::string StatementName(const ObjectId& id) {
  return id.kind == Kind::kProcedure ? AsProcedure(id) : SqlName(id);
}

// What ALTER, COMMENT ON and others take.
std::string Target(const ObjectId& id) {
  return std::string(KindName(id.kind)) + ' ' + StatementName(id);
}

}  // namespace

std::string CommentTarget(const ObjectId& id, const Element& element) {
  const std::string name = SqlName(id);
  const std::string part = QuoteIdentifier(element.name);
  switch (element.kind) {
    case ElementKind::kColumn: return "COLUMN " + name + '.' + part;
    case ElementKind::kSequence: return "SEQUENCE " + QuoteQualified(id.schema, element.name);
    case ElementKind::kIndex: return "INDEX " + QuoteQualified(id.schema, element.name);
    case ElementKind::kConstraint:
      return "CONSTRAINT " + part + " ON " + (id.kind == Kind::kDomain ? "DOMAIN " : "") + name;
    case ElementKind::kRule: return "RULE " + part + " ON " + name;
    case ElementKind::kTrigger: return "TRIGGER " + part + " ON " + name;
    case ElementKind::kPolicy: return "POLICY " + part + " ON " + name;
    case ElementKind::kSelf:
    case ElementKind::kDefault:
    case ElementKind::kPartition:
    case ElementKind::kMember: return Target(id);
  }
  return Target(id);
}

std::string GrantTarget(const ObjectId& id) {
  if (id.kind == Kind::kSystemPrivileges) return id.signature.substr(kOn.size());
  std::string_view word = KindName(id.kind);
  if (id.kind == Kind::kForeignTable || id.kind == Kind::kView ||
      id.kind == Kind::kMaterializedView) {
    word = "TABLE";
  } else if (id.kind == Kind::kAggregate) {
    return "FUNCTION " + AsFunction(id);
  } else if (id.kind == Kind::kDomain) {
    word = "TYPE";
  } else if (id.kind == Kind::kServer) {
    word = "FOREIGN SERVER";
  }
  return std::string(word) + ' ' + StatementName(id);
}

void RenderAttributes(const ObjectId& id, const Attributes& attributes,
                      std::vector<Piece>& pieces) {
  if (!attributes.owner.empty()) {
    pieces.push_back({{},
                      "ALTER " + Target(id) + " OWNER TO " + QuoteIdentifier(attributes.owner),
                      Purpose::kOwns});
  }
  for (const auto& [element, comment] : attributes.comments) {
    pieces.push_back({element,
                      "COMMENT ON " + CommentTarget(id, element) + " IS " + QuoteLiteral(comment),
                      Purpose::kDescribes});
  }
  for (const auto& [element, labels] : attributes.labels) {
    for (const SecurityLabel& label : labels) {
      pieces.push_back({element,
                        "SECURITY LABEL FOR " + QuoteIdentifier(label.provider) + " ON " +
                            CommentTarget(id, element) + " IS " + QuoteLiteral(label.label),
                        Purpose::kDescribes});
    }
  }
  for (const auto& [element, extensions] : attributes.extensions) {
    for (const std::string& extension : extensions) {
      pieces.push_back({element, "ALTER " + CommentTarget(id, element) + " DEPENDS ON EXTENSION " +
                                     QuoteIdentifier(extension)});
    }
  }
  for (const auto& [element, privileges] : attributes.privileges) {
    const bool sequence = element.kind == ElementKind::kSequence;
    RenderPrivileges({"", sequence ? CommentTarget(id, element) : GrantTarget(id),
                      sequence ? "" : element.name, attributes.owner, element},
                     privileges, pieces);
  }
}

void ParseAttributes(Cursor& cursor, const ObjectId& id, Attributes& attributes) {
  std::string grantor;
  for (; !cursor.AtEnd(); cursor.ExpectSymbol(";")) {
    if (cursor.Accept("ALTER")) {
      const Element element = ParseTarget(cursor, id);
      cursor.TextUntil({"OWNER TO", "DEPENDS ON EXTENSION", ";"});
      if (cursor.Accept("DEPENDS ON EXTENSION")) {
        attributes.extensions[element].push_back(cursor.Name());
      } else {
        cursor.Expect("OWNER TO");
        attributes.owner = cursor.Name();
      }
    } else if (cursor.Accept("COMMENT ON")) {
      const Element element = ParseTarget(cursor, id);
      cursor.TextUntil({"IS"});
      cursor.Expect("IS");
      attributes.comments[element] = cursor.String();
    } else if (cursor.Accept("SECURITY LABEL FOR")) {
      SecurityLabel label;
      label.provider = cursor.Name();
      cursor.Expect("ON");
      const Element element = ParseTarget(cursor, id);
      cursor.TextUntil({"IS"});
      cursor.Expect("IS");
      label.label = cursor.String();
      attributes.labels[element].push_back(std::move(label));
    } else if (const auto statement = ParsePrivilegeStatement(cursor, attributes.owner)) {
      Apply(*statement, grantor, attributes.privileges[PrivilegeElement(id, *statement)]);
    } else if (!ParseGrantor(cursor, grantor)) {
      cursor.Fail("a statement about " + Describe(id));
    }
  }
}

}  // namespace pggit
