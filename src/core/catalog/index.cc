#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/catalog/kinds.h"
#include "core/model/parts_of.h"

namespace pggit {
namespace {

// What follows the table's name in the server's CREATE INDEX: all from USING on. Names before it
// may hold anything, in quotes.
std::string FromUsing(std::string_view definition) {
  bool quoted = false;
  for (std::size_t at = 0; at < definition.size(); ++at) {
    if (definition[at] == '"') quoted = !quoted;
    if (!quoted && definition.substr(at).starts_with(" USING ")) {
      return std::string(definition.substr(at + 1));
    }
  }
  throw InternalError("no USING in index definition: " + std::string(definition));
}

// From pg_am.amname on, nine columns.
RawIndex TakeRawIndex(Cells& cells) {
  RawIndex index;
  index.method = cells.Text();
  index.columns = cells.IntegerVector();
  index.key_columns = static_cast<std::size_t>(cells.Integer());
  index.classes = cells.OidVector();
  index.collations = cells.OidVector();
  index.options = cells.IntegerVector();
  index.nulls_not_distinct = cells.Bool();
  index.storage_options = cells.Array();
  index.predicate = cells.TextOrEmpty();
  return index;
}

OperatorClasses ReadOperatorClassNames(Reader& reader) {
  OperatorClasses classes;
  reader.ForEach(
      "SELECT o.oid, CASE WHEN n.nspname <> 'pg_catalog' THEN pg_catalog.quote_ident(n.nspname)"
      "  || '.' ELSE '' END || pg_catalog.quote_ident(o.opcname),"
      " o.opcmethod, o.opcintype, o.opcdefault"
      " FROM pg_catalog.pg_opclass o JOIN pg_catalog.pg_namespace n ON n.oid = o.opcnamespace",
      [&](Cells& cells) {
        const Oid32 oid = cells.Oid();
        std::string name = cells.Text();
        const Oid32 method = cells.Oid();
        const Oid32 input_type = cells.Oid();
        classes.Add(oid, {std::move(name), method, input_type, cells.Bool()});
      });
  return classes;
}

// What is set on single columns of an index: statistics targets, options of operator classes.
struct IndexColumns {
  std::map<Oid32, std::vector<Option>> statistics;
  std::set<Oid32> with_options;
};

IndexColumns ReadIndexColumns(Reader& reader) {
  IndexColumns columns;
  reader.ForEach(
      "SELECT a.attrelid, a.attnum, CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END,"
      " a.attoptions"
      " FROM pg_catalog.pg_attribute a"
      " JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('i', 'I')"
      " WHERE a.attstattarget >= 0 OR a.attoptions IS NOT NULL"
      " ORDER BY a.attrelid, a.attnum",
      [&](Cells& cells) {
        const Oid32 index = cells.Oid();
        std::string number = cells.Text();
        std::string target = cells.TextOrEmpty();
        if (!target.empty()) {
          columns.statistics[index].push_back({std::move(number), std::move(target)});
        }
        if (!cells.Options().empty()) columns.with_options.insert(index);
      });
  return columns;
}

// An index whose definition the server has to print, and where it belongs.
struct Unprinted {
  Object* object;
  std::string name;
};

void AskServer(Reader& reader, const std::map<Oid32, Unprinted>& unprinted) {
  if (unprinted.empty()) return;
  std::string oids;
  for (const auto& [oid, index] : unprinted) {
    oids += (oids.empty() ? "" : ",") + std::to_string(oid);
  }
  reader.ForEach("SELECT i, pg_catalog.pg_get_indexdef(i) FROM pg_catalog.unnest('{" + oids +
                     "}'::pg_catalog.oid[]) AS i",
                 [&](Cells& cells) {
                   const Unprinted& index = unprinted.at(cells.Oid());
                   std::vector<Index>& indexes = *IndexesOf(index.object->definition);
                   std::ranges::find(indexes, index.name, &Index::name)->definition =
                       FromUsing(cells.View());
                 });
}

}  // namespace

void ReadIndexes(Reader& reader) {
  const OperatorClasses classes = ReadOperatorClassNames(reader);
  const IndexColumns index_columns = ReadIndexColumns(reader);
  std::map<Oid32, Unprinted> unprinted;
  const std::string nulls_not_distinct = reader.Since(15) ? "ix.indnullsnotdistinct" : "false";
  reader.ForEach(
      "SELECT ix.indexrelid, ix.indrelid, n.nspname, ic.relname, ix.indisunique,"
      " c.relkind = 'p', ix.indisvalid OR c.relkind = 'p', am.amname, ix.indkey, ix.indnkeyatts,"
      " ix.indclass, ix.indcollation, ix.indoption, " +
          nulls_not_distinct +
          ", ic.reloptions, pg_catalog.pg_get_expr(ix.indpred, ix.indrelid),"
          " CASE WHEN pic.oid IS NOT NULL THEN pg_catalog.quote_ident(pn.nspname) || '.'"
          "  || pg_catalog.quote_ident(pic.relname) END,"
          " ts.spcname, ix.indisclustered, ix.indisreplident"
          " FROM pg_catalog.pg_index ix"
          " JOIN pg_catalog.pg_class ic ON ic.oid = ix.indexrelid"
          " JOIN pg_catalog.pg_am am ON am.oid = ic.relam"
          " JOIN pg_catalog.pg_class c ON c.oid = ix.indrelid AND c.relpersistence <> 't'"
          "  AND c.relkind IN ('r', 'p', 'm')"
          " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND {user_schema}"
          " LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = ic.reltablespace"
          " LEFT JOIN pg_catalog.pg_inherits inh ON inh.inhrelid = ic.oid"
          " LEFT JOIN pg_catalog.pg_class pic ON pic.oid = inh.inhparent"
          " LEFT JOIN pg_catalog.pg_namespace pn ON pn.oid = pic.relnamespace",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kClass, cells.Oid()};
        const Oid32 relation = cells.Oid();
        Object* object = reader.FindObject({Catalog::kClass, relation});
        if (!object || reader.Find(address)) return;  // A constraint's index is known already.
        std::vector<Index>* indexes = IndexesOf(object->definition);
        if (!indexes) return;
        const std::string schema = cells.Text();
        Index index;
        index.name = cells.Text();
        index.unique = cells.Bool();
        index.only = cells.Bool();
        if (!cells.Bool()) {
          reader.Ignore("INDEX " + QuoteQualified(schema, index.name),
                        "it is not valid: its concurrent build failed or has not finished");
          return;
        }
        RawIndex raw = TakeRawIndex(cells);
        raw.has_column_options = index_columns.with_options.contains(address.oid);
        const auto find_column = [&](int number) { return reader.Column(relation, number); };
        if (auto printed = PrintIndex(raw, find_column, classes)) {
          index.definition = *std::move(printed);
        } else {
          unprinted[address.oid] = {object, index.name};
        }
        index.attached_to = cells.TextOrEmpty();
        const std::string tablespace = cells.TextOrEmpty();
        if (reader.options().tablespaces) index.tablespace = tablespace;
        index.clustered = cells.Bool();
        if (cells.Bool()) {
          if (std::string* identity = ReplicaIdentityOf(object->definition)) {
            *identity = "USING INDEX " + QuoteIdentifier(index.name);
          }
        }
        if (const auto targets = index_columns.statistics.find(address.oid);
            targets != index_columns.statistics.end()) {
          index.statistics = targets->second;
        }
        reader.Alias(address, object->id, {ElementKind::kIndex, index.name});
        indexes->push_back(std::move(index));
      });
  AskServer(reader, unprinted);
  for (auto& [id, object] : reader.schema().objects) {
    if (std::vector<Index>* indexes = IndexesOf(object.definition)) {
      std::sort(indexes->begin(), indexes->end());
    }
  }
}

}  // namespace pggit
