#include "cli/completion_words.h"

#include "cli/registry.h"

namespace pggit::cli {

std::vector<Option> Shown(const std::vector<Option>& options) {
  std::vector<Option> shown;
  for (const Option& option : options) {
    if (!option.hidden) shown.push_back(option);
  }
  return shown;
}

std::vector<std::string> VerbNames() {
  std::vector<std::string> names;
  for (const Command& command : Commands()) names.push_back(command.name);
  return names;
}

std::vector<std::string> PositionalValues(const Command& command) {
  return command.positional.is_verb ? VerbNames() : command.positional.choices;
}

std::vector<std::string> ValueTakers() {
  std::vector<std::string> words;
  for (const Option& option : Shown(OptionsBeforeVerb())) {
    if (option.value.empty()) continue;
    if (option.letter != 0) words.push_back(std::string("-") + option.letter);
    words.push_back("--" + option.name);
  }
  return words;
}

std::string Join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += separator;
    out += parts[i];
  }
  return out;
}

std::string ShellQuote(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

}  // namespace pggit::cli
