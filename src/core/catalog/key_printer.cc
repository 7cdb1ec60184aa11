#include "core/catalog/key_printer.h"

#include "core/base/error.h"

namespace pggit {
namespace {

// pg_constraint.confupdtype and confdeltype; NO ACTION goes without saying.
std::string Action(std::string_view event, char letter) {
  std::string text = " ON " + std::string(event);
  switch (letter) {
    case 'a': return "";
    case 'r': return text + " RESTRICT";
    case 'c': return text + " CASCADE";
    case 'n': return text + " SET NULL";
    case 'd': return text + " SET DEFAULT";
    default: throw InternalError(std::string("unknown foreign key action '") + letter + '\'');
  }
}

std::string Match(char letter) {
  switch (letter) {
    case 's': return "";
    case 'f': return " MATCH FULL";
    case 'p': return " MATCH PARTIAL";
    default: throw InternalError(std::string("unknown foreign key match '") + letter + '\'');
  }
}

}  // namespace

std::optional<std::string> PrintKey(const RawKey& key, const FindColumn& find_column) {
  const auto middle = key.columns.begin() + static_cast<std::ptrdiff_t>(key.key_columns);
  const auto columns = PrintColumns({key.columns.begin(), middle}, find_column);
  if (!columns) return std::nullopt;
  std::string text = key.primary ? "PRIMARY KEY " : "UNIQUE ";
  if (key.nulls_not_distinct) text += "NULLS NOT DISTINCT ";
  text += *columns;
  if (middle != key.columns.end()) {
    const auto included = PrintColumns({middle, key.columns.end()}, find_column);
    if (!included) return std::nullopt;
    text += " INCLUDE " + *included;
  }
  if (!key.storage_options.empty()) text += " WITH " + PrintStorageOptions(key.storage_options);
  return text;
}

std::optional<std::string> PrintForeignKey(const RawForeignKey& key, const FindColumn& find_column,
                                           const FindColumn& find_referenced) {
  const auto columns = PrintColumns(key.columns, find_column);
  const auto referenced = PrintColumns(key.referenced_columns, find_referenced);
  if (!columns || !referenced) return std::nullopt;
  std::string text = "FOREIGN KEY " + *columns + " REFERENCES " + key.referenced + *referenced +
                     Match(key.match) + Action("UPDATE", key.on_update) +
                     Action("DELETE", key.on_delete);
  if (!key.set_columns.empty()) {
    const auto set = PrintColumns(key.set_columns, find_column);
    if (!set) return std::nullopt;
    text += ' ' + *set;
  }
  return text;
}

std::string PrintEnding(const RawEnding& ending) {
  std::string text;
  if (ending.no_inherit) text += " NO INHERIT";
  if (ending.deferrable) text += " DEFERRABLE";
  if (ending.deferred) text += " INITIALLY DEFERRED";
  if (!ending.validated) text += " NOT VALID";
  return text;
}

}  // namespace pggit
