#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "core/catalog/reader.h"

namespace pggit {

/// A state of the schema that is written down: what ReadChanges() starts from.
class KnownSchema {
 public:
  virtual ~KnownSchema() = default;

  /// The names under which the objects at `addresses` are written down; a role's is its own.
  virtual std::map<CatalogAddress, std::string> NamesOf(
      const std::set<CatalogAddress>& addresses) = 0;
  /// The object of that name, which there is.
  virtual Object ObjectOf(const std::string& name) = 0;
  /// The name that an object goes by.
  virtual std::string NameFor(const Object& object) = 0;
};

/// How the schema differs from what is written down.
struct SchemaChanges {
  /// What lies under a name now that had something else, or nothing, and the other way round.
  std::map<std::string, std::optional<Object>> objects;
  /// The names of addresses that have another one now, or none any more.
  std::map<CatalogAddress, std::optional<std::string>> names;
};

/// Reads what has become of the schema since it was as `known` has it, when `touched` is what the
/// rows of catalogs tell of that have changed since. Whatever else may look different for it is
/// found and read too. Within RowSource::WithSnapshot.
///
/// Without a value when only a reading of everything can tell.
std::optional<SchemaChanges> ReadChanges(RowSource& source, const SnapshotOptions& options,
                                         const std::set<CatalogAddress>& touched,
                                         KnownSchema& known);

}  // namespace pggit
