#include "core/catalog/row_source.h"

#include "core/catalog/focus.h"
#include "core/catalog/oid_array.h"

namespace pggit {

void RowSource::ForEachRowWith(std::string_view query, const std::vector<std::vector<Oid32>>& lists,
                               const std::function<void(Row)>& row) {
  std::string text(query);
  // From the last one on, lest $1 be taken out of $10.
  for (std::size_t i = lists.size(); i > 0; --i) {
    ReplaceAll(text, '$' + std::to_string(i), OidArray(lists[i - 1]));
  }
  ForEachRow(text, row);
}

}  // namespace pggit
