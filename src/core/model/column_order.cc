#include "core/model/column_order.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace pggit {
namespace {

// The parts of a list between commas that stand outside quotes and parentheses, sorted.
std::string SortedList(const std::string& list) {
  std::vector<std::string> parts(1);
  int depth = 0;
  char quote = 0;
  for (const char c : list) {
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '(' || c == '[') {
      ++depth;
    } else if (c == ')' || c == ']') {
      --depth;
    } else if (depth == 0 && c == ',') {
      parts.emplace_back();
      continue;
    }
    if (c != ' ' || !parts.back().empty()) parts.back() += c;
  }
  std::sort(parts.begin(), parts.end());
  std::string sorted;
  for (const std::string& part : parts) sorted += (sorted.empty() ? "" : ", ") + part;
  return sorted;
}

}  // namespace

Object WithColumnsSorted(Object object) {
  if (Table* table = std::get_if<Table>(&object.definition)) {
    std::sort(table->columns.begin(), table->columns.end());
  }
  if (Statistics* statistics = std::get_if<Statistics>(&object.definition)) {
    statistics->columns = SortedList(statistics->columns);
  }
  return object;
}

Schema WithColumnsSorted(Schema schema) {
  for (auto& [id, object] : schema.objects) object = WithColumnsSorted(std::move(object));
  return schema;
}

bool EqualModuloColumnOrder(const Object& a, const Object& b) {
  const bool ordered = std::holds_alternative<Table>(a.definition) ||
                       std::holds_alternative<Statistics>(a.definition);
  return ordered && a.id == b.id ? WithColumnsSorted(a) == WithColumnsSorted(b) : a == b;
}

bool EqualModuloColumnOrder(const Schema& a, const Schema& b) {
  return std::equal(a.objects.begin(), a.objects.end(), b.objects.begin(), b.objects.end(),
                    [](const auto& one, const auto& other) {
                      return EqualModuloColumnOrder(one.second, other.second);
                    });
}

}  // namespace pggit
