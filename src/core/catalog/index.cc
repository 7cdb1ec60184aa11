#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

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

// The statistics targets set on single columns of indexes, by index.
std::map<Oid32, std::vector<Option>> StatisticsTargets(const Reader& reader) {
  std::map<Oid32, std::map<int, std::string>> by_number;
  for (const IndexColumn& column : reader.index_columns()) {
    if (!column.statistics.empty()) by_number[column.index][column.number] = column.statistics;
  }
  std::map<Oid32, std::vector<Option>> targets;
  for (const auto& [index, columns] : by_number) {
    for (const auto& [number, target] : columns) {
      targets[index].push_back({std::to_string(number), target});
    }
  }
  return targets;
}

// An index whose definition the server has to print, and where it belongs.
struct Unprinted {
  Object* object;
  std::string name;
};

void AskServer(Reader& reader, const std::map<Oid32, Unprinted>& unprinted) {
  if (unprinted.empty()) return;
  std::vector<Oid32> oids;
  for (const auto& [oid, index] : unprinted) oids.push_back(oid);
  reader.ForEachIn(
      oids, "SELECT i, pg_catalog.pg_get_indexdef(i) FROM pg_catalog.unnest({list}) AS i",
      [&](Cells& cells) {
        const Unprinted& index = unprinted.at(cells.Oid());
        std::vector<Index>& indexes = *IndexesOf(index.object->definition);
        std::ranges::find(indexes, index.name, &Index::name)->definition = FromUsing(cells.View());
      });
}

}  // namespace

void ReadIndexes(Reader& reader, const IndexRows& rows) {
  const OperatorClasses classes = ReadOperatorClassNames(reader);
  const std::map<Oid32, std::vector<Option>> statistics = StatisticsTargets(reader);
  std::map<Oid32, Unprinted> unprinted;
  for (const IndexRow& row : rows.all()) {
    const CatalogAddress address{Catalog::kClass, row.oid};
    Object* object = reader.FindObject({Catalog::kClass, row.relation});
    if (reader.Find(address)) continue;  // A constraint's index is known already.
    std::vector<Index>* indexes = IndexesOf(object->definition);
    if (!indexes) {
      if (object->id.kind != Kind::kExtension) {
        reader.Unsupported("INDEX " + QuoteQualified(object->id.schema, row.name),
                           "there is no model for it");
      }
      continue;
    }
    const Table* table = std::get_if<Table>(&object->definition);
    Index index;
    index.name = row.name;
    index.unique = row.unique;
    index.only = table && !table->partition_by.empty();
    if (!row.valid && !index.only) {
      reader.Ignore("INDEX " + QuoteQualified(object->id.schema, index.name),
                    "it is not valid: its concurrent build failed or has not finished");
      continue;
    }
    const auto find_column = [&](int number) { return reader.Column(row.relation, number); };
    const bool printable = row.has_predicate == !row.raw.predicate.empty();
    auto printed = printable ? PrintIndex(row.raw, find_column, classes) : std::nullopt;
    if (printed) {
      index.definition = *std::move(printed);
    } else {
      unprinted[row.oid] = {object, index.name};
    }
    index.attached_to = row.attached_to;
    if (reader.options().tablespaces) index.tablespace = row.tablespace;
    index.clustered = row.clustered;
    if (row.replica_identity) {
      if (std::string* identity = ReplicaIdentityOf(object->definition)) {
        *identity = "USING INDEX " + QuoteIdentifier(index.name);
      }
    }
    if (const auto targets = statistics.find(row.oid); targets != statistics.end()) {
      index.statistics = targets->second;
    }
    reader.Alias(address, *object, {ElementKind::kIndex, index.name});
    indexes->push_back(std::move(index));
  }
  AskServer(reader, unprinted);
  for (auto& [id, object] : reader.schema().objects) {
    if (std::vector<Index>* indexes = IndexesOf(object.definition)) {
      std::sort(indexes->begin(), indexes->end());
    }
  }
}

}  // namespace pggit
