// Paths: that of an object leads back to it and can be carried everywhere; a path that means an
// object is the one of that object.

#include "core/model/path.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "core/model/signature.h"

namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

void CheckComponent(std::string_view component) {
  Require(!component.empty() && component.size() <= 255);
  Require(component.front() != '.' && component.back() != '.' && component.back() != ' ');
  Require(std::all_of(component.begin(), component.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x20 && !(c >= 'A' && c <= 'Z') &&
           std::string_view("\\:*?\"<>|\x7f").find(c) == std::string_view::npos;
  }));
}

void CheckPath(std::string_view path) {
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/')) {
    CheckComponent(path.substr(0, slash));
    path.remove_prefix(slash + 1);
  }
  CheckComponent(path);
}

// The first byte is the kind; then schema, name and signature, a line each.
void CheckObject(std::string_view text) {
  if (text.empty()) return;
  pggit::ObjectId id;
  id.kind = static_cast<pggit::Kind>(static_cast<unsigned char>(text.front()) % pggit::kKindCount);
  text.remove_prefix(1);
  const auto line = [&] {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string taken(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
  };
  std::string schema = line();
  if (pggit::KindHasSchema(id.kind)) id.schema = std::move(schema);
  if (!pggit::KindIsNamedBySignature(id.kind)) id.name = line();
  id.signature = line();
  if (pggit::KindHasSchema(id.kind) == id.schema.empty()) return;
  if (pggit::KindIsNamedBySignature(id.kind) != id.name.empty()) return;
  if (!pggit::IsSignature(id.kind, id.signature)) return;
  const std::string path = pggit::PathOf(id);
  CheckPath(path);
  const auto again = pggit::FromPath(path);
  Require(again ? *again == id : path.find('~') != std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(data, data + size);
  if (const auto id = pggit::FromPath(text)) Require(pggit::PathOf(*id) == text);
  CheckObject(text);
  return 0;
}
