#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/catalog/column_types.h"
#include "core/catalog/inherited_columns.h"
#include "core/catalog/kinds.h"
#include "core/catalog/letters.h"
#include "core/catalog/node_tree.h"

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

// pg_attribute.attstattarget; the default is -1, null since 17.
std::string StatisticsTarget(Cells& cells) {
  std::string target = cells.TextOrEmpty();
  if (target.starts_with('-')) target.clear();
  return target;
}

// From attnum on.
void NoteIndexColumn(Reader& reader, Oid32 index, Cells& cells) {
  IndexColumn column;
  column.index = index;
  column.number = static_cast<int>(cells.Integer());
  for (int i = 0; i < 9; ++i) cells.Skip();
  column.statistics = StatisticsTarget(cells);
  column.has_options = !cells.Options().empty();
  reader.NoteIndexColumn(std::move(column));
}

/// Privileges on one column, as pg_attribute has them.
struct ColumnAcl {
  Object* object;
  Oid32 relation;
  std::string column;
  std::vector<std::string> acl;
};

void SetColumnPrivileges(Reader& reader, const std::vector<ColumnAcl>& acls) {
  if (acls.empty()) return;
  std::vector<Oid32> relations;
  for (const ColumnAcl& acl : acls) relations.push_back(acl.relation);
  std::map<Oid32, Oid32> owners;
  reader.ForEachIn(relations,
                   "SELECT oid, relowner FROM pg_catalog.pg_class WHERE oid = ANY ({list})",
                   [&](Cells& cells) {
                     const Oid32 relation = cells.Oid();
                     owners[relation] = cells.Oid();
                   });
  for (const ColumnAcl& acl : acls) {
    reader.SetPrivileges(*acl.object, {ElementKind::kColumn, acl.column}, 'c',
                         owners.at(acl.relation), acl.acl);
  }
}

// The columns of tables, and those of indexes that something is set on, as pg_attribute is long and
// read once.
CatalogScan ColumnScan(Reader& reader) {
  using Test = ScanAtom::Test;
  CatalogScan scan;
  scan.catalog = "pg_attribute";
  scan.columns = {"attrelid",    "attnum",        "attname",        "atttypid",
                  "atttypmod",   "attcollation",  "attnotnull",     "attgenerated",
                  "attidentity", "attstorage",    "attcompression", "attstattarget",
                  "attoptions",  "attfdwoptions", "attislocal",     "attacl"};
  const auto is_table = [&reader](Oid32 oid) {
    return reader.FindDefinition<Table>({Catalog::kClass, oid}) != nullptr;
  };
  scan.where = {{{"attnum", Test::kAtLeast, 1, "", {}}},
                {{"attisdropped", Test::kFalse, 0, "", {}}}};
  if (reader.focus()) return scan;
  scan.where.push_back(
      {{"attrelid", Test::kAmong, 0,
        "SELECT oid FROM pg_catalog.pg_class"
        " WHERE relkind IN ('r', 'p', 'f') AND oid >= 16384 AND relpersistence <> 't'",
        is_table},
       {"attstattarget", Test::kAtLeast, 0, "", {}},
       {"attoptions", Test::kNotNull, 0, "", {}}});
  return scan;
}

