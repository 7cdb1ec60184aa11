#include "core/model/column_order.h"

#include <algorithm>
#include <utility>

namespace pggit {

Object WithColumnsSorted(Object object) {
  if (Table* table = std::get_if<Table>(&object.definition)) {
    std::sort(table->columns.begin(), table->columns.end());
  }
  return object;
}

Schema WithColumnsSorted(Schema schema) {
  for (auto& [id, object] : schema.objects) object = WithColumnsSorted(std::move(object));
  return schema;
}

bool EqualModuloColumnOrder(const Object& a, const Object& b) {
  const bool tables = std::holds_alternative<Table>(a.definition) && a.id == b.id;
  return tables ? WithColumnsSorted(a) == WithColumnsSorted(b) : a == b;
}

bool EqualModuloColumnOrder(const Schema& a, const Schema& b) {
  return std::equal(a.objects.begin(), a.objects.end(), b.objects.begin(), b.objects.end(),
                    [](const auto& one, const auto& other) {
                      return EqualModuloColumnOrder(one.second, other.second);
                    });
}

}  // namespace pggit
