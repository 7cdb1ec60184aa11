// The SQL lexer: its tokens lie in the source one after the other, and each is itself again when
// its own text is read alone.

#include "core/ddl/lexer.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"

namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

void CheckTokens(std::string_view sql, const std::vector<pggit::Token>& tokens) {
  Require(!tokens.empty() && tokens.back().kind == pggit::TokenKind::kEnd);
  std::size_t end = 0;
  for (const pggit::Token& token : tokens) {
    Require(token.begin >= end && token.end >= token.begin && token.end <= sql.size());
    end = token.end;
    if (&token == &tokens.back()) return;
    const auto alone = pggit::Lex(sql.substr(token.begin, token.end - token.begin));
    Require(alone.size() == 2 && alone[0].kind == token.kind && alone[0].value == token.value);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string sql(data, data + size);
  try {
    CheckTokens(sql, pggit::Lex(sql));
  } catch (const pggit::Error& error) {
    Require(error.code() == pggit::ErrorCode::kInvalidDefinition);
  }
  return 0;
}
