#include "core/model/signature.h"

#include <algorithm>
#include <optional>

namespace pggit {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kUsing = " USING ";

// The last place outside quotes where `word` stands, reading from the end. Names in a signature are
// whole, so quotes come in pairs there; quotes in the object's own name are never reached.
std::size_t FindLastUnquoted(std::string_view text, std::string_view word) {
  bool quoted = false;
  for (std::size_t i = text.size(); i-- > 0;) {
    if (text[i] == '"') quoted = !quoted;
    if (!quoted && text.substr(i).starts_with(word)) return i;
  }
  return kNone;
}

std::size_t FindParentheses(std::string_view text) {
  return text.ends_with(')') ? FindLastUnquoted(text, "(") : kNone;
}

std::size_t FindUsing(std::string_view text) {
  const std::size_t at = FindLastUnquoted(text, kUsing);
  return at == kNone || at + kUsing.size() == text.size() ? kNone : at;
}

}  // namespace

std::size_t FindSignature(Kind kind, std::string_view text) {
  switch (kind) {
    case Kind::kFunction:
    case Kind::kProcedure:
    case Kind::kAggregate:
    case Kind::kOperator: return FindParentheses(text);
    case Kind::kOperatorFamily:
    case Kind::kOperatorClass: return FindUsing(text);
    case Kind::kCast:
    case Kind::kTransform:
    case Kind::kUserMapping:
    case Kind::kDefaultPrivileges:
    case Kind::kSystemPrivileges: return text.empty() ? kNone : 0;
    case Kind::kSchema:
    case Kind::kExtension:
    case Kind::kLanguage:
    case Kind::kAccessMethod:
    case Kind::kCollation:
    case Kind::kConversion:
    case Kind::kType:
    case Kind::kDomain:
    case Kind::kSequence:
    case Kind::kTextSearchParser:
    case Kind::kTextSearchTemplate:
    case Kind::kTextSearchDictionary:
    case Kind::kTextSearchConfiguration:
    case Kind::kForeignDataWrapper:
    case Kind::kServer:
    case Kind::kTable:
    case Kind::kForeignTable:
    case Kind::kView:
    case Kind::kMaterializedView:
    case Kind::kStatistics:
    case Kind::kPublication:
    case Kind::kSubscription:
    case Kind::kEventTrigger: return text.size();
  }
  return kNone;
}

bool IsSignature(Kind kind, std::string_view signature) {
  return FindSignature(kind, signature) == 0;
}

}  // namespace pggit
