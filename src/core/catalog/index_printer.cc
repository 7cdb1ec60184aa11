#include "core/catalog/index_printer.h"

#include <algorithm>

#include "core/base/identifier.h"

namespace pggit {
namespace {

constexpr Oid32 kText = 25;
constexpr Oid32 kVarchar = 1043;
constexpr Oid32 kAnyArray = 2277;
constexpr Oid32 kAnyEnum = 3500;

// The types beside its own that a class takes without a cast.
bool TakesUncast(Oid32 input_type, const ColumnFacts& column) {
  if (column.type == kVarchar) return input_type == kText;
  switch (column.type_class) {
    case ColumnFacts::TypeClass::kPlain: return false;
    case ColumnFacts::TypeClass::kEnum: return input_type == kAnyEnum;
    case ColumnFacts::TypeClass::kArray: return input_type == kAnyArray;
  }
  return false;
}

bool IsBuiltIn(const std::string& method) {
  return method == "btree" || method == "hash" || method == "gist" || method == "gin" ||
         method == "spgist" || method == "brin";
}

// Only a btree knows an order; nulls come last in ascending, first in descending order by default.
std::string Order(const std::string& method, int options) {
  if (method != "btree") return "";
  const bool descending = (options & 1) != 0;
  const bool nulls_first = (options & 2) != 0;
  if (descending) return nulls_first ? " DESC" : " DESC NULLS LAST";
  return nulls_first ? " NULLS FIRST" : "";
}

}  // namespace

ColumnFacts TakeColumnFacts(std::string name, Cells& cells) {
  ColumnFacts facts;
  facts.name = std::move(name);
  facts.type = cells.Oid();
  facts.collation = cells.Oid();
  const bool is_enum = cells.Bool();
  const bool is_array = cells.Bool();
  if (is_enum) facts.type_class = ColumnFacts::TypeClass::kEnum;
  if (is_array) facts.type_class = ColumnFacts::TypeClass::kArray;
  return facts;
}

void OperatorClasses::Add(Oid32 oid, Entry entry) {
  if (entry.is_default) defaults_.emplace(entry.method, entry.input_type);
  entries_.insert_or_assign(oid, std::move(entry));
}

std::optional<std::string> OperatorClasses::Clause(Oid32 oid, const ColumnFacts& column) const {
  const auto found = entries_.find(oid);
  if (found == entries_.end()) return std::nullopt;
  const Entry& entry = found->second;
  if (!entry.is_default) return ' ' + entry.name;
  if (entry.input_type == column.type) return "";
  const bool chosen =
      !defaults_.contains({entry.method, column.type}) && TakesUncast(entry.input_type, column);
  return chosen ? std::optional<std::string>("") : std::nullopt;
}

std::optional<std::string> PrintColumns(const std::vector<int>& columns,
                                        const FindColumn& find_column) {
  std::string text;
  for (const int number : columns) {
    const ColumnFacts* column = find_column(number);
    if (!column) return std::nullopt;
    text += (text.empty() ? "(" : ", ") + QuoteIdentifier(column->name);
  }
  return text + ')';
}

std::string PrintStorageOptions(const std::vector<std::string>& options) {
  std::string text;
  for (const std::string& option : options) {
    const std::size_t equals = std::min(option.find('='), option.size());
    const std::string value = equals < option.size() ? option.substr(equals + 1) : "";
    text += (text.empty() ? "(" : ", ") + QuoteIdentifier(option.substr(0, equals)) + '=';
    text += QuoteIdentifier(value) == value ? value : QuoteLiteral(value);
  }
  return text + ')';
}

std::optional<std::string> PrintIndex(const RawIndex& index, const FindColumn& find_column,
                                      const OperatorClasses& classes) {
  if (!IsBuiltIn(index.method) || index.has_column_options) return std::nullopt;
  std::string text = "USING " + index.method + " (";
  for (std::size_t i = 0; i < index.key_columns; ++i) {
    const ColumnFacts* column = find_column(index.columns[i]);
    if (!column) return std::nullopt;
    if (index.collations[i] != 0 && index.collations[i] != column->collation) return std::nullopt;
    const auto clause = classes.Clause(index.classes[i], *column);
    if (!clause) return std::nullopt;
    if (i > 0) text += ", ";
    text += QuoteIdentifier(column->name) + *clause + Order(index.method, index.options[i]);
  }
  text += ')';
  if (index.columns.size() > index.key_columns) {
    const std::vector<int> included(
        index.columns.begin() + static_cast<std::ptrdiff_t>(index.key_columns),
        index.columns.end());
    const auto names = PrintColumns(included, find_column);
    if (!names) return std::nullopt;
    text += " INCLUDE " + *names;
  }
  if (index.nulls_not_distinct) text += " NULLS NOT DISTINCT";
  if (!index.storage_options.empty()) {
    text += " WITH " + PrintStorageOptions(index.storage_options);
  }
  if (!index.predicate.empty()) text += " WHERE " + index.predicate;
  return text;
}

}  // namespace pggit
