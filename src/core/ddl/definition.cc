#include "core/ddl/definition.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "core/base/error.h"
#include "core/ddl/attributes.h"
#include "core/ddl/head.h"
#include "core/ddl/kinds.h"

namespace pggit {
namespace {

std::vector<std::string> FactsOf(const Definition& definition) {
  return std::visit(
      [](const auto& value) -> std::vector<std::string> {
        if constexpr (requires { Facts(value); }) return Facts(value);
        return {};
      },
      definition);
}

Definition ParseKind(Cursor& cursor, const Head& head) {
  const ObjectId& id = head.id;
  switch (id.kind) {
    case Kind::kSchema: return ParseNamespace(cursor);
    case Kind::kExtension: return ParseExtension(cursor);
    case Kind::kMaterializedView: return ParseMaterializedView(cursor);
    case Kind::kCollation: return ParseCollation(cursor);
    case Kind::kConversion: return ParseConversion(cursor);
    case Kind::kType: return ParseType(cursor);
    case Kind::kDomain: return ParseDomain(cursor);
    case Kind::kCast: return ParseCast(cursor);
    case Kind::kTextSearchParser: return ParseTextSearchParser(cursor);
    case Kind::kTextSearchTemplate: return ParseTextSearchTemplate(cursor);
    case Kind::kTextSearchDictionary: return ParseTextSearchDictionary(cursor);
    case Kind::kTextSearchConfiguration: return ParseTextSearchConfiguration(cursor);
    case Kind::kSequence: return ParseSequence(cursor);
    case Kind::kTable:
    case Kind::kForeignTable: return ParseTable(cursor, id);
    case Kind::kForeignDataWrapper: return ParseForeignDataWrapper(cursor);
    case Kind::kServer: return ParseServer(cursor);
    case Kind::kUserMapping: return ParseUserMapping(cursor);
    case Kind::kStatistics: return ParseStatistics(cursor);
    case Kind::kPublication: return ParsePublication(cursor);
    case Kind::kSubscription: return ParseSubscription(cursor);
    case Kind::kEventTrigger: return ParseEventTrigger(cursor);
    case Kind::kDefaultPrivileges: return ParseDefaultPrivileges(cursor, id);
    case Kind::kSystemPrivileges: return ParseSystemPrivileges(cursor);
    case Kind::kView: return ParseView(cursor, id, head.facts);
    case Kind::kLanguage: return ParseLanguage(cursor);
    case Kind::kAccessMethod: return ParseAccessMethod(cursor);
    case Kind::kFunction:
    case Kind::kProcedure: return ParseFunction(cursor);
    case Kind::kAggregate: return ParseAggregate(cursor);
    case Kind::kOperator: return ParseOperator(cursor);
    case Kind::kOperatorFamily: return ParseOperatorFamily(cursor);
    case Kind::kOperatorClass: return ParseOperatorClass(cursor);
    case Kind::kTransform: return ParseTransform(cursor);
  }
  throw InternalError("no parser for " + Describe(id));
}

// The first line in which `found` differs from `wanted`, for a message.
std::string FirstDifference(std::string_view found, std::string_view wanted) {
  std::size_t line_begin = 0;
  for (std::size_t i = 0; i < found.size() && i < wanted.size() && found[i] == wanted[i]; ++i) {
    if (found[i] == '\n') line_begin = i + 1;
  }
  const auto line = [&](std::string_view text) {
    const std::string_view rest = text.substr(std::min(line_begin, text.size()));
    return std::string(rest.substr(0, rest.find('\n')));
  };
  return "Found: " + line(found) + "\nCanonical: " + line(wanted);
}

bool OneLine(const std::string& sql) {
  return sql.find('\n') == std::string::npos;
}

}  // namespace

void AddDefinition(Schema& schema, std::string_view text) {
  Object object = ParseDefinition(text);
  ObjectId id = object.id;
  schema.objects.emplace(std::move(id), std::move(object));
}

std::vector<Piece> Pieces(const Object& object, Form form) {
  std::vector<Piece> pieces;
  std::visit([&](const auto& value) { Render(object.id, value, form, pieces); }, object.definition);
  RenderAttributes(object.id, object.attributes, pieces);
  return pieces;
}

std::string JoinPieces(const std::vector<Piece>& pieces) {
  std::string text;
  bool after_one_line = true;
  for (const Piece& piece : pieces) {
    const bool one_line = OneLine(piece.sql);
    if (!text.empty() && !(one_line && after_one_line)) text += '\n';
    text += piece.sql;
    text += ";\n";
    after_one_line = one_line;
  }
  return text;
}

std::string RenderDefinition(const Object& object) {
  return RenderHead({object.id, object.attributes.needs, FactsOf(object.definition)}) +
         JoinPieces(Pieces(object, Form::kCanonical));
}

Object ParseDefinition(std::string_view text) {
  std::string_view body = text;
  const Head head = TakeHead(body);
  Object object;
  object.id = head.id;
  object.attributes.needs = head.needs;
  Cursor cursor(body);
  if (cursor.AtEnd()) cursor.Fail("a statement");
  object.definition = ParseKind(cursor, head);
  ParseAttributes(cursor, object.id, object.attributes);
  if (const std::string canonical = RenderDefinition(object); canonical != text) {
    throw Error(ErrorCode::kInvalidDefinition,
                "the definition of " + Describe(object.id) + " is not in its canonical form",
                FirstDifference(text, canonical));
  }
  return object;
}

}  // namespace pggit
