#pragma once

#include <compare>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/catalog/address_book.h"
#include "core/catalog/cells.h"
#include "core/catalog/focus.h"
#include "core/catalog/index_printer.h"
#include "core/catalog/row_source.h"
#include "core/model/schema.h"

namespace pggit {

/// What of a database a snapshot keeps.
struct SnapshotOptions {
  bool owners = false;
  bool tablespaces = false;
  /// With it the schemas of a workspace, and no others, are read: what each holds, by its name.
  std::map<std::string, std::string> workspace = {};
};

/// Something the snapshot does not carry, and why.
struct Omission {
  std::string what;
  std::string why;

  auto operator<=>(const Omission&) const = default;
};

/// What is set on one column of an index.
struct IndexColumn {
  Oid32 index = 0;
  int number = 0;
  std::string statistics;    ///< The target; empty when it is the server's default.
  bool has_options = false;  ///< Of its operator class.
};

/// A row of pg_depend: what is at `from` needs what is at `on`.
struct DependRow {
  CatalogAddress from;
  CatalogAddress on;
  char type = 'n';  ///< deptype.
};

/// The sequence behind an identity column.
struct IdentitySequence {
  Oid32 oid = 0;
  std::string name;
  bool unlogged = false;
  Oid32 owner = 0;
  bool has_acl = false;
  std::vector<std::string> acl;
  SequenceOptions options;  ///< Without the type, which is the column's.
};

/// What one reading of a database collects.
///
/// The reader of each kind (table.cc ...) adds its objects and tells at which catalog addresses
/// they and their parts are found. The passes after them (comments.cc, dependencies.cc ...) find
/// objects by these addresses and hang on them what every kind can have.
class Reader {
 public:
  /// Reads everything, or with a `focus` what that names. Source and focus must outlive the reader.
  Reader(RowSource& source, SnapshotOptions options, const Focus* focus = nullptr);

  const SnapshotOptions& options() const { return options_; }
  /// Whether the schema of that name is `public`, or holds a branch's.
  bool IsPublic(const std::string& schema) const;
  /// Whether the server is of `major` (15, say) or newer.
  bool Since(int major) const { return source_.server_version() >= major * 10000; }

  /// Runs `query` and hands over each row. "{user_schema}" in it stands for the condition that the
  /// schema `n` (a row of pg_namespace) is versioned; "{relation x}" and its kin for the condition
  /// that the reading is about x, see FocusCondition().
  void ForEach(std::string_view query, const std::function<void(Cells&)>& row);

  /// The same, "{list}" standing for the oid[] of `list`.
  void ForEachIn(const std::vector<Oid32>& list, std::string_view query,
                 const std::function<void(Cells&)>& row);

  /// The same as ForEach for a query whose text is another one each time.
  void ForEachOnce(std::string_view query, const std::function<void(Cells&)>& row);

  /// Whether `catalog` may hold a row that the server did not come with. Planning queries over the
  /// catalogs that hold none would cost as much as reading a small schema.
  bool MayHoldOwn(Catalog catalog) const { return !without_own_.contains(catalog); }

  /// Null when the reading is about everything.
  const Focus* focus() const { return focus_; }

  /// SQL for the text of the expression in the column `tree`, about the relation whose OID
  /// `relation` is SQL for. Columns may be numbers in it, see WithColumnNames(); an expression that
  /// only pg_get_expr() itself can print comes as null.
  std::string ExpressionSql(std::string_view tree, std::string_view relation) const {
    return source_.ExpressionSql(tree, relation);
  }

  /// The same for the rows of a scan, and perhaps a few more.
  void ForEachOf(const CatalogScan& scan, const std::function<void(Cells&)>& row);

  /// Whether the thing at `address` belongs to an extension and so is not versioned by itself.
  bool IsMember(CatalogAddress address) const;
  /// `extension` is null when it is not versioned itself.
  void AddMember(CatalogAddress address, Object* extension);

  /// Adds an object found at `address`; the reference is good until the reader goes.
  Object& Add(CatalogAddress address, ObjectId id, Definition definition);
  /// Says that `address` is a part of `object`, or another of its faces.
  void Alias(CatalogAddress address, Object& object, Element element);
  /// Says that `face` stands for what is at `address`, if anything is: versioned, or an
  /// extension's.
  void AliasFace(CatalogAddress face, CatalogAddress address);

  /// The object or part at `address`; no value when it is not versioned. Members of an extension
  /// are found as the extension. The address of a column nobody told of is found as its relation.
  std::optional<Located> Find(CatalogAddress address) const;
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

  /// Remembers what indexes and keys need to know of a column, and where it is.
  void NoteColumn(Oid32 relation, int number, ColumnFacts facts);
  /// What is known of a column; nullptr when nothing is.
  const ColumnFacts* Column(Oid32 relation, int number) const;

  void NoteIndexColumn(IndexColumn column) { index_columns_.push_back(std::move(column)); }
  const std::vector<IndexColumn>& index_columns() const { return index_columns_; }

  /// Remembers the sequence behind an identity column.
  void NoteIdentity(Oid32 relation, int number, IdentitySequence identity);
  /// That of a column; nullptr when it has none.
  const IdentitySequence* FindIdentity(Oid32 relation, int number) const;

  /// The rows of pg_depend but those that say nothing of a definition; see depend_rows.cc.
  const std::vector<DependRow>& depend_rows() const { return depend_rows_; }
  void SetDependRows(std::vector<DependRow> rows) { depend_rows_ = std::move(rows); }

  /// The name of the role `oid`.
  const std::string& Role(Oid32 oid) const;
  const std::map<Oid32, std::string>& roles() const { return roles_; }

  /// Notes what is left out on purpose (`Ignore`) or for want of a model (`Unsupported`).
  void Ignore(std::string what, std::string why);
  void Unsupported(std::string what, std::string why);

  Schema& schema() { return schema_; }
  /// What Add() was called with, in that order.
  const std::vector<std::pair<CatalogAddress, const Object*>>& added() const { return added_; }
  const std::vector<Omission>& ignored() const { return ignored_; }
  const std::vector<Omission>& unsupported() const { return unsupported_; }

 private:
  void ReadWithoutOwn();

  RowSource& source_;
  SnapshotOptions options_;
  const Focus* focus_;
  std::set<Catalog> without_own_;  ///< Catalogs with nothing but what the server came with.
  Schema schema_;
  std::vector<std::pair<CatalogAddress, const Object*>> added_;
  std::string user_schema_;  ///< The condition that "{user_schema}" stands for.
  AddressBook addresses_;
  std::unordered_map<Oid32, std::vector<ColumnFacts>> columns_;  ///< By number, from 1.
  std::vector<IndexColumn> index_columns_;
  std::map<std::pair<Oid32, int>, IdentitySequence> identities_;
  std::vector<DependRow> depend_rows_;
  std::map<Oid32, std::string> roles_;
  std::vector<Omission> ignored_;
  std::vector<Omission> unsupported_;
};

}  // namespace pggit
