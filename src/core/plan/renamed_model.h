#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/model/schema.h"

namespace pggit {

// Which members of the model are SQL that the server prints: these follow a rename. Others are
// names of one thing, data, or text that is nobody's business but its own.

/// Whether the member of this name is text in which columns are spoken of.
inline bool SpeaksOfColumns(std::string_view name) {
  return name == "expression" || name == "definition" || name == "using" || name == "check" ||
         name == "partition by" || name == "filter" || name == "query" || name == "columns" ||
         name == "body";
}

/// What is done with a text: `other` is null where the other definition has no such text.
using SqlVisitor = std::function<void(const Element& element, std::string_view member,
                                      std::string& text, const std::string* other)>;

/// Walks over the SQL of a definition, part by part, beside that of `other`, which may be null.
void WalkSql(Definition& definition, const Definition* other, const SqlVisitor& visit);

}  // namespace pggit
