// Canonical definitions: parsing ends in a value or in Error(kInvalidDefinition); a value renders
// to the text it came from, and is the same alone, in a document, and read again.

#include "core/ddl/definition.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/base/error.h"
#include "core/ddl/document.h"

namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

void CheckObject(const pggit::Object& object, const std::string& text) {
  const std::string rendered = pggit::RenderDefinition(object);
  Require(rendered == text && pggit::ParseDefinition(rendered) == object);
  const pggit::Schema document = pggit::ParseDocument(text);
  Require(document.objects.size() == 1 && document.objects.begin()->second == object);
  Require(!pggit::Pieces(object, pggit::Form::kSplit).empty());
  Require(!pggit::Pieces(object, pggit::Form::kSeparate).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(data, data + size);
  pggit::Object object;
  try {
    object = pggit::ParseDefinition(text);
  } catch (const pggit::Error& error) {
    Require(error.code() == pggit::ErrorCode::kInvalidDefinition);
    return 0;
  }
  CheckObject(object, text);
  return 0;
}
