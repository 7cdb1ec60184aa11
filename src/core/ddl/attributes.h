#pragma once

#include <vector>

#include "core/ddl/cursor.h"
#include "core/ddl/piece.h"
#include "core/model/attributes.h"

namespace pggit {

/// The statements for owner, comments, security labels, extensions it goes with and privileges, in
/// this order.
void RenderAttributes(const ObjectId& id, const Attributes& attributes, std::vector<Piece>& pieces);

/// Reads back what RenderAttributes wrote for `id`, to the end of the text.
void ParseAttributes(Cursor& cursor, const ObjectId& id, Attributes& attributes);

/// What COMMENT ON and SECURITY LABEL ON take: `TABLE public.t`, `COLUMN public.t.c`.
std::string CommentTarget(const ObjectId& id, const Element& element);

/// What GRANT takes after ON: `TABLE public.t`. Aggregates are functions to it, domains types.
std::string GrantTarget(const ObjectId& id);

}  // namespace pggit
