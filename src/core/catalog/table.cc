#include <algorithm>
#include <map>
#include <utility>

#include "core/base/identifier.h"
#include "core/catalog/kinds.h"
#include "core/catalog/letters.h"

namespace pggit {
namespace {

// pg_class.relpersistence: permanent relations say nothing.
std::string Persistence(char letter) {
  return letter == 'u' ? "UNLOGGED" : "";
}

void ReadRelations(Reader& reader) {
  reader.ForEach(
      "SELECT c.oid, n.nspname, c.relname, c.relkind = 'f', c.reltype, c.relowner,"
      " c.relacl IS NOT NULL, c.relacl, c.relpersistence, c.reloptions, toast.reloptions,"
      " CASE WHEN am.amname <> 'heap' THEN am.amname END, ts.spcname, c.relreplident,"
      " c.relrowsecurity, c.relforcerowsecurity, pg_catalog.pg_get_expr(c.relpartbound, c.oid),"
      " CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END,"
      " CASE WHEN c.reloftype <> 0 THEN pg_catalog.format_type(c.reloftype, NULL) END,"
      " srv.srvname, ft.ftoptions"
      " FROM pg_catalog.pg_class c"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " LEFT JOIN pg_catalog.pg_class toast ON toast.oid = c.reltoastrelid"
      " LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam"
      " LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace"
      " LEFT JOIN pg_catalog.pg_foreign_table ft ON ft.ftrelid = c.oid"
      " LEFT JOIN pg_catalog.pg_foreign_server srv ON srv.oid = ft.ftserver"
      " WHERE c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't' AND {user_schema}",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kClass, cells.Oid()};
        ObjectId id{Kind::kTable, cells.Text(), cells.Text(), ""};
        if (cells.Bool()) id.kind = Kind::kForeignTable;
        if (reader.IsMember(address)) return;
        Object& object = reader.Add(address, id, Table{});
        reader.Alias({Catalog::kType, cells.Oid()}, id, {});
        const Oid32 owner = cells.Oid();
        const bool has_acl = cells.Bool();
        reader.SetOwnerAndPrivileges(object, 'r', owner, has_acl, cells.Array());

        Table& table = std::get<Table>(object.definition);
        table.persistence = Persistence(cells.Letter());
        table.options = cells.Options();
        for (Option& option : cells.Options()) {
          table.options.push_back({"toast." + option.name, std::move(option.value)});
        }
        table.access_method = cells.TextOrEmpty();
        const std::string tablespace = cells.TextOrEmpty();
        if (reader.options().tablespaces) table.tablespace = tablespace;
        const std::string replica_identity = ReplicaIdentity(cells.Letter());
        // A foreign table cannot be told one; the catalog says NOTHING of all of them.
        if (id.kind == Kind::kTable) table.replica_identity = replica_identity;
        table.row_security = cells.Bool();
        table.force_row_security = cells.Bool();
        table.partition_bound = cells.TextOrEmpty();
        table.partition_by = cells.TextOrEmpty();
        table.of_type = cells.TextOrEmpty();
        table.server = cells.TextOrEmpty();
        table.fdw_options = cells.Options();
      });
}

void ReadParents(Reader& reader) {
  reader.ForEach(
      "SELECT i.inhrelid, n.nspname, p.relname"
      " FROM pg_catalog.pg_inherits i"
      " JOIN pg_catalog.pg_class p ON p.oid = i.inhparent AND p.relkind IN ('r', 'p', 'f')"
      " JOIN pg_catalog.pg_namespace n ON n.oid = p.relnamespace"
      " ORDER BY i.inhrelid, i.inhseqno",
      [&](Cells& cells) {
        Table* table = reader.FindDefinition<Table>({Catalog::kClass, cells.Oid()});
        if (!table) return;
        const std::string schema = cells.Text();
        const std::string parent = QuoteQualified(schema, cells.Text());
        if (table->partition_bound.empty()) {
          table->inherits.push_back(parent);
        } else {
          table->partition_of = parent;
        }
      });
}

// Children whose columns are all their own and stand in another order than INHERITS would give
// them.
void ReadLateChildren(Reader& reader) {
  reader.ForEach(
      "SELECT a.attrelid FROM pg_catalog.pg_attribute a"
      " JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND NOT c.relispartition"
      "  AND c.relkind IN ('r', 'f') AND EXISTS"
      "   (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid)"
      " LEFT JOIN (SELECT i.inhrelid, p.attname,"
      "   pg_catalog.min(ARRAY[i.inhseqno, p.attnum]) AS at"
      "  FROM pg_catalog.pg_inherits i"
      "  JOIN pg_catalog.pg_attribute p ON p.attrelid = i.inhparent AND p.attnum > 0"
      "   AND NOT p.attisdropped"
      "  GROUP BY i.inhrelid, p.attname) made"
      "  ON made.inhrelid = a.attrelid AND made.attname = a.attname"
      " WHERE a.attnum > 0 AND NOT a.attisdropped AND NOT EXISTS"
      "  (SELECT FROM pg_catalog.pg_constraint k"
      "   WHERE k.conrelid = a.attrelid AND k.contype IN ('c', 'n') AND NOT k.conislocal)"
      " GROUP BY a.attrelid"
      " HAVING pg_catalog.bool_and(a.attislocal)"
      "  AND pg_catalog.array_agg(a.attnum ORDER BY a.attnum)"
      "   <> pg_catalog.array_agg(a.attnum ORDER BY made.at NULLS LAST, a.attnum)",
      [&](Cells& cells) {
        Table* table = reader.FindDefinition<Table>({Catalog::kClass, cells.Oid()});
        if (table) table->inherits_later = true;
      });
}

