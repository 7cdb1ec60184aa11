#include "core/catalog/catalog_scan.h"

namespace pggit {
namespace {

std::string AtomSql(const ScanAtom& atom) {
  const std::string column(atom.column);
  switch (atom.test) {
    case ScanAtom::Test::kEqual: return column + " = " + std::to_string(atom.value);
    case ScanAtom::Test::kNotEqual: return column + " <> " + std::to_string(atom.value);
    case ScanAtom::Test::kAtLeast: return column + " >= " + std::to_string(atom.value);
    case ScanAtom::Test::kFalse: return "NOT " + column;
    case ScanAtom::Test::kNotNull: return column + " IS NOT NULL";
    case ScanAtom::Test::kAmong: return column + " IN (" + std::string(atom.among) + ')';
  }
  return "";
}

}  // namespace

std::string ScanSql(const CatalogScan& scan) {
  std::string sql = "SELECT ";
  for (const std::string_view column : scan.columns) {
    if (column != scan.columns.front()) sql += ", ";
    sql += column;
  }
  sql += " FROM pg_catalog.";
  sql += scan.catalog;
  std::string_view before_clause = " WHERE (";
  for (const std::vector<ScanAtom>& clause : scan.where) {
    sql += before_clause;
    std::string_view before_atom;
    for (const ScanAtom& atom : clause) {
      sql += before_atom;
      sql += AtomSql(atom);
      before_atom = " OR ";
    }
    sql += ')';
    before_clause = " AND (";
  }
  return sql;
}

}  // namespace pggit
