#include "cli/man.h"

#include "cli/help.h"
#include "cli/registry.h"
#include "cli/versions.h"

namespace pggit::cli {
namespace {

/// Text as roff reads it back literally.
std::string Escape(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '~') {
      out += "\\(ti";
    } else if (c == '\'') {
      out += "\\(aq";
    } else if (c == '"') {
      out += "\\(dq";
    } else {
      out += c;
    }
  }
  // A line that begins with a dot would be a request.
  return out.starts_with('.') ? "\\&" + out : out;
}

/// Prose, where a hyphen is a hyphen.
std::string Prose(const std::string& text) {
  std::string out;
  const std::string escaped = Escape(text);
  for (std::size_t i = 0; i < escaped.size(); ++i) {
    const bool dash = escaped.compare(i, 2, "\\-") == 0;
    const bool option = dash && (i == 0 || escaped[i - 1] == ' ' || escaped[i - 1] == '-');
    if (dash && !option) continue;
    out += escaped[i];
  }
  return out;
}

std::string Upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::string Title(const std::string& page) {
  return ".TH " + Upper(page) + " 1 \"\" \"pggit " + CommandVersion() + "\" \"pggit Manual\"\n";
}

std::string Section(const std::string& name) {
  return ".SH " + name + "\n";
}

/// A tagged paragraph: `tag` in bold, `text` made a sentence and indented below it.
std::string Tagged(const std::string& tag, const std::string& text) {
  return ".TP\n\\fB" + tag + "\\fR\n" + Upper(text.substr(0, 1)) + Prose(text.substr(1)) + ".\n";
}

std::string OptionTag(const Option& option) {
  std::string tag;
  if (option.letter != 0) tag += Escape(std::string("-") + option.letter) + "\\fR, \\fB";
  tag += Escape("--" + option.name);
  if (!option.value.empty()) tag += "\\fR=\\fI" + Escape(option.value);
  return tag;
}

std::string OptionItems(const std::vector<Option>& options) {
  std::string out;
  for (const Option& option : options) {
    if (!option.hidden) out += Tagged(OptionTag(option), OptionMeaning(option));
  }
  return out;
}

std::string ExitItems(const std::vector<ExitLine>& lines) {
  std::string out;
  for (const ExitLine& line : lines) out += Tagged(std::to_string(line.status), line.meaning);
  return out;
}

std::string Paragraphs(const std::vector<std::string>& texts) {
  std::string out;
  for (std::size_t i = 0; i < texts.size(); ++i)
    out += (i == 0 ? "" : ".PP\n") + Prose(texts[i]) + '\n';
  return out;
}

std::string EnvironmentSection() {
  return Section("ENVIRONMENT") +
         Tagged("PG*", "the variables of libpq name server, database, user and more") +
         Tagged("PGGIT_BRANCH",
                "the branch to work on; what pggit switch remembers, or main, when not set") +
         Tagged("PGGIT_PAGER\\fR, \\fBPAGER",
                "the pager, less when not set; empty or cat for none") +
         Tagged("NO_COLOR", "when set to anything, output is not coloured") +
         Tagged("CLICOLOR", "when 0, output is not coloured") +
         Tagged("CLICOLOR_FORCE", "when set and not 0, output is coloured in a pipe too") +
         Tagged("COLUMNS", "how wide the terminal is, if not as it says itself");
}

}  // namespace

std::string ManPage(const Command& command) {
  const std::string page = "pggit-" + command.name;
  std::string out = Title(page);
  out += Section("NAME") + Escape(page) + " \\- " + Prose(command.summary) + '\n';
  out += Section("SYNOPSIS") + Escape(UsageLine(command)) + '\n';
  out += Section("DESCRIPTION") + Paragraphs(command.description);
  if (!command.positional.name.empty()) {
    const Option as_option{.help = command.positional.help, .choices = command.positional.choices};
    out += Section("ARGUMENTS") +
           Tagged("\\fI" + Escape(command.positional.name), OptionMeaning(as_option));
  }
  out += Section("OPTIONS") + OptionItems(OptionsOf(command));
  out += Section("EXAMPLES");
  for (const Example& example : command.examples) {
    out += ".TP\n\\fB" + Escape(example.command) + "\\fR\n" + Prose(example.help) + '\n';
  }
  out += Section("EXIT STATUS") + ExitItems(ExitsOf(command));
  return out + Section("SEE ALSO") + ".BR pggit (1)\n";
}

std::string ManOverview() {
  std::string out = Title("pggit");
  out += Section("NAME") + "pggit \\- git for PostgreSQL schemas, inside PostgreSQL\n";
  out += Section("SYNOPSIS") + Escape("pggit [OPTION]... COMMAND [ARGUMENT]...") + '\n';
  out +=
      Section("DESCRIPTION") +
      Paragraphs({"pggit versions the schema of a PostgreSQL database inside that database. This "
                  "command is its front for people and scripts; the extension does the work.",
                  "The answer goes to standard output, everything else to standard error."});
  out += Section("COMMANDS");
  for (const Command& command : Commands()) {
    out += Tagged(Escape("pggit-" + command.name) + "\\fR(1)", command.summary);
  }
  out += Section("GENERAL OPTIONS") + OptionItems(GeneralOptions());
  out += Section("CONNECTION OPTIONS") +
         Paragraphs({"They mean what they mean to psql(1). What is not given comes from the PG* "
                     "variables, the service file and ~/.pgpass, as libpq has it."}) +
         OptionItems(ConnectionOptions());
  out += Section("JSON") +
         Paragraphs(
             {"With --json, standard output carries exactly one JSON object, whether the "
              "command succeeds or fails, and standard error stays empty. Its member \"pggit\" "
              "is the version of the shape, " +
                  std::string("now 1; members may be added under one version. \"command\" names "
                              "the command."),
              "A failure has the member \"error\" with \"exit_status\", \"sqlstate\", "
              "\"message\", \"detail\", \"hint\" and \"context\"."});
  out += Section("EXIT STATUS") + ExitItems(AllExits()) + EnvironmentSection();
  return out + Section("SEE ALSO") + ".BR psql (1),\n.BR git (1)\n";
}

}  // namespace pggit::cli
