#include "core/base/identifier.h"
#include "core/ddl/kinds.h"

namespace pggit {

void Render(const ObjectId& id, const Language& language, Form /*form*/,
            std::vector<Piece>& pieces) {
  std::string create = "CREATE ";
  if (language.trusted) create += "TRUSTED ";
  create += "LANGUAGE " + QuoteIdentifier(id.name) + "\n    HANDLER " + language.handler;
  if (!language.inline_handler.empty()) create += "\n    INLINE " + language.inline_handler;
  if (!language.validator.empty()) create += "\n    VALIDATOR " + language.validator;
  pieces.push_back({{}, std::move(create)});
}

Language ParseLanguage(Cursor& cursor) {
  Language language;
  cursor.Expect("CREATE");
  language.trusted = cursor.Accept("TRUSTED");
  cursor.Expect("LANGUAGE");
  cursor.Name();
  cursor.Expect("HANDLER");
  language.handler = cursor.QualifiedText();
  if (cursor.Accept("INLINE")) language.inline_handler = cursor.QualifiedText();
  if (cursor.Accept("VALIDATOR")) language.validator = cursor.QualifiedText();
  cursor.ExpectSymbol(";");
  return language;
}

}  // namespace pggit