using ColumnKey = std::pair<Oid32, int>;

// Whether a column that only comes from a parent says anything of its own.
bool SaysSomething(const Column& column) {
  Column plain;
  plain.name = column.name;
  plain.inherited = column.inherited;
  return column != plain;
}

// Reads the defaults and generation expressions of all columns. A generated column keeps its
// expression with the column; the address of a default is a part of its own.
std::map<ColumnKey, std::string> ReadExpressions(Reader& reader) {
  std::map<ColumnKey, std::string> expressions;
  reader.ForEach(
      "SELECT d.oid, d.adrelid, d.adnum, a.attname, a.attgenerated <> '',"
      // A default holds no columns; without the relation the server need not open it.
      " pg_catalog.pg_get_expr(d.adbin,"
      "  CASE WHEN a.attgenerated <> '' THEN d.adrelid ELSE 0 END)"
      " FROM pg_catalog.pg_attrdef d"
      " JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kAttrDef, cells.Oid()};
        const Oid32 relation = cells.Oid();
        const int number = static_cast<int>(cells.Integer());
        const Located* located = reader.Find({Catalog::kClass, relation});
        if (!located) return;
        std::string name = cells.Text();
        const bool generated = cells.Bool();
        reader.Alias(address, located->object,
                     {generated ? ElementKind::kColumn : ElementKind::kDefault, std::move(name)});
        expressions[{relation, number}] = cells.Expression();
      });
  return expressions;
}

// What the parents of an inheritance child say of a column: its default, and whether it is not
// null.
struct InheritedColumn {
  bool not_null = false;
  bool own_not_null = false;  // The child says so itself too; known since 18.
  std::string expression;
};

// Takes from a child's column what it gets from its parents anyway, and gives up what it does not
// have of theirs.
void LeaveOutInherited(const InheritedColumn& parent, Column& column) {
  if (parent.not_null && !parent.own_not_null) column.not_null = false;
  const bool same = parent.expression == column.expression;
  if (column.generated != Generated::kNever) {
    if (!same) return;
    column.generated = Generated::kNever;
    column.expression.clear();
  } else if (same && column.inherited) {
    column.expression.clear();
  } else if (!same && column.expression.empty()) {
    column.expression = "NULL";
  }
}

using InheritedColumns = std::map<std::pair<Oid32, std::string>, InheritedColumn>;

InheritedColumns ReadInheritedColumns(Reader& reader,
                                      const std::map<ColumnKey, std::string>& expressions) {
  InheritedColumns inherited;
  reader.ForEach(
      "SELECT i.inhrelid, a.attname, a.attnotnull, a.attrelid, a.attnum"
      " FROM pg_catalog.pg_inherits i"
      " JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid AND NOT c.relispartition"
      " JOIN pg_catalog.pg_attribute a ON a.attrelid = i.inhparent AND a.attnum > 0"
      "  AND NOT a.attisdropped"
      " WHERE c.relkind IN ('r', 'f') ORDER BY i.inhrelid, i.inhseqno DESC",
      [&](Cells& cells) {
        const Oid32 child = cells.Oid();
        InheritedColumn& column = inherited[{child, cells.Text()}];
        column.not_null = cells.Bool() || column.not_null;
        const Oid32 parent = cells.Oid();
        const auto found = expressions.find({parent, static_cast<int>(cells.Integer())});
        if (found != expressions.end()) column.expression = found->second;
      });
  if (!reader.Since(18)) return inherited;
  reader.ForEach(
      "SELECT k.conrelid, a.attname FROM pg_catalog.pg_constraint k"
      " JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]"
      " WHERE k.contype = 'n' AND k.conislocal AND k.coninhcount > 0",
      [&](Cells& cells) {
        const Oid32 child = cells.Oid();
        const auto found = inherited.find({child, cells.Text()});
        if (found != inherited.end()) found->second.own_not_null = true;
      });
  return inherited;
}