// The columns of versioned tables, each table's together and in their order.
std::vector<RawColumn> ReadRawColumns(Reader& reader) {
  std::vector<RawColumn> columns;
  std::vector<ColumnAcl> acls;
  const auto take = [&](Cells& cells) {
    RawColumn raw;
    raw.relation = cells.Oid();
    const bool same = !columns.empty() && columns.back().relation == raw.relation;
    raw.object = same ? columns.back().object : reader.FindObject({Catalog::kClass, raw.relation});
    if (!raw.object) return NoteIndexColumn(reader, raw.relation, cells);
    if (!std::holds_alternative<Table>(raw.object->definition)) return;
    raw.number = static_cast<int>(cells.Integer());
    Table& table = raw.table();
    raw.position = table.columns.size();
    if (table.columns.empty()) table.columns.reserve(8);
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
    column.statistics = StatisticsTarget(cells);
    column.options = cells.Options();
    column.fdw_options = cells.Options();
    const bool is_partition = !table.partition_bound.empty();
    column.inherited = !cells.Bool() && !is_partition;
    std::vector<std::string> acl = cells.Array();
    if (!acl.empty()) acls.push_back({raw.object, raw.relation, column.name, std::move(acl)});
    columns.push_back(raw);
  };
  if (reader.focus()) {
    reader.ForEach(ScanSql(ColumnScan(reader)) + " AND {relation attrelid}", take);
  } else {
    reader.ForEachOf(ColumnScan(reader), take);
  }
  SetColumnPrivileges(reader, acls);
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

const RawColumn* FindRaw(const std::vector<RawColumn>& columns, Oid32 relation, int number) {
  const auto place = [](const RawColumn& raw) { return std::pair(raw.relation, raw.number); };
  const auto at = std::ranges::lower_bound(columns, std::pair(relation, number), {}, place);
  const bool found = at != columns.end() && at->relation == relation && at->number == number;
  return found ? &*at : nullptr;
}

// Reads the defaults and generation expressions of all columns. A generated column keeps its
// expression with the column; the address of a default is a part of its own.
void ReadExpressions(Reader& reader, const std::vector<RawColumn>& columns) {
  std::vector<Oid32> unprinted;
  const auto add = [&](Cells& cells) {
    const CatalogAddress address{Catalog::kAttrDef, cells.Oid()};
    const Oid32 relation = cells.Oid();
    const RawColumn* raw = FindRaw(columns, relation, static_cast<int>(cells.Integer()));
    if (!raw) return;
    Column& column = raw->column();
    const bool generated = column.generated != Generated::kNever;
    reader.Alias(address, *raw->object,
                 {generated ? ElementKind::kColumn : ElementKind::kDefault, column.name});
    auto printed = WithColumnNames(cells.Expression(),
                                   [&](int number) { return reader.Column(relation, number); });
    if (printed && !printed->empty()) {
      column.expression = *std::move(printed);
    } else {
      unprinted.push_back(address.oid);
    }
  };
  constexpr char kFrom[] = " FROM pg_catalog.pg_attrdef d";
  // A default holds no columns; without its relation the server need not open that.
  constexpr char kRelation[] =
      "CASE WHEN pg_catalog.strpos(d.adbin::text, '{VAR ') > 0 THEN d.adrelid"
      " ELSE 0::pg_catalog.oid END";
  reader.ForEach("SELECT d.oid, d.adrelid, d.adnum, " + reader.ExpressionSql("d.adbin", kRelation) +
                     kFrom + " WHERE {relation d.adrelid}",
                 add);
  const std::vector<Oid32> left = std::exchange(unprinted, {});
  if (left.empty()) return;
  reader.ForEachIn(left,
                   std::string("SELECT d.oid, d.adrelid, d.adnum,"
                               " pg_catalog.pg_get_expr(d.adbin, d.adrelid)") +
                       kFrom + " WHERE d.oid = ANY ({list})",
                   add);
  if (!unprinted.empty()) throw InternalError("an expression cannot be printed");
}

// Whether a column that only comes from a parent or a type says anything of its own.
bool SaysSomething(const Column& column) {
  Column plain;
  plain.name = column.name;
  plain.inherited = column.inherited;
  return column != plain;
}

Identity IdentityOf(Reader& reader, const RawColumn& raw, const IdentitySequence& sequence) {
  const Element element{ElementKind::kSequence, sequence.name};
  reader.Alias({Catalog::kClass, sequence.oid}, *raw.object, element);
  if (sequence.has_acl) {
    reader.SetPrivileges(*raw.object, element, 's', sequence.owner, sequence.acl);
  }
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
bool Complete(Reader& reader, const ColumnTypes& types, const InheritedColumns& inherited,
              const RawColumn& raw) {
  Column& column = raw.column();
  const Table& table = raw.table();
  SetType(types, raw, column);
  if (raw.identity != '\0') {
    const IdentitySequence* sequence = reader.FindIdentity(raw.relation, raw.number);
    if (sequence) column.identity = IdentityOf(reader, raw, *sequence);
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
  ReadExpressions(reader, columns);
  const std::string none;
  const InheritedColumns inherited(reader, [&](Oid32 relation, int number) -> const std::string& {
    const RawColumn* raw = FindRaw(columns, relation, number);
    return raw ? raw->column().expression : none;
  });
  for (auto raw = columns.begin(); raw != columns.end();) {
    Table& table = raw->table();
    const Oid32 relation = raw->relation;
    std::vector<Column> in_order;
    in_order.reserve(table.columns.size());
    for (; raw != columns.end() && raw->relation == relation; ++raw) {
      if (Complete(reader, types, inherited, *raw)) {
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
