#include "core/catalog/kinds.h"

namespace pggit {

void ReadConversions(Reader& reader) {
  reader.ForEach(
      "SELECT c.oid, n.nspname, c.conname, c.conowner,"
      " pg_catalog.pg_encoding_to_char(c.conforencoding),"
      " pg_catalog.pg_encoding_to_char(c.contoencoding), c.conproc, c.condefault"
      " FROM pg_catalog.pg_conversion c"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace AND {user_schema}",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kConversion, cells.Oid()};
        const ObjectId id{Kind::kConversion, cells.Text(), cells.Text(), ""};
        if (reader.IsMember(address)) return;
        Object& object = reader.Add(address, id, Conversion{});
        reader.SetOwnerAndPrivileges(object, '\0', cells.Oid(), /*has_acl=*/false, {});
        Conversion& conversion = std::get<Conversion>(object.definition);
        conversion.from = cells.Text();
        conversion.to = cells.Text();
        conversion.function = cells.Text();
        conversion.is_default = cells.Bool();
      });
}

}  // namespace pggit
