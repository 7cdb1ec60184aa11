#include "cli/completion.h"
#include "cli/completion_words.h"
#include "cli/registry.h"

namespace pggit::cli {
namespace {

std::string OptionWords(const std::vector<Option>& options) {
  std::vector<std::string> words;
  for (const Option& option : Shown(options)) {
    words.push_back("--" + option.name + (option.value.empty() ? "" : "="));
  }
  return Join(words, " ");
}

/// The patterns `verb:option` of one option that takes a value, and what may follow it.
std::string ValueCase(const std::string& verb, const Option& option) {
  std::string pattern = verb + ":--" + option.name;
  if (option.letter != 0) pattern += "|" + verb + ":-" + option.letter;
  return "    " + pattern + ") words='" + Join(option.choices, " ") + "' ;;\n";
}

std::string ValueCases() {
  std::string out;
  for (const Command& command : Commands()) {
    for (const Option& option : Shown(command.options)) {
      if (!option.value.empty()) out += ValueCase(command.name, option);
    }
  }
  for (const Option& option : Shown(OptionsBeforeVerb())) {
    if (!option.value.empty()) out += ValueCase("*", option);
  }
  return out;
}

std::string VerbCases() {
  std::string out = "        '') options='" + OptionWords(OptionsBeforeVerb()) + "' words='" +
                    Join(VerbNames(), " ") + "' ;;\n";
  for (const Command& command : Commands()) {
    if (command.takes_the_rest) continue;
    out += "        " + command.name + ") options='" + OptionWords(OptionsOf(command)) +
           "' words='" + Join(PositionalValues(command), " ") + "' ;;\n";
  }
  return out;
}

}  // namespace

std::string BashCompletion() {
  return R"(# bash completion for pggit
_pggit() {
  local cur=${COMP_WORDS[COMP_CWORD]} verb='' option='' options='' words='' word i
  COMPREPLY=()
  # The verb is the first word that is neither an option nor an option's value.
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    case $word in
      )" +
         Join(ValueTakers(), "|") + R"()
        if [[ ${COMP_WORDS[i + 1]} == '=' ]]; then ((i += 2)); else ((i++)); fi ;;
      -*|=) ;;
      *) verb=$word; break ;;
    esac
  done
  # bash hands over --option=value as three words.
  if [[ $cur == '=' ]]; then
    option=${COMP_WORDS[COMP_CWORD - 1]} cur=''
  elif [[ ${COMP_WORDS[COMP_CWORD - 1]} == '=' ]]; then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  else
    option=${COMP_WORDS[COMP_CWORD - 1]}
  fi
  case $verb:$option in
)" + ValueCases() +
         R"(    *)
      case $verb in
)" + VerbCases() +
         R"(      esac
      if [[ $cur == -* ]]; then words=$options; fi ;;
  esac
  local IFS=$' \t\n'
  # shellcheck disable=SC2207 # None of the words has blanks.
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then compopt -o nospace; fi
}
complete -F _pggit pggit
)";
}

}  // namespace pggit::cli
