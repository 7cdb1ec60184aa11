#include "core/catalog/inherited_columns.h"

namespace pggit {

InheritedColumns::InheritedColumns(Reader& reader, const FindExpression& find_expression) {
  if (!reader.MayHoldOwn(Catalog::kInherits)) return;
  reader.ForEach(
      "SELECT i.inhrelid, a.attname, a.attnotnull, a.attrelid, a.attnum"
      " FROM pg_catalog.pg_inherits i"
      " JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid AND NOT c.relispartition"
      " JOIN pg_catalog.pg_attribute a ON a.attrelid = i.inhparent AND a.attnum > 0"
      "  AND NOT a.attisdropped"
      " WHERE c.relkind IN ('r', 'f') AND {relation i.inhrelid} ORDER BY i.inhrelid, i.inhseqno "
      "DESC",
      [&](Cells& cells) {
        const Oid32 child = cells.Oid();
        Parents& parents = columns_[{child, cells.Text()}];
        parents.not_null = cells.Bool() || parents.not_null;
        const Oid32 parent = cells.Oid();
        const std::string& expression = find_expression(parent, static_cast<int>(cells.Integer()));
        if (!expression.empty()) parents.expression = expression;
      });
  if (!reader.Since(18)) return;
  reader.ForEach(
      "SELECT k.conrelid, a.attname FROM pg_catalog.pg_constraint k"
      " JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]"
      " WHERE k.contype = 'n' AND k.conislocal AND k.coninhcount > 0 AND {relation k.conrelid}",
      [&](Cells& cells) {
        const Oid32 child = cells.Oid();
        const auto found = columns_.find({child, cells.Text()});
        if (found != columns_.end()) found->second.own_not_null = true;
      });
}

void InheritedColumns::LeaveOut(Oid32 child, Column& column) const {
  if (columns_.empty()) return;
  const auto found = columns_.find({child, column.name});
  if (found == columns_.end()) return;
  const Parents& parents = found->second;
  if (parents.not_null && !parents.own_not_null) column.not_null = false;
  const bool same = parents.expression == column.expression;
  if (column.generated != Generated::kNever) {
    if (!same) return;
    column.generated = Generated::kNever;
    column.expression.clear();
  } else if (same && column.inherited) {
    column.expression.clear();
  } else if (!same && column.expression.empty()) {
    column.expression = "NULL";
  }
}

}  // namespace pggit
