#include "core/catalog/kinds.h"

namespace pggit {

// An array, multirange or row type comes with the type or relation it belongs to. It can be
// commented on and labelled by itself, which no statement of pg_dump brings back.
void ReadFaceRemarks(Reader& reader) {
  reader.ForEach(
      "SELECT x.word, pg_catalog.format_type(t.oid, NULL)"
      " FROM (SELECT 'comment', classoid, objoid FROM pg_catalog.pg_description"
      "  UNION SELECT 'security label', classoid, objoid FROM pg_catalog.pg_seclabel"
      " ) AS x (word, classoid, objoid)"
      " JOIN pg_catalog.pg_type t ON t.oid = x.objoid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace AND {user_schema}"
      " LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid"
      " WHERE x.classoid = 1247 AND x.objoid >= 16384 AND (t.typtype = 'm' OR c.relkind <> 'c'"
      "  OR EXISTS (SELECT FROM pg_catalog.pg_type e WHERE e.typarray = t.oid))",
      [&](Cells& cells) {
        const std::string word = cells.Text();
        reader.Ignore(word + " on TYPE " + cells.Text(),
                      "the type comes with another, and no dump carries this either");
      });
}

}  // namespace pggit
