#include "core/catalog/names.h"

#include <algorithm>

namespace pggit {
namespace {

// Where the first `wanted` outside quotes is, or the end.
std::size_t FindOutsideQuotes(std::string_view text, char wanted) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (!quoted && text[i] == wanted) return i;
  }
  return text.size();
}

}  // namespace

std::string FunctionName(std::string_view regprocedure) {
  if (regprocedure == "-") return "";
  return std::string(regprocedure.substr(0, FindOutsideQuotes(regprocedure, '(')));
}

std::string FunctionWithTypes(std::string_view regprocedure) {
  return regprocedure == "-" ? std::string() : std::string(regprocedure);
}

std::string OperatorReference(std::string_view regoperator) {
  if (regoperator == "0") return "";
  const std::string_view name = regoperator.substr(0, FindOutsideQuotes(regoperator, '('));
  // Symbols have no dot.
  const bool qualified = FindOutsideQuotes(name, '.') < name.size();
  return (qualified ? "OPERATOR(" : "OPERATOR(pg_catalog.") + std::string(name) + ')';
}

std::string TypeList(const std::vector<std::string>& types) {
  std::string list;
  for (const std::string& type : types) {
    if (!list.empty()) list += ',';
    list += type;
  }
  return list;
}

}  // namespace pggit
