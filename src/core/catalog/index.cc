#include <algorithm>
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

}  // namespace

void ReadIndexes(Reader& reader) {
  reader.ForEach(
      "SELECT ix.indexrelid, ix.indrelid, n.nspname, ic.relname, ix.indisunique,"
      " c.relkind = 'p', ix.indisvalid OR c.relkind = 'p',"
      " pg_catalog.pg_get_indexdef(ix.indexrelid),"
      " CASE WHEN pic.oid IS NOT NULL THEN pg_catalog.quote_ident(pn.nspname) || '.'"
      "  || pg_catalog.quote_ident(pic.relname) END,"
      " ts.spcname, ix.indisclustered, ix.indisreplident,"
      " (SELECT pg_catalog.array_agg(a.attnum || '=' || a.attstattarget ORDER BY a.attnum)"
      "  FROM pg_catalog.pg_attribute a"
      "  WHERE a.attrelid = ix.indexrelid AND a.attstattarget >= 0)"
      " FROM pg_catalog.pg_index ix"
      " JOIN pg_catalog.pg_class ic ON ic.oid = ix.indexrelid"
      " JOIN pg_catalog.pg_class c ON c.oid = ix.indrelid AND c.relpersistence <> 't'"
      "  AND c.relkind IN ('r', 'p', 'm')"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND {user_schema}"
      " LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = ic.reltablespace"
      " LEFT JOIN pg_catalog.pg_inherits inh ON inh.inhrelid = ic.oid"
      " LEFT JOIN pg_catalog.pg_class pic ON pic.oid = inh.inhparent"
      " LEFT JOIN pg_catalog.pg_namespace pn ON pn.oid = pic.relnamespace",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kClass, cells.Oid()};
        Object* object = reader.FindObject({Catalog::kClass, cells.Oid()});
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
        index.definition = FromUsing(cells.View());
        index.attached_to = cells.TextOrEmpty();
        const std::string tablespace = cells.TextOrEmpty();
        if (reader.options().tablespaces) index.tablespace = tablespace;
        index.clustered = cells.Bool();
        if (cells.Bool()) {
          std::get<Table>(object->definition).replica_identity =
              "USING INDEX " + QuoteIdentifier(index.name);
        }
        index.statistics = cells.Options();
        reader.Alias(address, object->id, {ElementKind::kIndex, index.name});
        indexes->push_back(std::move(index));
      });
  for (auto& [id, object] : reader.schema().objects) {
    if (std::vector<Index>* indexes = IndexesOf(object.definition)) {
      std::sort(indexes->begin(), indexes->end());
    }
  }
}

}  // namespace pggit
