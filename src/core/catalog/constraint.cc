#include <algorithm>
#include <map>
#include <optional>

#include "core/base/identifier.h"
#include "core/catalog/key_printer.h"
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

// Prints the constraint out of the cells from conbin's text on, ending where they do; without a
// value the server has to.
std::optional<std::string> Print(Reader& reader, ConstraintKind kind, Oid32 relation,
                                 Cells& cells) {
  const std::string expression = cells.TextOrEmpty();
  RawEnding ending;
  ending.no_inherit = cells.Bool() && kind == ConstraintKind::kCheck;
  ending.deferrable = cells.Bool();
  ending.deferred = cells.Bool();
  ending.validated = cells.Bool();
  const bool unusual = cells.Bool();
  RawKey key;
  key.primary = kind == ConstraintKind::kPrimaryKey;
  key.columns = cells.IntegerVector();
  key.key_columns = static_cast<std::size_t>(cells.IsNull() ? (cells.Skip(), 0) : cells.Integer());
  key.nulls_not_distinct = cells.Bool();
  key.storage_options = cells.Array();
  RawForeignKey foreign;
  foreign.columns = cells.IntegerVector();
  const Oid32 referenced = cells.Oid();
  foreign.referenced = cells.TextOrEmpty();
  foreign.referenced_columns = cells.IntegerVector();
  foreign.match = cells.Letter();
  foreign.on_update = cells.Letter();
  foreign.on_delete = cells.Letter();
  foreign.set_columns = cells.IntegerVector();
  if (unusual) return std::nullopt;

  const auto find_column = [&](int number) { return reader.Column(relation, number); };
  const auto find_referenced = [&](int number) { return reader.Column(referenced, number); };
  std::optional<std::string> text;
  switch (kind) {
    case ConstraintKind::kCheck: text = "CHECK (" + expression + ')'; break;
    case ConstraintKind::kPrimaryKey:
    case ConstraintKind::kUnique: text = PrintKey(key, find_column); break;
    case ConstraintKind::kForeignKey:
      text = PrintForeignKey(foreign, find_column, find_referenced);
      break;
    case ConstraintKind::kExclusion:
    case ConstraintKind::kNotNull: break;
  }
  if (text) *text += PrintEnding(ending);
  return text;
}

// A constraint whose definition the server has to print, and where it belongs.
struct Unprinted {
  Table* table;
  std::string name;
};

void AskServer(Reader& reader, const std::map<Oid32, Unprinted>& unprinted) {
  if (unprinted.empty()) return;
  std::string oids;
  for (const auto& [oid, constraint] : unprinted) {
    oids += (oids.empty() ? "" : ",") + std::to_string(oid);
  }
  reader.ForEach(
      "SELECT c, pg_catalog.pg_get_constraintdef(c) FROM pg_catalog.unnest('{" + oids +
          "}'::pg_catalog.oid[]) AS c",
      [&](Cells& cells) {
        const Unprinted& place = unprinted.at(cells.Oid());
        std::ranges::find(place.table->constraints, place.name, &Constraint::name)->definition =
            cells.Text();
      });
}

// A not-null constraint that says no more than its column's NOT NULL is that, and no constraint.
void FoldNotNulls(const ObjectId& id, Table& table) {
  std::erase_if(table.constraints, [&](const Constraint& constraint) {
    if (constraint.kind != ConstraintKind::kNotNull) return false;
    const auto column = std::ranges::find_if(table.columns, [&](const Column& candidate) {
      return IsPlainNotNull(id, constraint, candidate.name);
    });
    return column != table.columns.end();
  });
}

}  // namespace

void ReadConstraints(Reader& reader) {
  std::map<Oid32, Unprinted> unprinted;
  const std::string nulls_not_distinct =
      reader.Since(15) ? "COALESCE(ix.indnullsnotdistinct, false)" : "false";
  const std::string set_columns = reader.Since(15) ? "con.confdelsetcols" : "NULL";
  const std::string unusual = reader.Since(18) ? "con.conperiod OR NOT con.conenforced" : "false";
  // A check constraint that only comes from a parent is the parent's, except on a partition, which
  // is made whole before it is attached. A foreign key or trigger that a parent's made is the
  // parent's.
  reader.ForEach(
      "SELECT con.oid, con.conrelid, con.conindid, con.conname, con.contype,"
      " CASE WHEN con.contype = 'c' THEN pg_catalog.pg_get_expr(con.conbin, con.conrelid) END,"
      " con.connoinherit, con.condeferrable, con.condeferred, con.convalidated, " +
          unusual + ", ix.indkey, ix.indnkeyatts, " + nulls_not_distinct +
          ", ic.reloptions, con.conkey, con.confrelid,"
          " CASE WHEN rc.oid IS NOT NULL THEN pg_catalog.quote_ident(rn.nspname) || '.'"
          "  || pg_catalog.quote_ident(rc.relname) END,"
          " con.confkey, con.confmatchtype, con.confupdtype, con.confdeltype, " +
          set_columns +
          ", CASE WHEN pic.oid IS NOT NULL THEN pg_catalog.quote_ident(pn.nspname) || '.'"
          "  || pg_catalog.quote_ident(pic.relname) END,"
          " ts.spcname, COALESCE(ix.indisclustered, false), COALESCE(ix.indisreplident, false)"
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
          " LEFT JOIN pg_catalog.pg_class rc ON rc.oid = con.confrelid"
          " LEFT JOIN pg_catalog.pg_namespace rn ON rn.oid = rc.relnamespace"
          " WHERE con.contype IN ('p', 'u', 'x')"
          "  OR (con.contype = 'f' AND con.conparentid = 0)"
          "  OR (con.contype IN ('c', 'n') AND (con.conislocal OR c.relispartition))",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kConstraint, cells.Oid()};
        const Oid32 relation = cells.Oid();
        Object* object = reader.FindObject({Catalog::kClass, relation});
        Table* table = object ? std::get_if<Table>(&object->definition) : nullptr;
        if (!table) return;
        const CatalogAddress index{Catalog::kClass, cells.Oid()};
        Constraint constraint;
        constraint.name = cells.Text();
        constraint.kind = KindOf(cells.Letter());
        if (auto printed = Print(reader, constraint.kind, relation, cells)) {
          constraint.definition = *std::move(printed);
        } else {
          unprinted[address.oid] = {table, constraint.name};
        }
        constraint.attached_to = cells.TextOrEmpty();
        const std::string tablespace = cells.TextOrEmpty();
        if (reader.options().tablespaces) constraint.tablespace = tablespace;
        constraint.clustered = cells.Bool();
        if (cells.Bool()) {
          table->replica_identity = "USING INDEX " + QuoteIdentifier(constraint.name);
        }
        const Element element{ElementKind::kConstraint, constraint.name};
        reader.Alias(address, object->id, element);
        const bool owns_index = constraint.kind == ConstraintKind::kPrimaryKey ||
                                constraint.kind == ConstraintKind::kUnique ||
                                constraint.kind == ConstraintKind::kExclusion;
        if (owns_index) reader.Alias(index, object->id, element);
        table->constraints.push_back(std::move(constraint));
      });
  AskServer(reader, unprinted);
  for (auto& [id, object] : reader.schema().objects) {
    if (Table* table = std::get_if<Table>(&object.definition)) {
      FoldNotNulls(id, *table);
      std::sort(table->constraints.begin(), table->constraints.end());
    }
  }
}

}  // namespace pggit
