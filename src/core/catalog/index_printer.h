#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/catalog/catalogs.h"
#include "core/catalog/cells.h"

namespace pggit {

/// What printing an index or a key needs to know of a column.
struct ColumnFacts {
  enum class TypeClass { kPlain, kEnum, kArray };

  std::string name;
  Oid32 type = 0;
  TypeClass type_class = TypeClass::kPlain;
  Oid32 collation = 0;
};

/// Takes atttypid, attcollation and two flags, an enum's and an array's, from `cells`.
ColumnFacts TakeColumnFacts(std::string name, Cells& cells);

/// Finds a column of the indexed relation by its number; nullptr when it is not known.
using FindColumn = std::function<const ColumnFacts*(int number)>;

/// The operator classes of a database.
class OperatorClasses {
 public:
  struct Entry {
    std::string name;  ///< As SQL names it under an empty search path.
    Oid32 method = 0;
    Oid32 input_type = 0;
    bool is_default = false;
  };

  void Add(Oid32 oid, Entry entry);

  /// What follows the column in an index: nothing for the class the server would choose, a space
  /// and the name for one it would not. No value when only the server can tell.
  std::optional<std::string> Clause(Oid32 oid, const ColumnFacts& column) const;

 private:
  std::map<Oid32, Entry> entries_;
  std::set<std::pair<Oid32, Oid32>> defaults_;  ///< Method and input type.
};

/// A row of pg_index, with what lies beside it.
struct RawIndex {
  std::string method;
  std::vector<int> columns;  ///< Numbers; 0 stands for an expression.
  std::size_t key_columns = 0;
  std::vector<Oid32> classes;
  std::vector<Oid32> collations;
  std::vector<int> options;  ///< 1: descending, 2: nulls first.
  bool nulls_not_distinct = false;
  bool has_column_options = false;  ///< Of the operator classes.
  std::vector<std::string> storage_options;
  std::string predicate;  ///< As the server prints it; empty when there is none.
};

/// The definition from USING on, exactly as pg_get_indexdef() prints it, without asking the server,
/// which takes longer over it than all the rest of an index. No value for an index with anything
/// unusual: the server is to be asked then.
std::optional<std::string> PrintIndex(const RawIndex& index, const FindColumn& find_column,
                                      const OperatorClasses& classes);

/// `(fillfactor='70')` out of a reloptions array, as the server prints it: values that need no
/// quotes have none.
std::string PrintStorageOptions(const std::vector<std::string>& options);

/// `(a, b)`: the names of `columns`; no value when one is not known.
std::optional<std::string> PrintColumns(const std::vector<int>& columns,
                                        const FindColumn& find_column);

}  // namespace pggit
