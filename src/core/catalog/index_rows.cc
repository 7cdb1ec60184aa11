#include "core/catalog/index_rows.h"

#include <set>
#include <utility>

#include "core/base/identifier.h"
#include "core/catalog/kinds.h"
#include "core/catalog/node_tree.h"

namespace pggit {
namespace {

using Names = std::unordered_map<Oid32, std::string>;

Names ReadNames(Reader& reader, std::string_view query) {
  Names names;
  reader.ForEach(query, [&](Cells& cells) {
    const Oid32 oid = cells.Oid();
    names[oid] = cells.Text();
  });
  return names;
}

const std::string& NameOf(const Names& names, Oid32 oid) {
  static const std::string kNone;
  const auto found = names.find(oid);
  return found == names.end() ? kNone : found->second;
}

// The partitioned index of each index that is attached to one.
Names ReadAttached(Reader& reader) {
  Names attached;
  if (!reader.MayHoldOwn(Catalog::kInherits)) return attached;
  reader.ForEach(
      "SELECT i.inhrelid, n.nspname, c.relname FROM pg_catalog.pg_inherits i"
      " JOIN pg_catalog.pg_class c ON c.oid = i.inhparent AND c.relkind = 'I'"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " WHERE {relation i.inhrelid}",
      [&](Cells& cells) {
        const Oid32 index = cells.Oid();
        const std::string schema = cells.Text();
        attached[index] = QuoteQualified(schema, cells.Text());
      });
  return attached;
}

}  // namespace

IndexRows::IndexRows(Reader& reader) {
  const Names attached = ReadAttached(reader);
  std::set<Oid32> with_class_options;
  for (const IndexColumn& column : reader.index_columns()) {
    if (column.has_options) with_class_options.insert(column.index);
  }
  reader.ForEach(
      "SELECT ix.indexrelid, ix.indrelid, ix.indisunique, ix.indisvalid, ix.indisclustered,"
      " ix.indisreplident, ix.indkey, ix.indnkeyatts, ix.indclass, ix.indcollation, "
      "ix.indoption, " +
          std::string(reader.Since(15) ? "ix.indnullsnotdistinct" : "false") +
          ", ix.indpred IS NOT NULL, " + reader.ExpressionSql("ix.indpred", "ix.indrelid") +
          " FROM pg_catalog.pg_index ix WHERE ix.indrelid >= 16384 AND {relation ix.indrelid}",
      [&](Cells& cells) {
        IndexRow row;
        row.oid = cells.Oid();
        row.relation = cells.Oid();
        if (!reader.FindObject({Catalog::kClass, row.relation})) return;
        row.unique = cells.Bool();
        row.valid = cells.Bool();
        row.clustered = cells.Bool();
        row.replica_identity = cells.Bool();
        row.attached_to = NameOf(attached, row.oid);
        RawIndex& raw = row.raw;
        raw.columns = cells.IntegerVector();
        raw.key_columns = static_cast<std::size_t>(cells.Integer());
        raw.classes = cells.OidVector();
        raw.collations = cells.OidVector();
        raw.options = cells.IntegerVector();
        raw.nulls_not_distinct = cells.Bool();
        raw.has_column_options = with_class_options.contains(row.oid);
        row.has_predicate = cells.Bool();
        const auto find_column = [&](int number) { return reader.Column(row.relation, number); };
        if (auto predicate = WithColumnNames(cells.TextOrEmpty(), find_column)) {
          raw.predicate = *std::move(predicate);
        }
        places_[row.oid] = rows_.size();
        rows_.push_back(std::move(row));
      });
  ReadRelations(reader);
}

void IndexRows::ReadRelations(Reader& reader) {
  const Names methods = ReadNames(reader, "SELECT oid, amname FROM pg_catalog.pg_am");
  const Names tablespaces = ReadNames(reader, "SELECT oid, spcname FROM pg_catalog.pg_tablespace");
  reader.ForEach(
      // Those of toast tables say nothing.
      "SELECT c.oid, c.relname, c.relam, c.reltablespace, c.reloptions FROM pg_catalog.pg_class c"
      " WHERE c.relkind IN ('i', 'I') AND c.relnamespace <> 99 AND c.oid >= 16384"
      " AND {relation c.oid}",
      [&](Cells& cells) {
        const auto found = places_.find(cells.Oid());
        if (found == places_.end()) return;
        IndexRow& row = rows_[found->second];
        row.name = cells.Text();
        row.raw.method = NameOf(methods, cells.Oid());
        row.tablespace = NameOf(tablespaces, cells.Oid());
        row.raw.storage_options = cells.Array();
      });
}

void ReadKeysAndIndexes(Reader& reader) {
  const IndexRows rows(reader);
  ReadConstraints(reader, rows);
  ReadIndexes(reader, rows);
}

const IndexRow* IndexRows::Find(Oid32 index) const {
  const auto found = places_.find(index);
  return found == places_.end() ? nullptr : &rows_[found->second];
}

}  // namespace pggit
