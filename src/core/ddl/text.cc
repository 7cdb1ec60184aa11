#include "core/ddl/text.h"

#include "core/base/identifier.h"

namespace pggit {
namespace {

// The part of a storage parameter's name before the dot ("toast") is a name of its own.
std::string ParameterName(std::string_view name) {
  const std::size_t dot = name.find('.');
  if (dot == std::string_view::npos) return QuoteIdentifier(name);
  return QuoteQualified(name.substr(0, dot), name.substr(dot + 1));
}

}  // namespace

std::string RenderStorageOptions(const std::vector<Option>& options) {
  std::vector<std::string> settings;
  for (const Option& option : options) {
    settings.push_back(ParameterName(option.name) + '=' + QuoteLiteral(option.value));
  }
  return '(' + Join(settings, ", ") + ')';
}

std::string RenderForeignOptions(const std::vector<Option>& options) {
  std::vector<std::string> settings;
  for (const Option& option : options) {
    settings.push_back(QuoteIdentifier(option.name) + ' ' + QuoteLiteral(option.value));
  }
  return '(' + Join(settings, ", ") + ')';
}

std::string Join(const std::vector<std::string>& elements, std::string_view separator) {
  std::string text;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (i > 0) text += separator;
    text += elements[i];
  }
  return text;
}

std::string JoinNames(const std::vector<std::string>& names) {
  std::vector<std::string> quoted;
  for (const std::string& name : names) quoted.push_back(QuoteIdentifier(name));
  return Join(quoted, ", ");
}

}  // namespace pggit
