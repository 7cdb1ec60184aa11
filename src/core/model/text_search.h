#pragma once

#include <compare>
#include <string>
#include <vector>

namespace pggit {

// Functions, parsers, templates and dictionaries are qualified where SQL needs it, and quoted.

struct TextSearchParser {
  std::string start;
  std::string get_token;
  std::string end;
  std::string headline;  ///< Empty when there is none.
  std::string token_types;

  bool operator==(const TextSearchParser&) const = default;
};

struct TextSearchTemplate {
  std::string init;  ///< Empty when there is none.
  std::string lexize;

  bool operator==(const TextSearchTemplate&) const = default;
};

struct TextSearchDictionary {
  std::string template_name;
  /// `stopwords = 'english'`, as the server writes each, and in its order: the template's function
  /// is given a list, not a set.
  std::vector<std::string> settings;

  bool operator==(const TextSearchDictionary&) const = default;
};

/// The dictionaries that a token type goes through.
struct TextSearchMapping {
  std::string token_type;
  std::vector<std::string> dictionaries;  ///< In their order.

  auto operator<=>(const TextSearchMapping&) const = default;
};

struct TextSearchConfiguration {
  std::string parser;
  std::vector<TextSearchMapping> mappings;  ///< Sorted by token type.

  bool operator==(const TextSearchConfiguration&) const = default;
};

}  // namespace pggit
