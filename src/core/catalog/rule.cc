#include <algorithm>

#include "core/catalog/kinds.h"
#include "core/catalog/letters.h"
#include "core/model/parts_of.h"

namespace pggit {

void ReadRules(Reader& reader) {
  reader.ForEach(
      "SELECT r.oid, r.ev_class, r.rulename, r.rulename = '_RETURN', r.ev_enabled,"
      " CASE WHEN r.rulename <> '_RETURN' THEN pg_catalog.pg_get_ruledef(r.oid) END"
      " FROM pg_catalog.pg_rewrite r"
      " JOIN pg_catalog.pg_class c ON c.oid = r.ev_class"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND {user_schema}"
      " WHERE {relation r.ev_class}",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kRewrite, cells.Oid()};
        Object* object = reader.FindObject({Catalog::kClass, cells.Oid()});
        if (!object) return;
        Rule rule;
        rule.name = cells.Text();
        if (cells.Bool()) {  // The view itself.
          reader.Alias(address, *object, {});
          return;
        }
        std::vector<Rule>* rules = RulesOf(object->definition);
        if (!rules) return;
        rule.enabled = EnabledFromLetter(cells.Letter());
        rule.definition = cells.Text();
        if (rule.definition.ends_with(';')) rule.definition.pop_back();
        reader.Alias(address, *object, {ElementKind::kRule, rule.name});
        rules->push_back(std::move(rule));
      });
  for (auto& [id, object] : reader.schema().objects) {
    if (std::vector<Rule>* rules = RulesOf(object.definition)) {
      std::sort(rules->begin(), rules->end());
    }
  }
}

}  // namespace pggit
