#include "extension/expression_printer.h"

#include <utility>

#include "core/catalog/node_tree.h"

extern "C" {
#include "utils/builtins.h"
#include "utils/memutils.h"
}

namespace pggit {

std::optional<std::string_view> ExpressionPrinter::Print(std::string_view tree,
                                                         MemoryContext scratch) {
  std::optional<std::string> detached = DetachedTree(tree);
  if (!detached) return std::nullopt;
  if (const auto known = texts_.find(*detached); known != texts_.end()) return known->second;
  const std::string_view stored = *detached;
  const std::string_view printed = Server([=] {
    const MemoryContext caller = MemoryContextSwitchTo(scratch);
    text* const argument = cstring_to_text_with_len(stored.data(), static_cast<int>(stored.size()));
    text* const result = DatumGetTextPP(
        DirectFunctionCall2(pg_get_expr, PointerGetDatum(argument), ObjectIdGetDatum(InvalidOid)));
    MemoryContextSwitchTo(caller);
    return std::string_view(VARDATA_ANY(result),
                            static_cast<std::size_t>(VARSIZE_ANY_EXHDR(result)));
  });
  return texts_.try_emplace(*std::move(detached), printed).first->second;
}

}  // namespace pggit
