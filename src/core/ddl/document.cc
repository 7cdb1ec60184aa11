#include "core/ddl/document.h"

#include "core/base/error.h"
#include "core/ddl/definition.h"
#include "core/ddl/head.h"
#include "core/ddl/lexer.h"

namespace pggit {
namespace {

// Between two definitions: the end of a statement, an empty line, the head of the next. Inside one,
// no comment ever follows a statement.
constexpr std::string_view kBoundary = "\n\n-- ";

void AddOnce(std::string_view text, Schema& schema) {
  Object object = ParseDefinition(text);
  const ObjectId id = object.id;
  if (!schema.objects.emplace(id, std::move(object)).second) {
    throw Error(ErrorCode::kInvalidDefinition, Describe(id) + " is defined twice");
  }
}

}  // namespace

std::string RenderDocument(const Schema& schema) {
  std::string text;
  for (const auto& [id, object] : schema.objects) {
    if (!text.empty()) text += '\n';
    text += RenderDefinition(object);
  }
  return text;
}

bool IsDocument(std::string_view text) {
  constexpr std::string_view kComment = "-- ";
  if (text.empty()) return true;
  if (!text.starts_with(kComment)) return false;
  const std::string_view line = text.substr(0, text.find('\n')).substr(kComment.size());
  try {
    (void)ParseObjectId(line);
    return true;
  } catch (const Error&) {
    return false;
  }
}

Schema ParseDocument(std::string_view text) {
  Schema schema;
  std::size_t begin = 0;
  for (const Token& token : Lex(text)) {
    const bool ends_statement = token.kind == TokenKind::kSymbol && token.value == ";";
    if (!ends_statement || !text.substr(token.end).starts_with(kBoundary)) continue;
    AddOnce(text.substr(begin, token.end + 1 - begin), schema);
    begin = token.end + 2;
  }
  if (begin < text.size()) AddOnce(text.substr(begin), schema);
  return schema;
}

}  // namespace pggit
