#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/ddl/piece.h"
#include "core/model/schema.h"

namespace pggit {

/// The canonical definition of `object`: a head of comment lines (its name, what it needs), then
/// its statements. Equal objects give equal bytes, whatever server or order they came from.
std::string RenderDefinition(const Object& object);

/// The object that `text` defines: ParseDefinition(RenderDefinition(x)) == x for every x.
///
/// Throws Error(kInvalidDefinition) on anything else, also on text that says the same in another
/// form, so that what is stored has one spelling only.
Object ParseDefinition(std::string_view text);

/// Adds the object that `text` defines, unless one of its name is there. Throws as
/// ParseDefinition().
void AddDefinition(Schema& schema, std::string_view text);

/// The statements of `object` in an order in which they can run, given all it needs.
std::vector<Piece> Pieces(const Object& object, Form form);

/// Joins statements to text: a semicolon after each, an empty line around those of several lines.
std::string JoinPieces(const std::vector<Piece>& pieces);

}  // namespace pggit
