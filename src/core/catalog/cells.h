#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/catalogs.h"
#include "core/catalog/row_source.h"
#include "core/model/option.h"

namespace pggit {

/// Takes the cells of one row from left to right, each as the type the reader wants.
///
/// A null where a value is required throws InternalError naming the column's position.
class Cells {
 public:
  explicit Cells(Row row) : row_(row) {}

  bool IsNull() const { return !row_[at_].has_value(); }
  void Skip() { ++at_; }

  std::string Text();         ///< Required.
  std::string TextOrEmpty();  ///< Null gives "".
  /// What pg_get_expr() gives, without the line break it puts before a CASE. Null gives "".
  std::string Expression();
  std::string_view View();  ///< Required; valid as long as the row.
  char Letter();            ///< A "char" column; an empty value gives '\0'.
  bool Bool();
  std::int64_t Integer();
  Oid32 Oid();                       ///< Null gives 0.
  std::vector<std::string> Array();  ///< A one-dimensional array's elements; null gives none.
  std::vector<Oid32> OidVector();    ///< oidvector, or an array of oids.
  std::vector<int> IntegerVector();  ///< int2vector, or an array of integers.
  /// A text[] of name=value settings (reloptions, attoptions, ftoptions), sorted by name, without
  /// the server's own bookkeeping.
  std::vector<Option> Options();

 private:
  std::string_view Required();
  template <class Number>
  std::vector<Number> Numbers();

  Row row_;
  std::size_t at_ = 0;
};

/// The elements of the array that `text` is the server's output of; null elements give "".
std::vector<std::string> ParseArray(std::string_view text);

/// The array of these elements in a form that the server reads.
std::string ArrayText(const std::vector<std::string>& elements);

}  // namespace pggit
