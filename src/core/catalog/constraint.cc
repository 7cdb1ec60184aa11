#include <algorithm>
#include <map>
#include <optional>

#include "core/base/identifier.h"
#include "core/catalog/key_printer.h"
#include "core/catalog/kinds.h"
#include "core/catalog/node_tree.h"

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

/// A row of pg_constraint, and the index it owns.
struct RawConstraint {
  ConstraintKind kind = ConstraintKind::kCheck;
  Oid32 relation = 0;
  const IndexRow* index = nullptr;  ///< Null for kinds that own none.
  std::string expression;           ///< Of a check; may be left to the server.
  RawEnding ending;
  bool unusual = false;
  Oid32 referenced = 0;
  RawForeignKey foreign;  ///< Without the name of the table.
};

// From conbin's text on, the rest of the cells.
RawConstraint TakeRawConstraint(Cells& cells, ConstraintKind kind, Oid32 relation,
                                const IndexRow* index) {
  RawConstraint raw;
  raw.kind = kind;
  raw.relation = relation;
  raw.index = index;
  raw.expression = cells.TextOrEmpty();
  raw.ending.no_inherit = cells.Bool() && kind == ConstraintKind::kCheck;
  raw.ending.deferrable = cells.Bool();
  raw.ending.deferred = cells.Bool();
  raw.ending.validated = cells.Bool();
  raw.unusual = cells.Bool();
  raw.foreign.columns = cells.IntegerVector();
  raw.referenced = cells.Oid();
  raw.foreign.referenced_columns = cells.IntegerVector();
  raw.foreign.match = cells.Letter();
  raw.foreign.on_update = cells.Letter();
  raw.foreign.on_delete = cells.Letter();
  raw.foreign.set_columns = cells.IntegerVector();
  return raw;
}

std::optional<std::string> PrintReference(Reader& reader, RawForeignKey& key, Oid32 referenced,
                                          const FindColumn& find_column) {
  const Object* table = reader.FindObject({Catalog::kClass, referenced});
  // Tables of extensions and the system's own are not known by name.
  if (!table || table->id.kind == Kind::kExtension) return std::nullopt;
  key.referenced = QuoteQualified(table->id.schema, table->id.name);
  return PrintForeignKey(key, find_column,
                         [&](int number) { return reader.Column(referenced, number); });
}

// Without a value the server has to print it.
std::optional<std::string> Print(Reader& reader, RawConstraint& raw) {
  if (raw.unusual) return std::nullopt;
  const auto find_column = [&](int number) { return reader.Column(raw.relation, number); };
  std::optional<std::string> text;
  switch (raw.kind) {
    case ConstraintKind::kCheck:
      if (raw.expression.empty()) return std::nullopt;
      text = WithColumnNames(raw.expression, find_column);
      if (text) text = "CHECK (" + *text + ')';
      break;
    case ConstraintKind::kPrimaryKey:
    case ConstraintKind::kUnique: {
      if (!raw.index) return std::nullopt;
      const RawIndex& index = raw.index->raw;
      text = PrintKey({raw.kind == ConstraintKind::kPrimaryKey, index.columns, index.key_columns,
                       index.nulls_not_distinct, index.storage_options},
                      find_column);
      break;
    }
    case ConstraintKind::kForeignKey:
      text = PrintReference(reader, raw.foreign, raw.referenced, find_column);
      break;
    case ConstraintKind::kExclusion:
    case ConstraintKind::kNotNull: break;
  }
  if (text) *text += PrintEnding(raw.ending);
  return text;
}

// A constraint whose definition the server has to print, and where it belongs.
struct Unprinted {
  Table* table;
  std::string name;
};

void AskServer(Reader& reader, const std::map<Oid32, Unprinted>& unprinted) {
  if (unprinted.empty()) return;
  std::vector<Oid32> oids;
  for (const auto& [oid, constraint] : unprinted) oids.push_back(oid);
  reader.ForEachIn(
      oids, "SELECT c, pg_catalog.pg_get_constraintdef(c) FROM pg_catalog.unnest({list}) AS c",
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

void ReadConstraints(Reader& reader, const IndexRows& indexes) {
  std::map<Oid32, Unprinted> unprinted;
  const std::string set_columns = reader.Since(15) ? "con.confdelsetcols" : "NULL";
  const std::string unusual = reader.Since(18) ? "con.conperiod OR NOT con.conenforced" : "false";
  // A foreign key that a parent's made is the parent's; conbin is null but for checks.
  reader.ForEach(
      "SELECT con.oid, con.conrelid, con.conindid, con.conname, con.contype, con.conislocal, " +
          reader.ExpressionSql("con.conbin", "con.conrelid") +
          ", con.connoinherit, con.condeferrable, con.condeferred, con.convalidated, " + unusual +
          ", con.conkey, con.confrelid, con.confkey, con.confmatchtype, con.confupdtype,"
          " con.confdeltype, " +
          set_columns +
          " FROM pg_catalog.pg_constraint con"
          " WHERE con.conrelid <> 0 AND {relation con.conrelid} AND (con.contype IN ('p', 'u', "
          "'x', 'c', 'n')"
          "  OR (con.contype = 'f' AND con.conparentid = 0))",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kConstraint, cells.Oid()};
        const Oid32 relation = cells.Oid();
        Object* object = reader.FindObject({Catalog::kClass, relation});
        Table* table = object ? std::get_if<Table>(&object->definition) : nullptr;
        if (!table) return;
        const Oid32 index_oid = cells.Oid();
        Constraint constraint;
        constraint.name = cells.Text();
        constraint.kind = KindOf(cells.Letter());
        const bool is_local = cells.Bool();
        // A check that only comes from a parent is the parent's, except on a partition, which is
        // made whole before it is attached.
        const bool is_check = constraint.kind == ConstraintKind::kCheck ||
                              constraint.kind == ConstraintKind::kNotNull;
        if (is_check && !is_local && table->partition_bound.empty()) return;
        const bool owns_index = !is_check && constraint.kind != ConstraintKind::kForeignKey;
        const IndexRow* index = owns_index ? indexes.Find(index_oid) : nullptr;
        RawConstraint raw = TakeRawConstraint(cells, constraint.kind, relation, index);
        if (auto printed = Print(reader, raw)) {
          constraint.definition = *std::move(printed);
        } else {
          unprinted[address.oid] = {table, constraint.name};
        }
        if (index) {
          constraint.attached_to = index->attached_to;
          if (reader.options().tablespaces) constraint.tablespace = index->tablespace;
          constraint.clustered = index->clustered;
          if (index->replica_identity) {
            table->replica_identity = "USING INDEX " + QuoteIdentifier(constraint.name);
          }
        }
        const Element element{ElementKind::kConstraint, constraint.name};
        reader.Alias(address, *object, element);
        if (owns_index) reader.Alias({Catalog::kClass, index_oid}, *object, element);
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
