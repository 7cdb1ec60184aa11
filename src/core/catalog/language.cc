#include "core/base/identifier.h"
#include "core/catalog/kinds.h"
#include "core/catalog/names.h"

namespace pggit {

void ReadLanguages(Reader& reader) {
  reader.ForEach(
      "SELECT l.oid, l.lanname, l.lanowner, l.lanacl IS NOT NULL, l.lanacl, l.lanpltrusted,"
      " l.lanplcallfoid::pg_catalog.regprocedure, l.laninline::pg_catalog.regprocedure,"
      " l.lanvalidator::pg_catalog.regprocedure"
      " FROM pg_catalog.pg_language l WHERE l.lanispl AND l.oid >= 16384",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kLanguage, cells.Oid()};
        if (reader.IsMember(address)) return;
        Object& object = reader.Add(address, {Kind::kLanguage, "", cells.Text(), ""}, Language{});
        const Oid32 owner = cells.Oid();
        const bool has_acl = cells.Bool();
        reader.SetOwnerAndPrivileges(object, 'l', owner, has_acl, cells.Array());
        Language& language = std::get<Language>(object.definition);
        language.trusted = cells.Bool();
        language.handler = FunctionName(cells.View());
        language.inline_handler = FunctionName(cells.View());
        language.validator = FunctionName(cells.View());
      });
}

}  // namespace pggit
