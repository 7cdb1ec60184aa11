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

void Render(const ObjectId& id, const Language& language, Form form, std::vector<Piece>& pieces);
Language ParseLanguage(Cursor& cursor);

void Render(const ObjectId& id, const AccessMethod& method, Form form, std::vector<Piece>& pieces);
AccessMethod ParseAccessMethod(Cursor& cursor);

void Render(const ObjectId& id, const Function& function, Form form, std::vector<Piece>& pieces);
Function ParseFunction(Cursor& cursor);

void Render(const ObjectId& id, const Aggregate& aggregate, Form form, std::vector<Piece>& pieces);
Aggregate ParseAggregate(Cursor& cursor);

void Render(const ObjectId& id, const Operator& op, Form form, std::vector<Piece>& pieces);
Operator ParseOperator(Cursor& cursor);

void Render(const ObjectId& id, const OperatorFamily& family, Form form,
            std::vector<Piece>& pieces);
OperatorFamily ParseOperatorFamily(Cursor& cursor);

void Render(const ObjectId& id, const OperatorClass& opclass, Form form,
            std::vector<Piece>& pieces);
OperatorClass ParseOperatorClass(Cursor& cursor);

void Render(const ObjectId& id, const Transform& transform, Form form, std::vector<Piece>& pieces);
Transform ParseTransform(Cursor& cursor);

}  // namespace pggit
