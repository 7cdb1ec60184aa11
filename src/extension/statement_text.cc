#include "extension/statement_text.h"

#include <cstring>
#include <string_view>

#include "core/ddl/blank_secrets.h"

extern "C" {
#include "nodes/plannodes.h"
#include "tcop/pquery.h"
#include "tcop/utility.h"
#include "utils/elog.h"
}

namespace pggit {
namespace {

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  text = text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
  while (text.ends_with(';')) text.remove_suffix(1);
  return text;
}

// What SPI, if it is the innermost to run anything, adds to the context of an error: the statement,
// in the words of the session's language. Null otherwise.
const char* SpiContext() {
  if (error_context_stack == nullptr) return nullptr;
  return Server([] {
    ErrorContextCallback innermost = *error_context_stack;
    innermost.previous = nullptr;
    ErrorContextCallback* const stack = error_context_stack;
    error_context_stack = &innermost;
    const char* const text = GetErrorContextStack();
    error_context_stack = stack;
    return text;
  });
}

// The statement that SPI runs; empty when it runs none.
std::string_view SpiStatement() {
  const char* const context = SpiContext();
  if (context == nullptr) return {};
  const std::string_view text = context;
  const std::string_view format = _("SQL statement \"%s\"");
  const std::size_t gap = format.find("%s");
  if (gap == std::string_view::npos) return {};
  const std::string_view before = format.substr(0, gap);
  const std::string_view after = format.substr(gap + 2);
  if (text.size() < before.size() + after.size()) return {};
  if (!text.starts_with(before) || !text.ends_with(after)) return {};
  return text.substr(before.size(), text.size() - before.size() - after.size());
}

// The part of a client's message that is `statement`.
std::string_view PartOf(std::string_view message, const PlannedStmt& statement) {
  if (statement.stmt_location < 0) return message;
  message.remove_prefix(
      std::min(static_cast<std::size_t>(statement.stmt_location), message.size()));
  if (statement.stmt_len > 0) {
    message = message.substr(0, static_cast<std::size_t>(statement.stmt_len));
  }
  return message;
}

}  // namespace

std::string StatementText(const EventTriggerData& event) {
  const std::string_view inner = SpiStatement();
  if (!inner.empty()) return BlankSecrets(Trimmed(inner));
  const Portal portal = ActivePortal;
  if (portal == nullptr || portal->sourceText == nullptr || portal->stmts == NIL) return {};
  const auto& statement = *static_cast<const PlannedStmt*>(linitial(portal->stmts));
  const std::string_view text = Trimmed(PartOf(portal->sourceText, statement));
  const bool itself =
      statement.utilityStmt != nullptr && CreateCommandTag(statement.utilityStmt) == event.tag;
  return itself ? BlankSecrets(text) : BlankLiterals(text);
}

}  // namespace pggit
