#include "cli/completion.h"
#include "cli/completion_words.h"
#include "cli/registry.h"

namespace pggit::cli {
namespace {

/// `text` without what _arguments would take for syntax.
std::string Plain(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

/// One _arguments specification: `(-h --host)-h+[server host]:HOST: `.
std::string Specification(const Option& option) {
  const std::string rest =
      "[" + Plain(option.help) + "]" +
      (option.value.empty()     ? ""
       : option.choices.empty() ? ":" + option.value + ": "
                                : ":" + option.value + ":(" + Join(option.choices, " ") + ")");
  const std::string value_sign = option.value.empty() ? "" : "=";
  const std::string name = "--" + option.name;
  if (option.letter == 0) return "    " + ShellQuote(name + value_sign + rest) + "\n";
  const std::string letter = std::string("-") + option.letter;
  const std::string either = "(" + letter + " " + name + ")";
  return "    " + ShellQuote(either + letter + (option.value.empty() ? "" : "+") + rest) + "\n" +
         "    " + ShellQuote(either + name + value_sign + rest) + "\n";
}

std::string Specifications(const std::vector<Option>& options) {
  std::string out;
  for (const Option& option : Shown(options)) out += Specification(option);
  return out;
}

std::string VerbCase(const Command& command) {
  std::string out = "        " + command.name + ")\n";
  if (command.takes_the_rest) return out + "          _normal && ret=0 ;;\n";
  out += "          _arguments -s $general ";
  if (command.connects) out += "$connection ";
  std::string own = Specifications(command.options);
  const std::vector<std::string> values = PositionalValues(command);
  if (!values.empty()) {
    own +=
        "    " + ShellQuote("1:" + command.positional.name + ":(" + Join(values, " ") + ")") + "\n";
  }
  // One word a line, continued.
  for (std::size_t at = own.find('\n'); at != std::string::npos; at = own.find('\n', at + 3)) {
    own.replace(at, 1, " \\\n");
  }
  return out + (own.empty() ? "" : "\\\n" + own + "            ") + "&& ret=0 ;;\n";
}

}  // namespace

std::string ZshCompletion() {
  std::string verbs;
  std::string cases;
  for (const Command& command : Commands()) {
    verbs += "        " + ShellQuote(command.name + ":" + Plain(command.summary)) + "\n";
    cases += VerbCase(command);
  }
  return R"(#compdef pggit
# zsh completion for pggit
_pggit() {
  local curcontext="$curcontext" state ret=1
  local -a line general connection verbs
  typeset -A opt_args
  general=(
)" + Specifications(GeneralOptions()) +
         R"(  )
  connection=(
)" + Specifications(ConnectionOptions()) +
         R"(  )
  _arguments -s -C $general $connection '1:command:->verb' '*::argument:->rest' && ret=0
  case $state in
    verb)
      verbs=(
)" + verbs +
         R"(      )
      _describe -t commands 'pggit command' verbs && ret=0 ;;
    rest)
      case $words[1] in
)" + cases +
         R"(      esac ;;
  esac
  return ret
}
if [ "$funcstack[1]" = _pggit ]; then _pggit "$@"; else compdef _pggit pggit; fi
)";
}

}  // namespace pggit::cli
