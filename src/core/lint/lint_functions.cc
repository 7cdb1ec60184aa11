#include <algorithm>
#include <array>

#include "core/ddl/lexer.h"
#include "core/lint/findings.h"

namespace pggit {
namespace {

// Functions of the server that give another value each time.
constexpr std::array<std::string_view, 13> kVolatile = {
    "random",  "random_normal", "clock_timestamp", "timeofday", "gen_random_uuid",
    "uuidv4",  "uuidv7",        "nextval",         "currval",   "setseed",
    "lastval", "pg_sleep",      "txid_current"};

bool IsName(const Token& token) {
  return token.kind == TokenKind::kWord || token.kind == TokenKind::kQuoted;
}

}  // namespace

bool IsVolatile(const Schema& schema, const std::string& expression) {
  const std::vector<Token> tokens = Lex(expression);
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (!IsName(tokens[i]) || tokens[i + 1].value != "(") continue;
    const std::string& name = tokens[i].value;
    if (name.starts_with("uuid_generate_")) return true;  // Of an extension.
    if (i < 2 || tokens[i - 1].value != ".") {
      if (std::ranges::find(kVolatile, name) != kVolatile.end()) return true;
      continue;
    }
    // A function of the user's: which of several is meant is not looked into.
    const ObjectId first{Kind::kFunction, tokens[i - 2].value, name, ""};
    for (auto at = schema.objects.lower_bound(first); at != schema.objects.end(); ++at) {
      const ObjectId& id = at->first;
      if (id.kind != first.kind || id.schema != first.schema || id.name != first.name) break;
      if (std::get<Function>(at->second.definition).volatility.empty()) return true;
    }
  }
  return false;
}

void LintFunctions(LintRun& run) {
  for (const auto& [id, object] : run.to.objects) {
    const Function* function = std::get_if<Function>(&object.definition);
    if (!function || !function->security_definer) continue;
    const Object* old = LintRun::Find(run.from, id);
    if (old && *old == object) continue;
    const bool set = std::ranges::count(function->settings, "search_path", &FunctionSetting::name);
    if (set) continue;
    run.Add("definer-without-search-path", id, {},
            Describe(id) + " runs as its owner with the caller's search path");
  }
}

}  // namespace pggit
