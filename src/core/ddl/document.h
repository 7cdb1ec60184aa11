#pragma once

#include <string>
#include <string_view>

#include "core/model/schema.h"

namespace pggit {

/// A whole schema as one text: the definitions in the order of their ids, an empty line between
/// them.
std::string RenderDocument(const Schema& schema);

/// Whether a text is meant as one: it is empty or begins with the head of a definition.
bool IsDocument(std::string_view text);

/// Reads it back. Throws Error(kInvalidDefinition) on a definition that is not canonical, on two of
/// the same object, and on anything that is no definition.
Schema ParseDocument(std::string_view text);

}  // namespace pggit
