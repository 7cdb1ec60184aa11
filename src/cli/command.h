#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pggit::cli {

class Context;

/// One option. Help, manual pages, completions and the parser all read this one description.
struct Option {
  std::string name = {};                  ///< Long name, without dashes.
  char letter = 0;                        ///< One-letter form, or 0.
  std::string value = {};                 ///< What stands for its value; empty for a flag.
  std::string help = {};                  ///< What it does: lower case, no full stop.
  std::vector<std::string> choices = {};  ///< The only values it takes; empty for any.
  bool hidden = false;                    ///< Left out of help, manual pages and completions.
};

/// The one kind of positional argument a command may take.
struct Positional {
  std::string name = {};  ///< What stands for it, in capitals; empty for none.
  std::string help = {};  ///< What it is: lower case, no full stop.
  /// The only values it takes, the first of them where it repeats; empty for any.
  std::vector<std::string> choices = {};
  bool required = false;
  bool is_verb = false;  ///< It names a verb.
  bool repeats = false;  ///< It may be given more than once.
};

struct Example {
  std::string command = {};
  std::string help = {};
};

struct ExitLine {
  int status;
  std::string meaning = {};
};

/// What the command line said, by long option name; a positional argument by its own name.
class Arguments {
 public:
  void Add(const std::string& name, std::string value) {
    values_[name].push_back(std::move(value));
  }
  bool Has(const std::string& name) const { return values_.count(name) > 0; }
  /// The last value given for `name`.
  std::optional<std::string> Value(const std::string& name) const {
    const auto found = values_.find(name);
    if (found == values_.end()) return std::nullopt;
    return found->second.back();
  }
  /// Every value given for `name`, in order.
  std::vector<std::string> All(const std::string& name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::vector<std::string>() : found->second;
  }

 private:
  std::map<std::string, std::vector<std::string>> values_;
};

/// One verb of the command, described once and run through `run`, which returns the exit status.
struct Command {
  std::string name = {};
  std::string group = {};                     ///< The heading it stands under in the overview.
  std::string summary = {};                   ///< One line: lower case, no full stop.
  std::vector<std::string> description = {};  ///< Paragraphs of full sentences.
  std::vector<Option> options = {};
  Positional positional = {};
  std::vector<Example> examples = {};
  std::vector<ExitLine> exits = {};
  bool connects = false;  ///< Takes the connection options.
  bool has_json = true;   ///< Has an answer to print as JSON.
  bool takes_the_rest =
      false;  ///< Everything after the verb is the positional's, options included.
  int (*run)(Context& context) = nullptr;
};

}  // namespace pggit::cli
