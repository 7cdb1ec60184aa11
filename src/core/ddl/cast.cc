#include "core/ddl/kinds.h"

namespace pggit {
namespace {

std::string MethodText(const Cast& cast) {
  switch (cast.method) {
    case CastMethod::kFunction: return " WITH FUNCTION " + cast.function;
    case CastMethod::kInOut: return " WITH INOUT";
    case CastMethod::kBinary: return " WITHOUT FUNCTION";
  }
  return "";
}

std::string_view ContextText(CastContext context) {
  switch (context) {
    case CastContext::kExplicit: return "";
    case CastContext::kAssignment: return " AS ASSIGNMENT";
    case CastContext::kImplicit: return " AS IMPLICIT";
  }
  return "";
}

}  // namespace

void Render(const ObjectId& id, const Cast& cast, Form /*form*/, std::vector<Piece>& pieces) {
  std::string create = "CREATE CAST " + SqlName(id) + MethodText(cast);
  create += ContextText(cast.context);
  pieces.push_back({{}, std::move(create)});
}

Cast ParseCast(Cursor& cursor) {
  Cast cast;
  cursor.Expect("CREATE CAST");
  cursor.Parenthesized();
  if (cursor.Accept("WITHOUT FUNCTION")) {
    cast.method = CastMethod::kBinary;
  } else if (cursor.Accept("WITH INOUT")) {
    cast.method = CastMethod::kInOut;
  } else {
    cursor.Expect("WITH FUNCTION");
    cast.function = cursor.TextUntil({"AS", ";"});
  }
  if (cursor.Accept("AS ASSIGNMENT")) {
    cast.context = CastContext::kAssignment;
  } else if (cursor.Accept("AS IMPLICIT")) {
    cast.context = CastContext::kImplicit;
  }
  cursor.ExpectSymbol(";");
  return cast;
}

}  // namespace pggit
