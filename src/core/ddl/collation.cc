#include "core/base/identifier.h"
#include "core/ddl/kinds.h"
#include "core/ddl/settings.h"

namespace pggit {
namespace {

constexpr Setting<Collation> kSettings[] = {
    {"PROVIDER", &Collation::provider},
    {"LOCALE", &Collation::locale, /*literal=*/true},
    {"LC_COLLATE", &Collation::lc_collate, /*literal=*/true},
    {"LC_CTYPE", &Collation::lc_ctype, /*literal=*/true},
    {"RULES", &Collation::icu_rules, /*literal=*/true},
};

}  // namespace

void Render(const ObjectId& id, const Collation& collation, Form /*form*/,
            std::vector<Piece>& pieces) {
  std::vector<std::string> lines;
  AppendSettings<Collation>(kSettings, collation, lines);
  // An empty locale is one too (ICU's root), and the statement needs one.
  if (collation.locale.empty() && collation.lc_collate.empty() && collation.lc_ctype.empty()) {
    lines.emplace_back("LOCALE = ''");
  }
  if (!collation.deterministic) lines.emplace_back("DETERMINISTIC = false");
  pieces.push_back({{}, "CREATE COLLATION " + SqlName(id) + ' ' + InParentheses(lines)});
}

Collation ParseCollation(Cursor& cursor) {
  Collation collation;
  cursor.Expect("CREATE COLLATION");
  cursor.QualifiedText();
  ParseSettings<Collation>(cursor, kSettings, collation, [&] {
    cursor.Expect("DETERMINISTIC");
    cursor.ExpectSymbol("=");
    cursor.Expect("FALSE");
    collation.deterministic = false;
  });
  cursor.ExpectSymbol(";");
  return collation;
}

}  // namespace pggit