std::map<ColumnKey, Identity> ReadIdentities(Reader& reader) {
  std::map<ColumnKey, Identity> identities;
  reader.ForEach(
      "SELECT d.refobjid, d.refobjsubid, a.attidentity = 'a', c.relname, c.oid,"
      " pg_catalog.format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax,"
      " s.seqcache, s.seqcycle,"
      " CASE WHEN t.relpersistence <> c.relpersistence THEN c.relpersistence = 'u' END"
      " FROM pg_catalog.pg_sequence s"
      " JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid"
      " JOIN pg_catalog.pg_depend d ON d.classid = 1259 AND d.objid = c.oid AND d.objsubid = 0"
      "  AND d.refclassid = 1259 AND d.deptype = 'i'"
      " JOIN pg_catalog.pg_class t ON t.oid = d.refobjid"
      " JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid",
      [&](Cells& cells) {
        const Oid32 relation = cells.Oid();
        Identity& identity = identities[{relation, static_cast<int>(cells.Integer())}];
        identity.always = cells.Bool();
        identity.sequence = cells.Text();
        const CatalogAddress address{Catalog::kClass, cells.Oid()};
        if (const Located* table = reader.Find({Catalog::kClass, relation})) {
          reader.Alias(address, ObjectId(table->object), {});
        }
        identity.options.type = cells.Text();
        identity.options.start = cells.Integer();
        identity.options.increment = cells.Integer();
        identity.options.min_value = cells.Integer();
        identity.options.max_value = cells.Integer();
        identity.options.cache = cells.Integer();
        identity.options.cycle = cells.Bool();
        // Before 15 there is no unlogged sequence, not even behind an unlogged table.
        if (reader.Since(15) && !cells.IsNull()) {
          identity.persistence = cells.Bool() ? "UNLOGGED" : "LOGGED";
        }
      });
  return identities;
}

void ReadColumns(Reader& reader) {
  const std::map<ColumnKey, std::string> expressions = ReadExpressions(reader);
  const InheritedColumns inherited = ReadInheritedColumns(reader, expressions);
  const std::map<ColumnKey, Identity> identities = ReadIdentities(reader);
  reader.ForEach(
      "SELECT a.attrelid, a.attnum, c.relowner, a.attname,"
      " pg_catalog.format_type(a.atttypid, a.atttypmod),"
      " CASE WHEN a.attcollation <> t.typcollation THEN pg_catalog.quote_ident(cn.nspname) || '.'"
      "  || pg_catalog.quote_ident(co.collname) END,"
      " a.attnotnull, a.attgenerated,"
      " CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END, a.attcompression,"
      " CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END, a.attoptions, a.attfdwoptions,"
      " NOT a.attislocal AND NOT c.relispartition, a.attacl,"
      " a.atttypid, a.attcollation, t.typtype = 'e', t.typelem <> 0 AND t.typlen = -1"
      " FROM pg_catalog.pg_attribute a"
      " JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'f')"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND {user_schema}"
      " JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
      " LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation"
      "  AND a.attcollation <> t.typcollation"
      " LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace"
      " WHERE a.attnum > 0 AND NOT a.attisdropped"
      " ORDER BY a.attrelid, a.attnum",
      [&](Cells& cells) {
        const Oid32 relation = cells.Oid();
        Object* object = reader.FindObject({Catalog::kClass, relation});
        Table* table = object ? std::get_if<Table>(&object->definition) : nullptr;
        if (!table) return;
        const int number = static_cast<int>(cells.Integer());
        const Oid32 owner = cells.Oid();
        Column column;
        column.name = cells.Text();
        column.type = cells.Text();
        column.collation = cells.TextOrEmpty();
        column.not_null = cells.Bool();
        const char generated = cells.Letter();
        if (generated != '\0') {
          column.generated = generated == 'v' ? Generated::kVirtual : Generated::kStored;
        }
        if (!cells.IsNull()) {
          column.storage = StorageName(cells.Letter());
        } else {
          cells.Skip();
        }
        column.compression = CompressionName(cells.Letter());
        column.statistics = cells.TextOrEmpty();
        column.options = cells.Options();
        column.fdw_options = cells.Options();
        column.inherited = cells.Bool();
        if (const auto found = expressions.find({relation, number}); found != expressions.end()) {
          column.expression = found->second;
        }
        if (const auto found = identities.find({relation, number}); found != identities.end()) {
          column.identity = found->second;
          column.identity->options.type = column.type;
        }

        const Element element{ElementKind::kColumn, column.name};
        reader.Alias({Catalog::kClass, relation, number}, object->id, element);
        reader.SetPrivileges(*object, element, 'c', owner, cells.Array());
        reader.NoteColumn(relation, number, TakeColumnFacts(column.name, cells));

        if (const auto parent = inherited.find({relation, column.name});
            parent != inherited.end() && !table->inherits_later) {
          LeaveOutInherited(parent->second, column);
        }
        if (column.inherited) {
          column.type.clear();
          column.collation.clear();
          if (column.generated != Generated::kNever) {
            column.generated = Generated::kNever;
            column.expression.clear();
          }
          if (!SaysSomething(column)) return;
        } else if (!table->of_type.empty()) {
          column.type.clear();
          column.collation.clear();
          if (!SaysSomething(column)) return;
        }
        table->columns.push_back(std::move(column));
      });
  // Columns of its own first, as they are written.
  for (auto& [id, object] : reader.schema().objects) {
    if (Table* table = std::get_if<Table>(&object.definition)) {
      std::stable_partition(table->columns.begin(), table->columns.end(),
                            [](const Column& column) { return !column.inherited; });
    }
  }
}

}  // namespace

void ReadTables(Reader& reader) {
  ReadRelations(reader);
  ReadParents(reader);
  ReadLateChildren(reader);
  ReadColumns(reader);
}

}  // namespace pggit
