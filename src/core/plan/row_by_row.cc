#include "core/plan/row_by_row.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/ddl/lexer.h"

namespace pggit {
namespace {

// Functions of the server that give another value each time, and may stand in a default.
constexpr std::array<std::string_view, 16> kVolatile = {
    "clock_timestamp", "current_query", "currval",       "gen_random_uuid", "lastval", "nextval",
    "pg_sleep",        "random",        "random_normal", "set_config",      "setseed", "setval",
    "timeofday",       "txid_status",   "uuidv4",        "uuidv7"};

// A function of the server, or a type with its modifiers.
RowByRow OfServer(std::string_view name) {
  if (std::ranges::find(kVolatile, name) != kVolatile.end()) return RowByRow::kYes;
  return name.starts_with("pg_") ? RowByRow::kMaybe : RowByRow::kNo;
}

// A function of the user's: which of several is meant is not looked into.
RowByRow OfSchema(const Schema& schema, const std::string& in, const std::string& name) {
  const ObjectId first{Kind::kFunction, in, name, ""};
  auto answer = RowByRow::kMaybe;
  for (auto at = schema.objects.lower_bound(first); at != schema.objects.end(); ++at) {
    const ObjectId& id = at->first;
    if (id.kind != first.kind || id.schema != first.schema || id.name != first.name) break;
    if (std::get<Function>(at->second.definition).volatility.empty()) return RowByRow::kYes;
    answer = RowByRow::kNo;
  }
  const bool makes_ids = answer == RowByRow::kMaybe && name.starts_with("uuid_generate_");
  return makes_ids ? RowByRow::kYes : answer;  // Of the extension uuid-ossp.
}

}  // namespace

RowByRow WorkedOutRowByRow(const Schema& schema, const std::string& expression) {
  const std::vector<Token> tokens = Lex(expression);
  auto answer = RowByRow::kNo;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (!IsName(tokens[i]) || tokens[i + 1].value != "(") continue;
    const bool qualified = i >= 2 && tokens[i - 1].value == ".";
    answer = std::max(answer, qualified ? OfSchema(schema, tokens[i - 2].value, tokens[i].value)
                                        : OfServer(tokens[i].value));
  }
  return answer;
}

}  // namespace pggit
