#include "core/base/identifier.h"
#include "core/ddl/kinds.h"
#include "core/ddl/text.h"

namespace pggit {
namespace {

// The text in dollar quotes, by the first of $$, $body$, $body1$ ... that ends where it should.
std::string DollarQuoted(const std::string& text) {
  std::string tag = "$$";
  for (int i = 0; (text + tag).find(tag) != text.size(); ++i) {
    tag = "$body" + (i == 0 ? std::string() : std::to_string(i)) + '$';
  }
  return tag + text + tag;
}

// `app.user`, each part quoted as needed.
std::string SettingName(std::string_view name) {
  std::vector<std::string> parts;
  for (std::size_t dot; (dot = name.find('.')) != std::string_view::npos;) {
    parts.push_back(QuoteIdentifier(name.substr(0, dot)));
    name.remove_prefix(dot + 1);
  }
  parts.push_back(QuoteIdentifier(name));
  return Join(parts, ".");
}

std::string RenderSetting(const FunctionSetting& setting) {
  std::vector<std::string> values;
  for (const std::string& value : setting.values) values.push_back(QuoteLiteral(value));
  return "SET " + SettingName(setting.name) + " TO " + Join(values, ", ");
}

FunctionSetting ParseSetting(Cursor& cursor) {
  FunctionSetting setting;
  setting.name = cursor.Name();
  while (cursor.AcceptSymbol(".")) setting.name += '.' + cursor.Name();
  cursor.Expect("TO");
  do {
    setting.values.push_back(cursor.String());
  } while (cursor.AcceptSymbol(","));
  return setting;
}

// LANGUAGE and what else fits on its line.
std::string RenderOptions(const Function& function) {
  std::string text = "LANGUAGE " + QuoteIdentifier(function.language);
  std::string_view separator = " TRANSFORM ";
  for (const std::string& type : function.transforms) {
    text += separator;
    text += "FOR TYPE " + type;
    separator = ", ";
  }
  if (function.window) text += " WINDOW";
  if (!function.volatility.empty()) text += ' ' + function.volatility;
  if (function.strict) text += " STRICT";
  if (function.security_definer) text += " SECURITY DEFINER";
  if (function.leakproof) text += " LEAKPROOF";
  if (!function.cost.empty()) text += " COST " + function.cost;
  if (!function.rows.empty()) text += " ROWS " + function.rows;
  if (!function.support.empty()) text += " SUPPORT " + function.support;
  if (!function.parallel.empty()) text += " PARALLEL " + function.parallel;
  return text;
}

void ParseOptions(Cursor& cursor, Function& function) {
  cursor.Expect("LANGUAGE");
  function.language = cursor.Name();
  if (cursor.Accept("TRANSFORM")) {
    do {
      cursor.Expect("FOR TYPE");
      function.transforms.push_back(cursor.TextUntil(
          {",", "WINDOW", "IMMUTABLE", "STABLE", "STRICT", "SECURITY DEFINER", "LEAKPROOF", "COST",
           "ROWS", "SUPPORT", "PARALLEL", "SET", "AS", "BEGIN ATOMIC", "RETURN"}));
    } while (cursor.AcceptSymbol(","));
  }
  function.window = cursor.Accept("WINDOW");
  if (cursor.Accept("IMMUTABLE")) function.volatility = "IMMUTABLE";
  if (cursor.Accept("STABLE")) function.volatility = "STABLE";
  function.strict = cursor.Accept("STRICT");
  function.security_definer = cursor.Accept("SECURITY DEFINER");
  function.leakproof = cursor.Accept("LEAKPROOF");
  if (cursor.Accept("COST")) function.cost = cursor.Number();
  if (cursor.Accept("ROWS")) function.rows = cursor.Number();
  if (cursor.Accept("SUPPORT")) function.support = cursor.QualifiedText();
  if (cursor.Accept("PARALLEL SAFE")) function.parallel = "SAFE";
  if (cursor.Accept("PARALLEL RESTRICTED")) function.parallel = "RESTRICTED";
}

// `RETURN expression`, or `BEGIN ATOMIC ... END`, in which only CASE has an END of its own.
std::string ParseSqlBody(Cursor& cursor) {
  if (cursor.Sees("RETURN")) return cursor.TextUntil({";"});
  const std::size_t begin = cursor.position();
  cursor.Expect("BEGIN ATOMIC");
  for (int depth = 1; depth > 0;) {
    if (cursor.Accept("CASE")) {
      ++depth;
    } else if (cursor.Accept("END")) {
      --depth;
    } else {
      cursor.Verbatim();
    }
  }
  return cursor.TextSince(begin);
}

}  // namespace

void Render(const ObjectId& id, const Function& function, Form /*form*/,
            std::vector<Piece>& pieces) {
  std::string create = "CREATE " + std::string(KindName(id.kind)) + ' ' +
                       QuoteQualified(id.schema, id.name) + '(' + function.arguments + ')';
  if (!function.result.empty()) create += " RETURNS " + function.result;
  create += "\n    " + RenderOptions(function);
  for (const FunctionSetting& setting : function.settings) {
    create += "\n    " + RenderSetting(setting);
  }
  if (!function.sql_body.empty()) {
    create += '\n' + function.sql_body;
  } else if (!function.library.empty()) {
    create += "\n    AS " + QuoteLiteral(function.library) + ", " + QuoteLiteral(function.source);
  } else {
    create += "\n    AS " + DollarQuoted(function.source);
  }
  pieces.push_back({{}, std::move(create)});
}

Function ParseFunction(Cursor& cursor) {
  Function function;
  if (!cursor.Accept("CREATE PROCEDURE")) cursor.Expect("CREATE FUNCTION");
  cursor.QualifiedText();
  function.arguments = cursor.Parenthesized();
  if (cursor.Accept("RETURNS")) function.result = cursor.TextUntil({"LANGUAGE"});
  ParseOptions(cursor, function);
  while (cursor.Accept("SET")) function.settings.push_back(ParseSetting(cursor));
  if (cursor.Accept("AS")) {
    function.source = cursor.String();
    if (cursor.AcceptSymbol(",")) {
      function.library = std::move(function.source);
      function.source = cursor.String();
    }
  } else {
    function.sql_body = ParseSqlBody(cursor);
  }
  cursor.ExpectSymbol(";");
  return function;
}

}  // namespace pggit
