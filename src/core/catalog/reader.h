#pragma once

#include <compare>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/catalog/catalogs.h"
#include "core/catalog/cells.h"
#include "core/catalog/index_printer.h"
#include "core/catalog/row_source.h"
#include "core/model/schema.h"

namespace pggit {

/// What of a database a snapshot keeps.
struct SnapshotOptions {
  bool owners = false;
  bool tablespaces = false;
};

/// Something that the catalogs name by numbers, as pg_depend does: a row of `catalog`, and one of
/// its columns when `column` is not 0.
struct CatalogAddress {
  Catalog catalog = Catalog::kClass;
  Oid32 oid = 0;
  int column = 0;

  auto operator<=>(const CatalogAddress&) const = default;
};

/// What a catalog address is in the model.
struct Located {
  ObjectId object;
  Element element;
  /// Whether the row is the object's own; false for its parts, and for what only stands for it (the
  /// row type of a table, the array type of a type).
  bool itself = false;
};

/// Something the snapshot does not carry, and why.
struct Omission {
  std::string what;
  std::string why;

  auto operator<=>(const Omission&) const = default;
};

/// What one reading of a database collects.
///
/// The reader of each kind (table.cc ...) adds its objects and tells at which catalog addresses
/// they and their parts are found. The passes after them (comments.cc, dependencies.cc ...) find
/// objects by these addresses and hang on them what every kind can have.
class Reader {
 public:
  /// `source` must outlive the reader.
  Reader(RowSource& source, SnapshotOptions options);

  const SnapshotOptions& options() const { return options_; }
  /// Whether the server is of `major` (15, say) or newer.
  bool Since(int major) const { return source_.server_version() >= major * 10000; }

  /// Runs `query` and hands over each row. "{user_schema}" in it stands for the condition that the
  /// schema `n` (a row of pg_namespace) is versioned.
  void ForEach(std::string_view query, const std::function<void(Cells&)>& row);

  /// Whether the thing at `address` belongs to an extension and so is not versioned by itself.
  bool IsMember(CatalogAddress address) const;
  void AddMember(CatalogAddress address, const ObjectId& extension);

  /// Adds an object found at `address`; the reference is good until the reader goes.
  Object& Add(CatalogAddress address, ObjectId id, Definition definition);
  /// Says that `address` is a part of `object`, or another of its faces.
  void Alias(CatalogAddress address, const ObjectId& object, Element element);

  /// The object or part at `address`, or nullptr when it is not versioned. Members of an extension
  /// are found as the extension. The address of a column nobody told of is found as its relation.
  const Located* Find(CatalogAddress address) const;
  /// The versioned object at `address` and its definition, when that is a `T`; else nullptr.
  Object* FindObject(CatalogAddress address);
  template <class T>
  T* FindDefinition(CatalogAddress address) {
    Object* object = FindObject(address);
    return object ? std::get_if<T>(&object->definition) : nullptr;
  }

  /// Sets the owner, if owners are kept, and the privileges that `acl` (the elements of an
  /// aclitem[], null when `has_acl` is false) adds to or takes from the kind's default.
  /// `kind` is acldefault()'s letter: 'r' for relations, 's' for sequences, 'f' for functions ...
  void SetOwnerAndPrivileges(Object& object, char kind, Oid32 owner, bool has_acl,
                             const std::vector<std::string>& acl);
  /// The same for a part of an object: a column, whose default is nothing.
  void SetPrivileges(Object& object, const Element& element, char kind, Oid32 owner,
                     const std::vector<std::string>& acl);

  /// Remembers what indexes and keys need to know of a column.
  void NoteColumn(Oid32 relation, int number, ColumnFacts facts);
  /// What is known of a column; nullptr when nothing is.
  const ColumnFacts* Column(Oid32 relation, int number) const;

  /// The name of the role `oid`.
  const std::string& Role(Oid32 oid) const;

  /// Notes what is left out on purpose (`Ignore`) or for want of a model (`Unsupported`).
  void Ignore(std::string what, std::string why);
  void Unsupported(std::string what, std::string why);

  Schema& schema() { return schema_; }
  const std::vector<Omission>& ignored() const { return ignored_; }
  const std::vector<Omission>& unsupported() const { return unsupported_; }

 private:
  RowSource& source_;
  SnapshotOptions options_;
  Schema schema_;
  struct AddressHash {
    std::size_t operator()(const CatalogAddress& address) const;
  };

  std::unordered_map<CatalogAddress, Located, AddressHash> addresses_;
  std::unordered_map<std::uint64_t, ColumnFacts> columns_;
  std::map<Oid32, std::string> roles_;
  std::vector<Omission> ignored_;
  std::vector<Omission> unsupported_;
};

}  // namespace pggit
