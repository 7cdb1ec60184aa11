#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/catalog/index_printer.h"
#include "core/catalog/reader.h"

namespace pggit {

/// A row of pg_index with what belongs to it in other catalogs.
struct IndexRow {
  Oid32 oid = 0;
  Oid32 relation = 0;
  std::string name;
  bool unique = false;
  bool valid = false;
  bool clustered = false;
  bool replica_identity = false;
  std::string tablespace;   ///< Empty for the database's own.
  std::string attached_to;  ///< The partitioned index it belongs to, qualified and quoted.
  RawIndex raw;
  bool has_predicate = false;  ///< Whether `raw.predicate` should be there.
};

/// The indexes of all relations that may be versioned.
class IndexRows {
 public:
  explicit IndexRows(Reader& reader);

  /// In no order; a constraint's own among them.
  const std::vector<IndexRow>& all() const { return rows_; }
  /// nullptr when there is none.
  const IndexRow* Find(Oid32 index) const;

 private:
  // What pg_class says of them.
  void ReadRelations(Reader& reader);

  std::vector<IndexRow> rows_;
  std::unordered_map<Oid32, std::size_t> places_;
};

}  // namespace pggit
