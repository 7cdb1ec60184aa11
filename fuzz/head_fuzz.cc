// The head of a definition: whatever is taken off a text, rendered and read again, is the same.

#include "core/ddl/head.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string source(data, data + size);
  std::string_view text = source;
  pggit::Head head;
  try {
    head = pggit::TakeHead(text);
  } catch (const pggit::Error& error) {
    Require(error.code() == pggit::ErrorCode::kInvalidDefinition);
    return 0;
  }
  Require(source.ends_with(text));
  const std::string rendered = pggit::RenderHead(head);
  std::string_view rest = rendered;
  const pggit::Head again = pggit::TakeHead(rest);
  Require(rest.empty() && again == head);
  return 0;
}
