#include <algorithm>

#include "core/catalog/kinds.h"
#include "core/catalog/letters.h"
#include "core/model/parts_of.h"

namespace pggit {

void ReadTriggers(Reader& reader) {
  // A partition's copy of its parent's trigger is the parent's, unless it is enabled differently:
  // then only that is kept, with an empty definition.
  reader.ForEach(
      "SELECT t.oid, t.tgrelid, t.tgname, t.tgenabled,"
      " CASE WHEN t.tgparentid = 0 THEN pg_catalog.pg_get_triggerdef(t.oid, false) END"
      " FROM pg_catalog.pg_trigger t"
      " JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND {user_schema}"
      " LEFT JOIN pg_catalog.pg_trigger p ON p.oid = t.tgparentid AND NOT p.tgisinternal"
      " WHERE {relation t.tgrelid} AND ((NOT t.tgisinternal AND t.tgparentid = 0)"
      "  OR (p.oid IS NOT NULL AND t.tgenabled <> p.tgenabled))",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kTrigger, cells.Oid()};
        Object* object = reader.FindObject({Catalog::kClass, cells.Oid()});
        std::vector<Trigger>* triggers = object ? TriggersOf(object->definition) : nullptr;
        if (!triggers) return;
        Trigger trigger;
        trigger.name = cells.Text();
        trigger.enabled = EnabledFromLetter(cells.Letter());
        trigger.definition = cells.TextOrEmpty();
        reader.Alias(address, *object, {ElementKind::kTrigger, trigger.name});
        triggers->push_back(std::move(trigger));
      });
  for (auto& [id, object] : reader.schema().objects) {
    if (std::vector<Trigger>* triggers = TriggersOf(object.definition)) {
      std::sort(triggers->begin(), triggers->end());
    }
  }
}

}  // namespace pggit
