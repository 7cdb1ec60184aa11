#include "cli/parser.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <span>

#include "cli/registry.h"
#include "cli/suggest.h"

namespace pggit::cli {
namespace {

std::string HelpHint(const Command* command) {
  return command == nullptr ? "See \"pggit --help\"."
                            : "See \"pggit " + command->name + " --help\".";
}

/// Joins what was probably meant with where to read on.
std::string Hint(const std::string& meant, const Command* command) {
  return meant.empty() ? HelpHint(command) : meant;
}

const Option* FindLong(const std::vector<Option>& options, const std::string& name) {
  const auto found = std::ranges::find(options, name, &Option::name);
  return found == options.end() ? nullptr : &*found;
}

const Option* FindLetter(const std::vector<Option>& options, char letter) {
  const auto found = std::ranges::find(options, letter, &Option::letter);
  return found == options.end() ? nullptr : &*found;
}

[[noreturn]] void ThrowUnknownOption(const std::string& word, const std::vector<Option>& options,
                                     const Command* command) {
  const std::string name = word.substr(0, word.find('='));
  std::vector<std::string> names;
  for (const Option& option : options) {
    if (!option.hidden) names.push_back("--" + option.name);
  }
  const bool is_long = name.starts_with("--");
  const std::string of = command == nullptr ? "" : " of \"pggit " + command->name + "\"";
  throw UsageError("\"" + name + "\" is not an option" + of,
                   Hint(is_long ? DidYouMean("option", name, names) : "", command));
}

/// How many words of `words` the option at `at` takes, itself included. Throws for unknown ones.
std::size_t OptionLength(const std::vector<std::string>& words, std::size_t at,
                         const std::vector<Option>& options) {
  const std::string& word = words[at];
  if (word.starts_with("--")) {
    const Option* option = FindLong(options, word.substr(2, word.find('=') - 2));
    if (option == nullptr) ThrowUnknownOption(word, options, nullptr);
    const bool separate = !option->value.empty() && word.find('=') == std::string::npos;
    return separate ? 2 : 1;
  }
  for (std::size_t i = 1; i < word.size(); ++i) {
    const Option* option = FindLetter(options, word[i]);
    if (option == nullptr) ThrowUnknownOption(std::string("-") + word[i], options, nullptr);
    if (!option->value.empty()) return i + 1 == word.size() ? 2 : 1;
  }
  return 1;
}

/// Where the verb stands in `words`; their number when there is none.
std::size_t FindVerb(const std::vector<std::string>& words) {
  const std::vector<Option> options = OptionsBeforeVerb();
  std::size_t at = 0;
  while (at < words.size() && words[at].size() > 1 && words[at].front() == '-') {
    if (words[at] == "--") return at + 1;
    at += OptionLength(words, at, options);
  }
  return std::min(at, words.size());
}

const Command& LookUp(const std::string& verb) {
  if (const Command* command = FindCommand(verb)) return *command;
  std::vector<std::string> names;
  for (const Command& command : Commands()) names.push_back(command.name);
  throw UsageError("\"" + verb + "\" is not a pggit command",
                   Hint(DidYouMean("command", verb, names), nullptr));
}

void CheckChoice(const std::string& what, const std::string& value,
                 const std::vector<std::string>& choices, const Command* command) {
  if (choices.empty() || std::ranges::find(choices, value) != choices.end()) return;
  std::string meant = DidYouMean("value", value, choices);
  if (meant.empty()) {
    meant = "Values are";
    for (std::size_t i = 0; i < choices.size(); ++i) {
      meant += (i == 0 ? " \"" : i + 1 == choices.size() ? " and \"" : ", \"") + choices[i] + '"';
    }
    meant += '.';
  }
  throw UsageError("\"" + value + "\" is not a value of " + what, Hint(meant, command));
}

std::string FlagNames(const Option& option) {
  const std::string letter = option.letter == 0 ? "" : std::string("-") + option.letter + ",";
  return letter + "--" + option.name;
}

/// Lets CLI11 split `words` into the values of `options` and the positional argument.
Arguments ParseWords(std::span<const std::string> words, const std::vector<Option>& options,
                     const Command* command) {
  CLI::App app;
  app.set_help_flag();
  std::vector<CLI::Option*> handles;
  for (const Option& option : options) {
    CLI::Option* handle =
        option.value.empty() ? app.add_flag(FlagNames(option)) : app.add_option(FlagNames(option));
    if (!option.value.empty()) handle->type_size(1)->expected(1)->allow_extra_args(false);
    handle->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    handles.push_back(handle);
  }
  CLI::Option* positional = nullptr;
  if (command != nullptr && !command->positional.name.empty()) {
    positional = app.add_option(command->positional.name);
    positional->type_size(1)->expected(1)->allow_extra_args(command->positional.repeats);
    positional->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }
  std::vector<std::string> reversed(words.rbegin(), words.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::ExtrasError&) {
    // Named below, from what is left over, with a suggestion.
  } catch (const CLI::ArgumentMismatch&) {
    const std::string& word = words.back();
    throw UsageError("option \"" + word + "\" needs a value", HelpHint(command));
  } catch (const CLI::ParseError& error) {
    throw UsageError(error.what(), HelpHint(command));
  }
  for (const std::string& word : app.remaining()) {
    if (word == "--") continue;  // Ended the options, and is none itself.
    if (word.size() > 1 && word.front() == '-') ThrowUnknownOption(word, options, command);
    throw UsageError("unexpected argument \"" + word + "\"", HelpHint(command));
  }
  Arguments arguments;
  for (std::size_t i = 0; i < options.size(); ++i) {
    for (const std::string& value : handles[i]->results()) {
      if (options[i].value.empty() && value != "true") {
        throw UsageError("option \"--" + options[i].name + "\" takes no value", HelpHint(command));
      }
      CheckChoice("--" + options[i].name, value, options[i].choices, command);
      arguments.Add(options[i].name, value);
    }
  }
  if (positional != nullptr) {
    for (const std::string& value : positional->results()) {
      if (!command->positional.repeats || !arguments.Has(command->positional.name)) {
        CheckChoice(command->positional.name, value, command->positional.choices, command);
      }
      arguments.Add(command->positional.name, value);
    }
  }
  return arguments;
}

}  // namespace

ParsedLine Parse(const std::vector<std::string>& words) {
  const std::size_t verb_at = FindVerb(words);
  const std::span<const std::string> all(words);
  if (verb_at >= words.size()) return {nullptr, ParseWords(all, OptionsBeforeVerb(), nullptr)};

  const Command& command = LookUp(words[verb_at]);
  const auto before = all.first(verb_at);
  const auto after = all.subspan(verb_at + 1);
  if (command.takes_the_rest) {
    const bool wants_help = !after.empty() && after.front() == "--help";
    ParsedLine line{&command, ParseWords(before, OptionsBeforeVerb(), nullptr)};
    if (wants_help) line.arguments.Add("help", "true");
    for (const std::string& word : after) line.arguments.Add(command.positional.name, word);
    return line;
  }
  // Connection options before a verb that does not connect do no harm: an alias may carry them.
  std::vector<Option> options = OptionsOf(command);
  std::vector<std::string> joined(after.begin(), after.end());
  ParsedLine line{&command, ParseWords(joined, options, &command)};
  const Arguments general = ParseWords(before, OptionsBeforeVerb(), nullptr);
  for (const Option& option : OptionsBeforeVerb()) {
    if (line.arguments.Has(option.name)) continue;
    for (const std::string& value : general.All(option.name))
      line.arguments.Add(option.name, value);
  }
  const bool asks = line.arguments.Has("help") || line.arguments.Has("version");
  if (command.positional.required && !asks && !line.arguments.Has(command.positional.name)) {
    throw UsageError("\"pggit " + command.name + "\" needs " + command.positional.name,
                     HelpHint(&command));
  }
  return line;
}

}  // namespace pggit::cli
