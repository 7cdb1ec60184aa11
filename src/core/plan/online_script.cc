#include "core/plan/online_script.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/ddl/lexer.h"

namespace pggit {
namespace {

constexpr std::string_view kPart = "-- part ";

/// Reads a line word by word; false from the first that is not there.
class LineReader {
 public:
  explicit LineReader(std::string_view line) : rest_(line) {}

  bool Accept(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  bool Number(std::size_t& number) {
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (error != std::errc()) return false;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return true;
  }

  bool Id(std::string& id) {
    constexpr std::size_t kDigits = 64;
    id = rest_;
    return id.size() == kDigits && id.find_first_not_of("0123456789abcdef") == id.npos;
  }

 private:
  std::string_view rest_;
};

std::optional<PartHead> ParsePartLine(std::string_view line) {
  PartHead head;
  LineReader reader(line);
  if (!reader.Accept(kPart) || !reader.Number(head.number) || !reader.Accept(" of ") ||
      !reader.Number(head.of) || !reader.Accept(", steps ") || !reader.Number(head.steps)) {
    return std::nullopt;
  }
  head.alone = reader.Accept(", alone");
  if (!reader.Accept(", ends at ") || !reader.Id(head.end)) return std::nullopt;
  return head;
}

[[noreturn]] void FailDamaged() {
  throw Error(ErrorCode::kInvalidArgument, "parts of the plan are missing", {},
              "Make it again with \"pggit diff --from DATABASE --to SCHEMA --sql --online\".");
}

// The name that begins at a token, and its schema, if it has one.
std::vector<std::string> NameAt(const std::vector<Token>& tokens, std::size_t at) {
  std::vector<std::string> names;
  while (at < tokens.size() && IsName(tokens[at])) {
    names.push_back(tokens[at].value);
    if (tokens[++at].value != ".") break;
    ++at;
  }
  return names;
}

}  // namespace

std::string PartLine(const PartHead& head) {
  return std::string(kPart) + std::to_string(head.number) + " of " + std::to_string(head.of) +
         ", steps " + std::to_string(head.steps) + (head.alone ? ", alone" : "") + ", ends at " +
         head.end + '\n';
}

OnlineScript ParseOnlineScript(std::string_view script) {
  OnlineScript parsed;
  std::string* into = &parsed.settings;
  bool ended = false;
  for (std::size_t at = 0; at < script.size();) {
    const std::size_t end = std::min(script.find('\n', at), script.size() - 1) + 1;
    const std::string_view line = script.substr(at, end - at);
    at = end;
    std::string_view text = line;
    while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
    const auto head = ended ? std::nullopt : ParsePartLine(text);
    // Of a line in a function's body that looks like one, the number is another.
    if (head && head->number == parsed.parts.size() + 1) {
      parsed.parts.push_back({*head, ""});
      into = &parsed.parts.back().sql;
    } else if (!parsed.parts.empty() && parsed.parts.size() == parsed.parts.back().head.of &&
               line == kOnlineEnd) {
      ended = true;
      into = &parsed.closing;
    }
    *into += line;
  }
  if (!ended) FailDamaged();
  for (const ScriptPart& part : parsed.parts) {
    if (part.head.of != parsed.parts.size()) FailDamaged();
  }
  return parsed;
}

std::vector<std::string> StatementsOf(std::string_view sql) {
  std::vector<std::string> statements;
  bool inside = false;
  std::size_t begin = 0;
  std::size_t end = 0;
  for (const Token& token : Lex(sql)) {
    const bool ends = IsSymbol(token, ";");
    if (inside && (ends || token.kind == TokenKind::kEnd)) {
      statements.emplace_back(sql.substr(begin, end - begin));
      inside = false;
    } else if (!inside && !ends && token.kind != TokenKind::kEnd) {
      begin = token.begin;
      inside = true;
    }
    end = token.end;
  }
  return statements;
}

std::vector<std::string> ConcurrentIndexes(std::string_view sql) {
  std::vector<std::string> indexes;
  const std::vector<Token> tokens = Lex(sql);
  for (std::size_t at = 2; at + 2 < tokens.size(); ++at) {
    if (!IsWord(tokens[at], "concurrently") || !IsWord(tokens[at - 1], "index")) continue;
    std::vector<std::string> name = NameAt(tokens, at + 1);
    if (IsWord(tokens[at + 2], "on") && name.size() == 1) {
      // A new index lies in the schema of its table.
      const std::vector<std::string> table = NameAt(tokens, at + 3);
      if (table.size() == 2) name.insert(name.begin(), table.front());
    }
    if (name.size() == 2) indexes.push_back(QuoteQualified(name[0], name[1]));
  }
  return indexes;
}

}  // namespace pggit
