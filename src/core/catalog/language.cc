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
  // The system's own languages are not versioned, nor who may use them: tells where that was
  // changed.
  reader.ForEach(
      "SELECT l.lanname FROM pg_catalog.pg_language l"
      " LEFT JOIN pg_catalog.pg_init_privs i ON i.classoid = 2612 AND i.objoid = l.oid"
      " WHERE l.oid < 16384 AND l.lanacl IS NOT NULL"
      "  AND l.lanacl::text IS DISTINCT FROM i.initprivs::text",
      [&](Cells& cells) {
        reader.Ignore("privileges on LANGUAGE " + QuoteIdentifier(cells.View()),
                      "languages of the system are not versioned");
      });
}

}  // namespace pggit
