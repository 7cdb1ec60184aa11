#include <algorithm>

#include "core/base/identifier.h"
#include "core/catalog/kinds.h"

namespace pggit {
namespace {

ConstraintKind KindOf(char letter) {
  switch (letter) {
    case 'p': return ConstraintKind::kPrimaryKey;
    case 'u': return ConstraintKind::kUnique;
    case 'x': return ConstraintKind::kExclusion;
    case 'f': return ConstraintKind::kForeignKey;
    case 'n': return ConstraintKind::kNotNull;
    default: return ConstraintKind::kCheck;
  }
}

// A not-null constraint that only repeats its column's NOT NULL: the name is what the server would
// choose, and nothing is added. (Since 18 these have rows of their own.)
bool IsPlainNotNull(const ObjectId& table, const Constraint& constraint,
                    const std::string& column) {
  return constraint.name == table.name + '_' + column + "_not_null" &&
         constraint.definition == "NOT NULL " + QuoteIdentifier(column);
}

}  // namespace

void ReadConstraints(Reader& reader) {
  // A check constraint that only comes from a parent is the parent's, except on a partition, which
  // is made whole before it is attached. A foreign key or trigger that a parent's made is the
  // parent's.
  reader.ForEach(
      "SELECT con.oid, con.conrelid, con.conindid, con.conname, con.contype,"
      " pg_catalog.pg_get_constraintdef(con.oid),"
      " CASE WHEN pic.oid IS NOT NULL THEN pg_catalog.quote_ident(pn.nspname) || '.'"
      "  || pg_catalog.quote_ident(pic.relname) END,"
      " ts.spcname, COALESCE(ix.indisclustered, false), COALESCE(ix.indisreplident, false),"
      " a.attname"
      " FROM pg_catalog.pg_constraint con"
      " JOIN pg_catalog.pg_class c ON c.oid = con.conrelid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND {user_schema}"
      " LEFT JOIN pg_catalog.pg_index ix ON ix.indexrelid = con.conindid"
      "  AND con.contype IN ('p', 'u', 'x')"
      " LEFT JOIN pg_catalog.pg_class ic ON ic.oid = ix.indexrelid"
      " LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = ic.reltablespace"
      " LEFT JOIN pg_catalog.pg_inherits inh ON inh.inhrelid = ic.oid"
      " LEFT JOIN pg_catalog.pg_class pic ON pic.oid = inh.inhparent"
      " LEFT JOIN pg_catalog.pg_namespace pn ON pn.oid = pic.relnamespace"
      " LEFT JOIN pg_catalog.pg_attribute a ON con.contype = 'n' AND a.attrelid = con.conrelid"
      "  AND a.attnum = con.conkey[1]"
      " WHERE con.contype IN ('p', 'u', 'x')"
      "  OR (con.contype = 'f' AND con.conparentid = 0)"
      "  OR (con.contype IN ('c', 'n') AND (con.conislocal OR c.relispartition))",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kConstraint, cells.Oid()};
        Object* object = reader.FindObject({Catalog::kClass, cells.Oid()});
        Table* table = object ? std::get_if<Table>(&object->definition) : nullptr;
        if (!table) return;
        const CatalogAddress index{Catalog::kClass, cells.Oid()};
        Constraint constraint;
        constraint.name = cells.Text();
        constraint.kind = KindOf(cells.Letter());
        constraint.definition = cells.Text();
        constraint.attached_to = cells.TextOrEmpty();
        const std::string tablespace = cells.TextOrEmpty();
        if (reader.options().tablespaces) constraint.tablespace = tablespace;
        constraint.clustered = cells.Bool();
        if (cells.Bool()) {
          table->replica_identity = "USING INDEX " + QuoteIdentifier(constraint.name);
        }
        if (constraint.kind == ConstraintKind::kNotNull &&
            IsPlainNotNull(object->id, constraint, cells.Text())) {
          return;
        }
        const Element element{ElementKind::kConstraint, constraint.name};
        reader.Alias(address, object->id, element);
        const bool owns_index = constraint.kind == ConstraintKind::kPrimaryKey ||
                                constraint.kind == ConstraintKind::kUnique ||
                                constraint.kind == ConstraintKind::kExclusion;
        if (owns_index) reader.Alias(index, object->id, element);
        table->constraints.push_back(std::move(constraint));
      });
  for (auto& [id, object] : reader.schema().objects) {
    if (Table* table = std::get_if<Table>(&object.definition)) {
      std::sort(table->constraints.begin(), table->constraints.end());
    }
  }
}

}  // namespace pggit
