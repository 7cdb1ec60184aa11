#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/ddl/definition.h"

namespace pggit {

/// Expects `text` to be canonical. That parsing takes it means that rendering gave it back.
inline void ExpectCanonical(const std::string& text) {
  EXPECT_EQ(RenderDefinition(ParseDefinition(text)), text);
}

/// The statements of the object that `text` defines, in the form for ordering, each after its part.
inline std::vector<std::string> SplitStatements(const std::string& text) {
  std::vector<std::string> statements;
  for (const Piece& piece : Pieces(ParseDefinition(text), Form::kSplit)) {
    std::string line(ElementKindName(piece.element.kind));
    if (!piece.element.name.empty()) line += ' ' + piece.element.name;
    statements.push_back(line + ": " + piece.sql);
  }
  return statements;
}

}  // namespace pggit
