#include "core/base/identifier.h"
#include "core/ddl/kinds.h"
#include "core/ddl/text.h"

namespace pggit {
namespace {

std::string OptionsClause(const std::vector<Option>& options) {
  return options.empty() ? std::string() : "\n    OPTIONS " + RenderForeignOptions(options);
}

std::vector<Option> ParseOptionsClause(Cursor& cursor) {
  return cursor.Accept("OPTIONS") ? cursor.Options() : std::vector<Option>();
}

}  // namespace

void Render(const ObjectId& id, const ForeignDataWrapper& wrapper, Form /*form*/,
            std::vector<Piece>& pieces) {
  std::string create = "CREATE FOREIGN DATA WRAPPER " + SqlName(id);
  if (!wrapper.handler.empty()) create += "\n    HANDLER " + wrapper.handler;
  if (!wrapper.validator.empty()) create += "\n    VALIDATOR " + wrapper.validator;
  create += OptionsClause(wrapper.options);
  pieces.push_back({{}, std::move(create)});
}

ForeignDataWrapper ParseForeignDataWrapper(Cursor& cursor) {
  ForeignDataWrapper wrapper;
  cursor.Expect("CREATE FOREIGN DATA WRAPPER");
  cursor.Name();
  if (cursor.Accept("HANDLER")) wrapper.handler = cursor.QualifiedText();
  if (cursor.Accept("VALIDATOR")) wrapper.validator = cursor.QualifiedText();
  wrapper.options = ParseOptionsClause(cursor);
  cursor.ExpectSymbol(";");
  return wrapper;
}

void Render(const ObjectId& id, const ForeignServer& server, Form /*form*/,
            std::vector<Piece>& pieces) {
  std::string create = "CREATE SERVER " + SqlName(id);
  if (!server.type.empty()) create += " TYPE " + QuoteLiteral(server.type);
  if (!server.version.empty()) create += " VERSION " + QuoteLiteral(server.version);
  create += "\n    FOREIGN DATA WRAPPER " + QuoteIdentifier(server.wrapper);
  create += OptionsClause(server.options);
  pieces.push_back({{}, std::move(create)});
}

ForeignServer ParseServer(Cursor& cursor) {
  ForeignServer server;
  cursor.Expect("CREATE SERVER");
  cursor.Name();
  if (cursor.Accept("TYPE")) server.type = cursor.String();
  if (cursor.Accept("VERSION")) server.version = cursor.String();
  cursor.Expect("FOREIGN DATA WRAPPER");
  server.wrapper = cursor.Name();
  server.options = ParseOptionsClause(cursor);
  cursor.ExpectSymbol(";");
  return server;
}

void Render(const ObjectId& id, const UserMapping& mapping, Form /*form*/,
            std::vector<Piece>& pieces) {
  pieces.push_back({{}, "CREATE USER MAPPING " + SqlName(id) + OptionsClause(mapping.options)});
}

UserMapping ParseUserMapping(Cursor& cursor) {
  UserMapping mapping;
  cursor.Expect("CREATE USER MAPPING FOR");
  cursor.Name();
  cursor.Expect("SERVER");
  cursor.Name();
  mapping.options = ParseOptionsClause(cursor);
  cursor.ExpectSymbol(";");
  return mapping;
}

}  // namespace pggit
