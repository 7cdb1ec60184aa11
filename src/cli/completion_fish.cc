#include "cli/completion.h"
#include "cli/completion_words.h"
#include "cli/registry.h"

namespace pggit::cli {
namespace {

/// `text` in single quotes as fish reads them.
std::string FishQuote(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string Complete(const std::string& condition, const Option& option) {
  std::string line = "complete -c pggit -n " + FishQuote(condition);
  if (option.letter != 0) line += std::string(" -s ") + FishQuote(std::string(1, option.letter));
  line += " -l " + option.name;
  if (!option.value.empty()) line += " -x";
  if (!option.choices.empty()) line += " -a " + FishQuote(Join(option.choices, " "));
  return line + " -d " + FishQuote(option.help) + "\n";
}

std::string CompleteAll(const std::string& condition, const std::vector<Option>& options) {
  std::string out;
  for (const Option& option : Shown(options)) out += Complete(condition, option);
  return out;
}

std::string ForVerb(const Command& command) {
  std::string out = "complete -c pggit -n '__pggit_verb_is' -a " + command.name + " -d " +
                    FishQuote(command.summary) + "\n";
  if (command.takes_the_rest) return out;
  const std::string condition = "__pggit_verb_is " + command.name;
  out += CompleteAll(condition, OptionsOf(command));
  const std::vector<std::string> values = PositionalValues(command);
  if (values.empty()) return out;
  return out + "complete -c pggit -n " + FishQuote(condition) + " -a " +
         FishQuote(Join(values, " ")) + "\n";
}

}  // namespace

std::string FishCompletion() {
  std::string verbs;
  for (const Command& command : Commands()) verbs += ForVerb(command);
  return R"(# fish completion for pggit

# Whether the verb typed so far is the one given; without one, whether none was typed.
function __pggit_verb_is
    set -l words (commandline -opc)
    set -e words[1]
    while set -q words[1]
        switch $words[1]
            case )" +
         Join(ValueTakers(), " ") + R"(
                set -q words[2]; and set -e words[1]
            case '-*'
            case '*'
                test "$words[1]" = "$argv[1]"
                return
        end
        set -e words[1]
    end
    not set -q argv[1]
end

complete -c pggit -f
)" + CompleteAll("__pggit_verb_is", OptionsBeforeVerb()) +
         verbs;
}

}  // namespace pggit::cli
