#include "core/plan/plan_head.h"

#include <algorithm>
#include <charconv>

namespace pggit {
namespace {

constexpr std::string_view kForm = "-- pggit plan 1, steps ";
constexpr std::string_view kLosses = "-- THIS SCRIPT DESTROYS DATA:\n";

bool Accept(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

std::string AcceptId(std::string_view& text) {
  constexpr std::size_t kDigits = 64;
  const std::string_view id = text.substr(0, kDigits);
  if (id.size() < kDigits || id.find_first_not_of("0123456789abcdef") != id.npos) return "";
  text.remove_prefix(kDigits);
  return std::string(id);
}

}  // namespace

std::string HeadedScript(const PlanHead& head, const Plan& plan) {
  std::string line(kForm);
  line += std::to_string(head.steps);
  if (head.online) line += ", online";
  if (head.owners) line += ", with owners";
  if (head.tablespaces) line += ", with tablespaces";
  line += ", from " + head.from + " to " + head.to + '\n';
  return line + PlanScript(plan);
}

std::optional<PlanHead> ParseHead(std::string_view script) {
  std::string_view line = script.substr(0, script.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  PlanHead head;
  if (!Accept(line, kForm)) return std::nullopt;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), head.steps);
  if (error != std::errc()) return std::nullopt;
  line.remove_prefix(static_cast<std::size_t>(end - line.data()));
  head.online = Accept(line, ", online");
  head.owners = Accept(line, ", with owners");
  head.tablespaces = Accept(line, ", with tablespaces");
  if (!Accept(line, ", from ")) return std::nullopt;
  head.from = AcceptId(line);
  if (!Accept(line, " to ")) return std::nullopt;
  head.to = AcceptId(line);
  if (head.from.empty() || head.to.empty() || !line.empty()) return std::nullopt;
  return head;
}

std::vector<std::string> LossesOf(std::string_view script) {
  constexpr std::string_view kIndent = "--   ";
  std::vector<std::string> losses;
  std::size_t at = script.find(kLosses);
  // They stand above the first statement.
  if (at > std::min(script.find("BEGIN;\n"), script.find("\nSET "))) return losses;
  if (at == script.npos) return losses;
  at += kLosses.size();
  while (script.substr(at).starts_with(kIndent)) {
    const std::size_t end = script.find('\n', at);
    losses.emplace_back(script.substr(at + kIndent.size(), end - at - kIndent.size()));
    if (end == script.npos) break;
    at = end + 1;
  }
  return losses;
}

}  // namespace pggit
