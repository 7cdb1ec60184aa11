#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>

#include "core/catalog/reader.h"
#include "core/model/table.h"

namespace pggit {

/// Finds the default or generation expression of a column; empty when it has none.
using FindExpression = std::function<const std::string&(Oid32 relation, int number)>;

/// What the columns of inheritance children (which partitions are not) have from their parents.
class InheritedColumns {
 public:
  InheritedColumns(Reader& reader, const FindExpression& find_expression);

  /// Takes from a child's column what it gets from its parents anyway, and gives up what it does
  /// not have of theirs.
  void LeaveOut(Oid32 child, Column& column) const;

 private:
  /// What the parents say of a column.
  struct Parents {
    bool not_null = false;
    bool own_not_null = false;  ///< The child says so itself too; known since 18.
    std::string expression;
  };

  std::map<std::pair<Oid32, std::string>, Parents> columns_;
};

}  // namespace pggit
