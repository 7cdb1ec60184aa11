#include "cli/app.h"

#include <algorithm>
#include <cstdio>
#include <exception>

#include "cli/context.h"
#include "cli/help.h"
#include "cli/output.h"
#include "cli/parser.h"
#include "cli/registry.h"
#include "cli/report.h"
#include "cli/term/interrupt.h"

namespace pggit::cli {
namespace {

/// Whether `word` is an option, or flags in one word such as `-qv`, that has the flag `letter`.
bool HasLetter(const std::string& word, char letter, const std::vector<Option>& options) {
  if (word.size() < 2 || word[0] != '-' || word[1] == '-') return false;
  for (const char c : word.substr(1)) {
    if (c == letter) return true;
    const auto option = std::ranges::find(options, c, &Option::letter);
    // What follows an option with a value is the value.
    if (option != options.end() && !option->value.empty()) return false;
  }
  return false;
}

/// How to report a command line that could not be understood: as it seems to ask for.
OutputSettings GuessSettings(const std::vector<std::string>& words) {
  const std::vector<Option> options = OptionsBeforeVerb();
  OutputSettings settings;
  for (const std::string& word : words) {
    if (word == "--") break;
    if (word == "--json") settings.json = true;
    if (word == "--verbose" || HasLetter(word, 'v', options)) settings.verbose = true;
    if (word == "--color=always") settings.color = ColorMode::kAlways;
    if (word == "--color=never") settings.color = ColorMode::kNever;
  }
  return settings;
}

void Tell(const Failure& failure, const std::string& command, Output& output) {
  if (output.settings().json) {
    output.AnswerJson(command, {{"error", FailureJson(failure)}});
    std::fflush(stdout);
    return;
  }
  const std::string text = FailureText(failure, output.settings().verbose, output.talk_style());
  std::fwrite(text.data(), 1, text.size(), stderr);
}

int RunCommand(const Command& command, const Arguments& arguments, Output& output) {
  Context context(command, arguments, output);
  if (arguments.Has("help")) {
    if (output.settings().json) {
      output.AnswerJson("help", {{"commands", Json::Array{HelpJson(command)}}});
    } else {
      output.PagedAnswer(HelpText(command, output.answer_style(), output.width()));
    }
    return 0;
  }
  if (output.settings().json && !command.has_json) {
    throw UsageError("\"pggit " + command.name + "\" has no JSON form", "Run it without --json.");
  }
  return command.run(context);
}

/// A line without a verb: a question about pggit itself, or not enough.
int RunWithoutVerb(const Arguments& arguments, Output& output) {
  if (arguments.Has("version") && !arguments.Has("help")) {
    return RunCommand(*FindCommand("version"), arguments, output);
  }
  if (output.settings().json) {
    if (!arguments.Has("help")) throw UsageError("no command given", "See \"pggit --help\".");
    Arguments plain;
    plain.Add("json", "true");
    return RunCommand(*FindCommand("help"), plain, output);
  }
  output.PagedAnswer(OverviewText(output.answer_style(), output.width()));
  return arguments.Has("help") ? 0 : 2;
}

int Dispatch(const ParsedLine& line, Output& output) {
  if (line.command == nullptr) return RunWithoutVerb(line.arguments, output);
  const bool asks_version = line.arguments.Has("version") && !line.arguments.Has("help");
  if (asks_version) return RunWithoutVerb(line.arguments, output);
  return RunCommand(*line.command, line.arguments, output);
}

}  // namespace

int Run(const std::vector<std::string>& words) {
  InstallInterruptHandler();
  ParsedLine line;
  try {
    line = Parse(words);
  } catch (const std::exception& error) {
    Output output(GuessSettings(words), ProcessEnvironment);
    const Failure failure = FailureOf(error, Interrupted());
    Tell(failure, "", output);
    return failure.exit_status;
  }
  Output output(OutputSettingsOf(line.arguments), ProcessEnvironment);
  try {
    const int status = Dispatch(line, output);
    output.Finish();
    return status;
  } catch (const std::exception& error) {
    output.EndPager();
    const Failure failure = FailureOf(error, Interrupted());
    Tell(failure, line.command == nullptr ? "" : line.command->name, output);
    return failure.exit_status;
  }
}

}  // namespace pggit::cli
