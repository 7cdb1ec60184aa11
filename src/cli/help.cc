#include "cli/help.h"

#include <algorithm>

#include "cli/registry.h"
#include "cli/term/text.h"

namespace pggit::cli {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

std::string Heading(const std::string& text, const Style& style) {
  return '\n' + style.Paint(Color::kBold, text) + '\n';
}

std::string OptionList(const std::vector<Option>& options, std::size_t width) {
  Rows rows;
  for (const Option& option : options) {
    if (!option.hidden) rows.emplace_back(OptionForms(option), OptionMeaning(option));
  }
  return TwoColumns(rows, 2, width);
}

bool Shows(const std::vector<Option>& options) {
  return std::ranges::any_of(options, [](const Option& option) { return !option.hidden; });
}

Json::Array Texts(const std::vector<std::string>& texts) {
  return Json::Array(texts.begin(), texts.end());
}

}  // namespace

std::string OptionForms(const Option& option) {
  const std::string letter = option.letter == 0 ? "    " : std::string("-") + option.letter + ", ";
  const std::string value = option.value.empty() ? "" : "=" + option.value;
  return letter + "--" + option.name + value;
}

std::string OptionMeaning(const Option& option) {
  std::string text = option.help;
  for (std::size_t i = 0; i < option.choices.size(); ++i) {
    text += (i == 0 ? ": " : i + 1 == option.choices.size() ? " or " : ", ") + option.choices[i];
  }
  return text;
}

std::string UsageLine(const Command& command) {
  std::string line = "pggit " + command.name;
  if (command.takes_the_rest) line = "pggit [OPTION]... " + command.name;
  if (!command.takes_the_rest) line += " [OPTION]...";
  const Positional& positional = command.positional;
  if (positional.name.empty()) return line;
  if (command.takes_the_rest) return line + " [" + positional.name + "]...";
  const std::string more = positional.repeats ? "..." : "";
  return line + (positional.required ? " " + positional.name : " [" + positional.name + "]") + more;
}

std::string OverviewText(const Style& style, std::size_t width) {
  std::string out = "usage: pggit [OPTION]... COMMAND [ARGUMENT]...\n\n";
  out += "pggit is git for PostgreSQL schemas, inside PostgreSQL.\n";
  std::vector<std::string> groups;
  std::size_t name_width = 0;
  for (const Command& command : Commands()) {
    name_width = std::max(name_width, command.name.size());
    if (std::ranges::find(groups, command.group) == groups.end()) groups.push_back(command.group);
  }
  for (const std::string& group : groups) {
    out += Heading(group, style);
    Rows rows;
    for (const Command& command : Commands()) {
      if (command.group != group) continue;
      rows.emplace_back(PadRight(command.name, name_width), command.summary);
    }
    out += TwoColumns(rows, 3, width);
  }
  out += Heading("Connection options", style) + OptionList(ConnectionOptions(), width);
  out += Heading("General options", style) + OptionList(GeneralOptions(), width);
  return out + "\nSee \"pggit help COMMAND\" for one command, and pggit(1) for the whole.\n";
}

std::string HelpText(const Command& command, const Style& style, std::size_t width) {
  std::string out = "usage: " + UsageLine(command) + "\n\n";
  for (std::size_t i = 0; i < command.description.size(); ++i) {
    out += (i == 0 ? "" : "\n") + Paragraph(command.description[i], 0, width);
  }
  const Positional& positional = command.positional;
  if (!positional.name.empty()) {
    const Option as_option{.help = positional.help, .choices = positional.choices};
    out += Heading("Arguments", style) +
           TwoColumns({{positional.name, OptionMeaning(as_option)}}, 2, width);
  }
  if (Shows(command.options)) {
    out += Heading("Options", style) + OptionList(command.options, width);
  }
  if (command.connects) {
    out += Heading("Connection options", style) + OptionList(ConnectionOptions(), width);
  }
  out += Heading("General options", style) + OptionList(GeneralOptions(), width);
  out += Heading("Examples", style);
  for (const Example& example : command.examples) {
    out += "  " + style.Paint(Color::kCyan, example.command) + '\n';
    out += Paragraph(example.help, 6, width);
  }
  out += Heading("Exit status", style);
  Rows exits;
  for (const ExitLine& line : ExitsOf(command)) {
    exits.emplace_back(std::to_string(line.status), line.meaning);
  }
  return out + TwoColumns(exits, 2, width);
}

Json HelpJson(const Command& command) {
  Json::Array options;
  for (const Option& option : OptionsOf(command)) {
    if (option.hidden) continue;
    const std::string letter = option.letter == 0 ? "" : std::string(1, option.letter);
    options.emplace_back(Json::Object{{"name", option.name},
                                      {"letter", TextOrNull(letter)},
                                      {"value", TextOrNull(option.value)},
                                      {"choices", Texts(option.choices)},
                                      {"help", option.help}});
  }
  Json::Array exits;
  for (const ExitLine& line : ExitsOf(command)) {
    exits.emplace_back(Json::Object{{"status", line.status}, {"meaning", line.meaning}});
  }
  Json::Array examples;
  for (const Example& example : command.examples) {
    examples.emplace_back(Json::Object{{"command", example.command}, {"help", example.help}});
  }
  return Json::Object{{"name", command.name},        {"summary", command.summary},
                      {"usage", UsageLine(command)}, {"description", Texts(command.description)},
                      {"options", options},          {"examples", examples},
                      {"exit_statuses", exits}};
}

}  // namespace pggit::cli
