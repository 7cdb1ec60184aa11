#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/catalog/column_types.h"
#include "core/catalog/inherited_columns.h"
#include "core/catalog/kinds.h"
#include "core/catalog/letters.h"
#include "core/catalog/node_tree.h"
#include "core/catalog/oid_array.h"

namespace pggit {
namespace {

/// What a row of pg_attribute says that needs other catalogs to be understood. The rest is in the
/// column itself, which waits in its table, all in the order of the rows.
struct RawColumn {
  Object* object = nullptr;
  Oid32 relation = 0;
  int number = 0;
  std::size_t position = 0;  ///< Among the waiting columns of the table.
  Oid32 type = 0;
  int modifier = -1;
  Oid32 collation = 0;
  char storage = 'p';
  char identity = '\0';

  Table& table() const { return std::get<Table>(object->definition); }
  Column& column() const { return table().columns[position]; }
};

Generated GeneratedFrom(char letter) {
  if (letter == '\0') return Generated::kNever;
  return letter == 'v' ? Generated::kVirtual : Generated::kStored;
}

// From attnum on.
void NoteIndexColumn(Reader& reader, Oid32 index, Cells& cells) {
  IndexColumn column;
  column.index = index;
  column.number = static_cast<int>(cells.Integer());
  for (int i = 0; i < 9; ++i) cells.Skip();
  column.statistics = cells.TextOrEmpty();
  column.has_options = !cells.Options().empty();
  reader.NoteIndexColumn(std::move(column));
}

// The columns of versioned tables, each table's together and in their order. Those of indexes that
// something is set on come along, as pg_attribute is long and read once.
std::vector<RawColumn> ReadRawColumns(Reader& reader) {
  std::vector<RawColumn> columns;
  reader.ForEach(
      "SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, a.attcollation,"
      " a.attnotnull, a.attgenerated, a.attidentity, a.attstorage, a.attcompression,"
      " CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END, a.attoptions, a.attfdwoptions,"
      " a.attislocal, c.relowner, a.attacl"
      " FROM pg_catalog.pg_attribute a"
      " JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.oid >= 16384"
      "  AND c.relkind IN ('r', 'p', 'f', 'i', 'I') AND c.relpersistence <> 't'"
      " WHERE a.attnum > 0 AND NOT a.attisdropped AND (c.relkind IN ('r', 'p', 'f')"
      "  OR a.attstattarget >= 0 OR a.attoptions IS NOT NULL)",
      [&](Cells& cells) {
        RawColumn raw;
        raw.relation = cells.Oid();
        const bool same = !columns.empty() && columns.back().relation == raw.relation;
        raw.object =
            same ? columns.back().object : reader.FindObject({Catalog::kClass, raw.relation});
        if (!raw.object) return NoteIndexColumn(reader, raw.relation, cells);
        if (!std::holds_alternative<Table>(raw.object->definition)) return;
        raw.number = static_cast<int>(cells.Integer());
        Table& table = raw.table();
        raw.position = table.columns.size();
        Column& column = table.columns.emplace_back();
        column.name = cells.Text();
        raw.type = cells.Oid();
        raw.modifier = static_cast<int>(cells.Integer());
        raw.collation = cells.Oid();
        column.not_null = cells.Bool();
        column.generated = GeneratedFrom(cells.Letter());
        raw.identity = cells.Letter();
        raw.storage = cells.Letter();
        column.compression = CompressionName(cells.Letter());
        column.statistics = cells.TextOrEmpty();
        column.options = cells.Options();
        column.fdw_options = cells.Options();
        const bool is_partition = !table.partition_bound.empty();
        column.inherited = !cells.Bool() && !is_partition;
        const Oid32 owner = cells.Oid();
        const std::vector<std::string> acl = cells.Array();
        if (!acl.empty()) {
          reader.SetPrivileges(*raw.object, {ElementKind::kColumn, column.name}, 'c', owner, acl);
        }
        columns.push_back(raw);
      });
  const auto place = [](const RawColumn& raw) { return std::tie(raw.relation, raw.number); };
  if (!std::ranges::is_sorted(columns, {}, place)) std::ranges::sort(columns, {}, place);
  return columns;
}

// Fills in what the type and the collation of the column say.
void SetType(const ColumnTypes& types, const RawColumn& raw, Column& column) {
  const ColumnTypes::Type& type = types.Of(raw.type, raw.modifier);
  column.type = type.name;
  if (raw.collation != type.collation) column.collation = types.Collation(raw.collation);
  if (raw.storage != type.storage) column.storage = StorageName(raw.storage);
}

void NoteColumns(Reader& reader, const ColumnTypes& types, const std::vector<RawColumn>& columns) {
  for (const RawColumn& raw : columns) {
    reader.NoteColumn(
        raw.relation, raw.number,
        {raw.column().name, raw.type, types.Of(raw.type, raw.modifier).type_class, raw.collation});
  }
}

// A default holds no columns; without its relation the server need not open that.
std::string RelationOfExpression(const std::vector<RawColumn>& columns) {
  std::vector<Oid32> generated;
  for (const RawColumn& raw : columns) {
    if (raw.column().generated != Generated::kNever) generated.push_back(raw.relation);
  }
  return "CASE WHEN d.adrelid = ANY (" + OidArray(generated) +
         ") THEN d.adrelid ELSE 0::pg_catalog.oid END";
}

// Reads the defaults and generation expressions of all columns. A generated column keeps its
// expression with the column; the address of a default is a part of its own.
ColumnExpressions ReadExpressions(Reader& reader, const std::vector<RawColumn>& columns) {
  ColumnExpressions expressions;
  std::vector<Oid32> unprinted;
  const auto add = [&](Cells& cells) {
    const CatalogAddress address{Catalog::kAttrDef, cells.Oid()};
    const Oid32 relation = cells.Oid();
    const int number = static_cast<int>(cells.Integer());
    const auto at = std::ranges::lower_bound(
        columns, std::pair(relation, number), {},
        [](const RawColumn& raw) { return std::pair(raw.relation, raw.number); });
    if (at == columns.end() || at->relation != relation || at->number != number) return;
    const bool generated = at->column().generated != Generated::kNever;
    reader.Alias(address, *at->object,
                 {generated ? ElementKind::kColumn : ElementKind::kDefault, at->column().name});
    const auto printed = WithColumnNames(
        cells.Expression(), [&](int column) { return reader.Column(relation, column); });
    if (printed && !printed->empty()) {
      expressions[{relation, number}] = *printed;
    } else {
      unprinted.push_back(address.oid);
    }
  };
  constexpr char kFrom[] = " FROM pg_catalog.pg_attrdef d";
  reader.ForEach("SELECT d.oid, d.adrelid, d.adnum, " +
                     reader.ExpressionSql("d.adbin", RelationOfExpression(columns)) + kFrom,
                 add);
  const std::vector<Oid32> left = std::exchange(unprinted, {});
  if (left.empty()) return expressions;
  reader.ForEach(std::string("SELECT d.oid, d.adrelid, d.adnum,"
                             " pg_catalog.pg_get_expr(d.adbin, d.adrelid)") +
                     kFrom + " WHERE d.oid = ANY (" + OidArray(left) + ')',
                 add);
  if (!unprinted.empty()) throw InternalError("an expression cannot be printed");
  return expressions;
}

// Whether a column that only comes from a parent or a type says anything of its own.
bool SaysSomething(const Column& column) {
  Column plain;
  plain.name = column.name;
  plain.inherited = column.inherited;
  return column != plain;
}

Identity IdentityOf(Reader& reader, const RawColumn& raw, const IdentitySequence& sequence) {
  reader.Alias({Catalog::kClass, sequence.oid}, *raw.object, {});
  Identity identity;
  identity.always = raw.identity == 'a';
  identity.sequence = sequence.name;
  identity.options = sequence.options;
  identity.options.type = raw.column().type;
  // Before 15 there is no unlogged sequence, not even behind an unlogged table.
  const bool unlogged_table = raw.table().persistence == "UNLOGGED";
  if (reader.Since(15) && sequence.unlogged != unlogged_table) {
    identity.persistence = sequence.unlogged ? "UNLOGGED" : "LOGGED";
  }
  return identity;
}

// Whether the column says anything in its table's definition, once all is known of it.
bool Complete(Reader& reader, const ColumnTypes& types, const ColumnExpressions& expressions,
              const InheritedColumns& inherited, const RawColumn& raw) {
  Column& column = raw.column();
  const Table& table = raw.table();
  SetType(types, raw, column);
  if (const auto found = expressions.find({raw.relation, raw.number}); found != expressions.end()) {
    column.expression = found->second;
  }
  if (const IdentitySequence* sequence = reader.FindIdentity(raw.relation, raw.number)) {
    column.identity = IdentityOf(reader, raw, *sequence);
  }
  if (!table.inherits_later) inherited.LeaveOut(raw.relation, column);
  if (!column.inherited && table.of_type.empty()) return true;
  column.type.clear();
  column.collation.clear();
  if (column.inherited && column.generated != Generated::kNever) {
    column.generated = Generated::kNever;
    column.expression.clear();
  }
  return SaysSomething(column);
}

}  // namespace

void ReadColumns(Reader& reader) {
  const std::vector<RawColumn> columns = ReadRawColumns(reader);
  ColumnTypes types;
  for (const RawColumn& raw : columns) types.Want(raw.type, raw.modifier, raw.collation);
  types.Read(reader);
  NoteColumns(reader, types, columns);
  const ColumnExpressions expressions = ReadExpressions(reader, columns);
  const InheritedColumns inherited(reader, expressions);
  for (auto raw = columns.begin(); raw != columns.end();) {
    Table& table = raw->table();
    const Oid32 relation = raw->relation;
    std::vector<Column> in_order;
    in_order.reserve(table.columns.size());
    for (; raw != columns.end() && raw->relation == relation; ++raw) {
      if (Complete(reader, types, expressions, inherited, *raw)) {
        in_order.push_back(std::move(raw->column()));
      }
    }
    // Columns of its own first, as they are written.
    std::stable_partition(in_order.begin(), in_order.end(),
                          [](const Column& column) { return !column.inherited; });
    table.columns = std::move(in_order);
  }
}

}  // namespace pggit
