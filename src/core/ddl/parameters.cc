#include "core/ddl/parameters.h"

#include "core/base/identifier.h"
#include "core/ddl/text.h"

namespace pggit {

void ParameterWriter::Add(std::string_view name, const std::string& value) {
  if (!value.empty()) lines_.push_back(std::string(name) + " = " + value);
}

void ParameterWriter::Add(std::string_view name, const std::optional<std::string>& value) {
  if (value) lines_.push_back(std::string(name) + " = " + QuoteLiteral(*value));
}

void ParameterWriter::Add(std::string_view name, bool value) {
  if (value) lines_.emplace_back(name);
}

std::string ParameterWriter::Text() const {
  return "(\n    " + Join(lines_, ",\n    ") + "\n)";
}

ParameterReader::ParameterReader(Cursor& cursor) : cursor_(cursor) {
  cursor_.ExpectSymbol("(");
}

// Steps over the comma and `name`, when they come next.
bool ParameterReader::Begin(std::string_view name) {
  const std::size_t before = cursor_.position();
  if ((first_ || cursor_.AcceptSymbol(",")) && cursor_.Accept(name)) {
    first_ = false;
    return true;
  }
  cursor_.Rewind(before);
  return false;
}

void ParameterReader::Add(std::string_view name, std::string& value) {
  if (!Begin(name)) return;
  cursor_.ExpectSymbol("=");
  value = cursor_.TextUntil({","});
}

void ParameterReader::Add(std::string_view name, std::optional<std::string>& value) {
  if (!Begin(name)) return;
  cursor_.ExpectSymbol("=");
  value = cursor_.String();
}

void ParameterReader::Add(std::string_view name, bool& value) {
  if (Begin(name)) value = true;
}

void ParameterReader::Finish() {
  cursor_.ExpectSymbol(")");
}

}  // namespace pggit
