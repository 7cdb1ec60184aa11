#pragma once

#include <string>
#include <vector>

#include "core/ddl/cursor.h"
#include "core/ddl/piece.h"
#include "core/model/schema.h"

namespace pggit {

// Two functions for each kind, in the file of its name. Render appends the statements that make the
// object, without what every kind can have (attributes.h). Parse reads them back from the cursor,
// up to the first statement that is not the kind's own; `facts` are the head's lines of the kind,
// which Facts renders for the few kinds that have any.

void Render(const ObjectId& id, const Namespace& schema, Form form, std::vector<Piece>& pieces);
Namespace ParseNamespace(Cursor& cursor);

void Render(const ObjectId& id, const Sequence& sequence, Form form, std::vector<Piece>& pieces);
Sequence ParseSequence(Cursor& cursor);

void Render(const ObjectId& id, const Table& table, Form form, std::vector<Piece>& pieces);
Table ParseTable(Cursor& cursor, const ObjectId& id);

void Render(const ObjectId& id, const View& view, Form form, std::vector<Piece>& pieces);
std::vector<std::string> Facts(const View& view);
View ParseView(Cursor& cursor, const ObjectId& id, const std::vector<std::string>& facts);

}  // namespace pggit
