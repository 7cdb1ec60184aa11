#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pggit {

/// What is not versioned: the lines of `.pggit/ignore`, in the language of .gitignore.
///
/// A line is a pattern over paths; later lines win over earlier ones, and `!` in front takes a path
/// back in. `*` and `?` stand for anything but a slash, `[a-z]` for one character, `**` for any
/// number of directories. A pattern with a slash in front or within is held against the whole path,
/// another one against each name in it; a slash at its end asks for a directory. What lies in a
/// directory that is out is out. Empty lines and those that begin with `#` say nothing.
///
/// The ending of a definition may be left out: `tmp_*` and `public/tables/users` mean files too.
class IgnoreRules {
 public:
  IgnoreRules() = default;
  explicit IgnoreRules(std::string_view text);

  bool Matches(std::string_view path) const;
  bool empty() const { return rules_.empty(); }

 private:
  struct Rule {
    std::string pattern;
    bool out = true;         ///< Leaves out; else takes back in.
    bool anchored = false;   ///< Held against the whole path.
    bool directory = false;  ///< Means directories alone.
  };

  /// Whether the last rule that means `path` leaves it out; `path` is a directory or a file.
  bool IsOut(std::string_view path, bool directory) const;

  std::vector<Rule> rules_;
};

}  // namespace pggit
