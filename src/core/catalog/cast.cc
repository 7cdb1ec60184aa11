#include "core/base/error.h"
#include "core/catalog/kinds.h"

namespace pggit {
namespace {

CastMethod MethodFromLetter(char letter) {
  switch (letter) {
    case 'f': return CastMethod::kFunction;
    case 'i': return CastMethod::kInOut;
    case 'b': return CastMethod::kBinary;
    default: throw InternalError(std::string("unknown cast method '") + letter + '\'');
  }
}

CastContext ContextFromLetter(char letter) {
  switch (letter) {
    case 'e': return CastContext::kExplicit;
    case 'a': return CastContext::kAssignment;
    case 'i': return CastContext::kImplicit;
    default: throw InternalError(std::string("unknown cast context '") + letter + '\'');
  }
}

}  // namespace

void ReadCasts(Reader& reader) {
  // The cast from a range type to its multirange type comes with the types. What casts a session's
  // temporary type is as temporary.
  reader.ForEach(
      "SELECT c.oid, pg_catalog.format_type(c.castsource, NULL),"
      " pg_catalog.format_type(c.casttarget, NULL), c.castmethod,"
      " CASE WHEN c.castfunc <> 0 THEN c.castfunc::pg_catalog.regprocedure END, c.castcontext"
      " FROM pg_catalog.pg_cast c"
      " JOIN pg_catalog.pg_type s ON s.oid = c.castsource"
      " JOIN pg_catalog.pg_namespace sn ON sn.oid = s.typnamespace"
      " JOIN pg_catalog.pg_type t ON t.oid = c.casttarget"
      " JOIN pg_catalog.pg_namespace tn ON tn.oid = t.typnamespace"
      " LEFT JOIN pg_catalog.pg_range r ON r.rngtypid = c.castsource"
      "  AND r.rngmultitypid = c.casttarget"
      " WHERE c.oid >= 16384 AND r.rngtypid IS NULL"
      "  AND sn.nspname !~ '^pg_(toast_)?temp_' AND tn.nspname !~ '^pg_(toast_)?temp_'",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kCast, cells.Oid()};
        const std::string source = cells.Text();
        const std::string target = cells.Text();
        if (reader.IsMember(address)) return;
        const ObjectId id{Kind::kCast, "", "", '(' + source + " AS " + target + ')'};
        Object& object = reader.Add(address, id, Cast{});
        Cast& cast = std::get<Cast>(object.definition);
        cast.method = MethodFromLetter(cells.Letter());
        cast.function = cells.TextOrEmpty();
        cast.context = ContextFromLetter(cells.Letter());
      });
}

}  // namespace pggit
