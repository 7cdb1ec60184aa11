#include "core/base/identifier.h"
#include "core/catalog/kinds.h"
#include "core/catalog/letters.h"

namespace pggit {

void ReadEventTriggers(Reader& reader) {
  reader.ForEach(
      // pggit's own come with pggit.init() and are pggit's, though no members of it.
      "SELECT e.oid, e.evtname, n.nspname = 'pggit_v0', e.evtowner, e.evtevent, e.evttags, "
      "n.nspname, p.proname,"
      " e.evtenabled"
      " FROM pg_catalog.pg_event_trigger e"
      " JOIN pg_catalog.pg_proc p ON p.oid = e.evtfoid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kEventTrigger, cells.Oid()};
        const ObjectId id{Kind::kEventTrigger, "", cells.Text(), ""};
        if (reader.IsMember(address)) return;
        if (cells.Bool()) {
          reader.AddMember(address, nullptr);
          return;
        }
        Object& object = reader.Add(address, id, EventTrigger{});
        reader.SetOwnerAndPrivileges(object, '\0', cells.Oid(), /*has_acl=*/false, {});
        EventTrigger& trigger = std::get<EventTrigger>(object.definition);
        trigger.event = cells.Text();
        trigger.tags = cells.Array();
        const std::string schema = cells.Text();
        trigger.function = QuoteQualified(schema, cells.Text());
        trigger.enabled = EnabledFromLetter(cells.Letter());
      });
}

}  // namespace pggit
