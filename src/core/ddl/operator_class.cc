#include <charconv>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/ddl/kinds.h"
#include "core/ddl/text.h"

namespace pggit {
namespace {

// `OPERATOR 1 public.<(integer,text) FOR ORDER BY public.f` and
// `FUNCTION 1 (integer, text) public.cmp(integer,text)`.
std::vector<std::string> RenderMembers(const FamilyMembers& members) {
  std::vector<std::string> lines;
  for (const FamilyOperator& member : members.operators) {
    std::string line = "OPERATOR " + std::to_string(member.strategy) + ' ' + member.name;
    if (!member.sort_family.empty()) line += " FOR ORDER BY " + member.sort_family;
    lines.push_back(std::move(line));
  }
  for (const FamilyFunction& member : members.functions) {
    lines.push_back("FUNCTION " + std::to_string(member.number) + " (" + member.left_type + ", " +
                    member.right_type + ") " + member.name);
  }
  return lines;
}

int Integer(Cursor& cursor) {
  const std::string text = cursor.Number();
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw Error(ErrorCode::kInvalidDefinition, "not a number of a member: " + text);
  }
  return value;
}

// Reads one member, when that is what comes next.
bool ParseMember(Cursor& cursor, FamilyMembers& members) {
  if (cursor.Accept("OPERATOR")) {
    FamilyOperator member;
    member.strategy = Integer(cursor);
    member.name = cursor.TextUntil({",", ";", "FOR ORDER BY"});
    if (cursor.Accept("FOR ORDER BY")) member.sort_family = cursor.QualifiedText();
    members.operators.push_back(std::move(member));
    return true;
  }
  if (cursor.Accept("FUNCTION")) {
    FamilyFunction member;
    member.number = Integer(cursor);
    cursor.ExpectSymbol("(");
    member.left_type = cursor.TextUntil({","});
    cursor.ExpectSymbol(",");
    member.right_type = cursor.TextUntil({});
    cursor.ExpectSymbol(")");
    member.name = cursor.TextUntil({",", ";"});
    members.functions.push_back(std::move(member));
    return true;
  }
  return false;
}

}  // namespace

void Render(const ObjectId& id, const OperatorFamily& family, Form /*form*/,
            std::vector<Piece>& pieces) {
  pieces.push_back({{}, "CREATE OPERATOR FAMILY " + SqlName(id)});
  if (!family.loose.empty()) {
    pieces.push_back({{ElementKind::kMember, "loose"},
                      "ALTER OPERATOR FAMILY " + SqlName(id) + " ADD\n    " +
                          Join(RenderMembers(family.loose), ",\n    ")});
  }
}

OperatorFamily ParseOperatorFamily(Cursor& cursor) {
  OperatorFamily family;
  cursor.Expect("CREATE OPERATOR FAMILY");
  cursor.TextUntil({";"});
  cursor.ExpectSymbol(";");
  const std::size_t statement = cursor.position();
  if (!cursor.Accept("ALTER OPERATOR FAMILY")) return family;
  cursor.TextUntil({"ADD", "OWNER TO"});
  if (!cursor.Accept("ADD")) {  // The owner's statement comes next.
    cursor.Rewind(statement);
    return family;
  }
  do {
    if (!ParseMember(cursor, family.loose)) cursor.Fail("a member of the family");
  } while (cursor.AcceptSymbol(","));
  cursor.ExpectSymbol(";");
  return family;
}

void Render(const ObjectId& id, const OperatorClass& opclass, Form /*form*/,
            std::vector<Piece>& pieces) {
  std::string create = "CREATE OPERATOR CLASS " + QuoteQualified(id.schema, id.name) + "\n    ";
  if (opclass.is_default) create += "DEFAULT ";
  create += "FOR TYPE " + opclass.type + id.signature;
  if (!opclass.family.empty()) create += " FAMILY " + opclass.family;
  std::vector<std::string> lines = RenderMembers(opclass.members);
  // A class must have something to say, be it what goes without saying.
  if (!opclass.storage.empty() || lines.empty()) {
    lines.insert(lines.begin(),
                 "STORAGE " + (opclass.storage.empty() ? opclass.type : opclass.storage));
  }
  create += " AS\n    " + Join(lines, ",\n    ");
  pieces.push_back({{}, std::move(create)});
}

OperatorClass ParseOperatorClass(Cursor& cursor) {
  OperatorClass opclass;
  cursor.Expect("CREATE OPERATOR CLASS");
  cursor.QualifiedText();
  opclass.is_default = cursor.Accept("DEFAULT");
  cursor.Expect("FOR TYPE");
  opclass.type = cursor.TextUntil({"USING"});
  cursor.Expect("USING");
  cursor.Name();
  if (cursor.Accept("FAMILY")) opclass.family = cursor.QualifiedText();
  cursor.Expect("AS");
  do {
    if (cursor.Accept("STORAGE")) {
      opclass.storage = cursor.TextUntil({",", ";"});
      if (opclass.storage == opclass.type) opclass.storage.clear();
    } else if (!ParseMember(cursor, opclass.members)) {
      cursor.Fail("a member of the class");
    }
  } while (cursor.AcceptSymbol(","));
  cursor.ExpectSymbol(";");
  return opclass;
}

}  // namespace pggit
