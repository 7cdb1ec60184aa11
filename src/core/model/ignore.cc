#include "core/model/ignore.h"

#include <algorithm>
#include <utility>

#include "core/base/lines.h"

namespace pggit {
namespace {

constexpr std::string_view kEnding = ".sql";

// Takes one character off `pattern`, a `[...]` as a whole, and says whether it stands for `c`.
bool TakeOne(std::string_view& pattern, char c) {
  const auto byte = [](char value) { return static_cast<unsigned char>(value); };
  const char first = pattern.front();
  pattern.remove_prefix(1);
  if (first == '\\' && !pattern.empty()) {
    const bool same = pattern.front() == c;
    pattern.remove_prefix(1);
    return same;
  }
  if (first == '?') return true;
  if (first != '[') return first == c;
  const bool negated = pattern.starts_with('!') || pattern.starts_with('^');
  std::size_t at = negated ? 1 : 0;
  bool found = false;
  for (bool begin = true; begin || (at < pattern.size() && pattern[at] != ']'); begin = false) {
    if (at >= pattern.size()) return false;  // no end: stands for nothing
    if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
    const char low = pattern[at++];
    char high = low;
    if (at + 1 < pattern.size() && pattern[at] == '-' && pattern[at + 1] != ']') {
      high = pattern[at + 1];
      at += 2;
      if (high == '\\' && at < pattern.size()) high = pattern[at++];
    }
    found = found || (byte(low) <= byte(c) && byte(c) <= byte(high));
  }
  if (at >= pattern.size()) return false;
  pattern.remove_prefix(at + 1);
  return found != negated;
}

// Walks `pattern` along `text`, both sequences. What `is_star` is of the pattern stands for any
// number of items of the text; when the walk fails, only the last star passed needs to take one
// more, so the time is at most the product of the lengths. `take` compares the first items and
// takes them off.
template <class Pattern, class Text, class IsStar, class Take>
bool Walk(Pattern pattern, Text text, IsStar is_star, Take take) {
  Pattern after_star;
  Text at_star;
  bool starred = false;
  while (true) {
    if (!pattern.empty() && is_star(pattern)) {
      starred = true;
      after_star = pattern;
      at_star = text;
    } else if (text.empty() && pattern.empty()) {
      return true;
    } else if (text.empty() || pattern.empty() || !take(pattern, text)) {
      if (!starred || at_star.empty()) return false;
      at_star = at_star.substr(1);
      pattern = after_star;
      text = at_star;
    }
  }
}

// Whether a pattern without slashes stands for a name.
bool StandsForName(std::string_view pattern, std::string_view name) {
  const auto is_star = [](std::string_view& rest) {
    if (rest.front() != '*') return false;
    rest.remove_prefix(1);
    return true;
  };
  const auto take = [](std::string_view& rest, std::string_view& text) {
    const char c = text.front();
    text.remove_prefix(1);
    return TakeOne(rest, c);
  };
  return Walk(pattern, name, is_star, take);
}

// The names of a path, taken from the front.
class Names {
 public:
  Names() = default;
  explicit Names(std::string_view path) : path_(path), empty_(false) {}

  bool empty() const { return empty_; }
  std::string_view front() const { return path_.substr(0, path_.find('/')); }
  Names substr(std::size_t names) const {
    Names rest = *this;
    for (; names > 0; --names) rest.Pop();
    return rest;
  }
  void Pop() {
    const std::size_t slash = path_.find('/');
    empty_ = slash == std::string_view::npos;
    path_.remove_prefix(empty_ ? path_.size() : slash + 1);
  }

 private:
  std::string_view path_;
  bool empty_ = true;
};

bool IsAnyNames(std::string_view name) {
  return name.size() >= 2 && name.find_first_not_of('*') == std::string_view::npos;
}

// Whether `pattern` stands for all of `path`.
bool Stands(std::string_view pattern, std::string_view path) {
  const auto is_star = [](Names& rest) {
    // At the end it asks for one name at least, which is what `*` after it does.
    if (!IsAnyNames(rest.front()) || rest.substr(1).empty()) return false;
    rest.Pop();
    return true;
  };
  const auto take = [](Names& rest, Names& text) {
    const std::string_view name = text.front();
    const std::string_view own = rest.front();
    rest.Pop();
    text.Pop();
    return StandsForName(own, name);
  };
  // `a/**` is `a/**/*`.
  std::string all(pattern);
  if (IsAnyNames(pattern.substr(pattern.rfind('/') + 1))) all += "/*";
  return Walk(Names(all), Names(path), is_star, take);
}

// A line without the spaces at its end, but for one that a backslash keeps.
std::string_view Trim(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
  return line;
}

}  // namespace

IgnoreRules::IgnoreRules(std::string_view text) {
  for (std::string_view line : SplitLines(text)) {
    line = Trim(line);
    if (line.empty() || line.front() == '#') continue;
    Rule rule;
    if (line.front() == '!') {
      rule.out = false;
      line.remove_prefix(1);
    }
    if (line.ends_with('/')) {
      rule.directory = true;
      line.remove_suffix(1);
    }
    rule.anchored = line.find('/') != std::string_view::npos;
    if (line.starts_with('/')) line.remove_prefix(1);
    if (line.empty()) continue;
    rule.pattern = line;
    rules_.push_back(std::move(rule));
  }
}

bool IgnoreRules::IsOut(std::string_view path, bool directory) const {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const auto means = [&](const Rule& rule) {
    if (rule.directory && !directory) return false;
    std::string_view text = rule.anchored ? path : name;
    if (Stands(rule.pattern, text)) return true;
    if (directory || !text.ends_with(kEnding)) return false;
    text.remove_suffix(kEnding.size());
    return Stands(rule.pattern, text);
  };
  const auto last = std::find_if(rules_.rbegin(), rules_.rend(), means);
  return last != rules_.rend() && last->out;
}

bool IgnoreRules::Matches(std::string_view path) const {
  if (rules_.empty()) return false;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/', slash + 1)) {
    if (IsOut(path.substr(0, slash), /*directory=*/true)) return true;
  }
  return IsOut(path, /*directory=*/false);
}

}  // namespace pggit
