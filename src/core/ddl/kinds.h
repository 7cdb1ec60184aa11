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

void Render(const ObjectId& id, const Extension& extension, Form form, std::vector<Piece>& pieces);
Extension ParseExtension(Cursor& cursor);

void Render(const ObjectId& id, const MaterializedView& view, Form form,
            std::vector<Piece>& pieces);
MaterializedView ParseMaterializedView(Cursor& cursor);

void Render(const ObjectId& id, const ForeignDataWrapper& wrapper, Form form,
            std::vector<Piece>& pieces);
ForeignDataWrapper ParseForeignDataWrapper(Cursor& cursor);

void Render(const ObjectId& id, const ForeignServer& server, Form form, std::vector<Piece>& pieces);
ForeignServer ParseServer(Cursor& cursor);

void Render(const ObjectId& id, const UserMapping& mapping, Form form, std::vector<Piece>& pieces);
UserMapping ParseUserMapping(Cursor& cursor);

void Render(const ObjectId& id, const Statistics& statistics, Form form,
            std::vector<Piece>& pieces);
Statistics ParseStatistics(Cursor& cursor);

void Render(const ObjectId& id, const Publication& publication, Form form,
            std::vector<Piece>& pieces);
Publication ParsePublication(Cursor& cursor);

void Render(const ObjectId& id, const Subscription& subscription, Form form,
            std::vector<Piece>& pieces);
Subscription ParseSubscription(Cursor& cursor);

void Render(const ObjectId& id, const EventTrigger& trigger, Form form, std::vector<Piece>& pieces);
EventTrigger ParseEventTrigger(Cursor& cursor);

void Render(const ObjectId& id, const DefaultPrivileges& defaults, Form form,
            std::vector<Piece>& pieces);
DefaultPrivileges ParseDefaultPrivileges(Cursor& cursor, const ObjectId& id);

void Render(const ObjectId& id, const SystemPrivileges& system, Form form,
            std::vector<Piece>& pieces);
SystemPrivileges ParseSystemPrivileges(Cursor& cursor);
void Render(const ObjectId& id, const Collation& collation, Form form, std::vector<Piece>& pieces);
Collation ParseCollation(Cursor& cursor);

void Render(const ObjectId& id, const Conversion& conversion, Form form,
            std::vector<Piece>& pieces);
Conversion ParseConversion(Cursor& cursor);

void Render(const ObjectId& id, const ShellType& type, Form form, std::vector<Piece>& pieces);
void Render(const ObjectId& id, const CompositeType& type, Form form, std::vector<Piece>& pieces);
void Render(const ObjectId& id, const EnumType& type, Form form, std::vector<Piece>& pieces);
void Render(const ObjectId& id, const RangeType& type, Form form, std::vector<Piece>& pieces);
void Render(const ObjectId& id, const BaseType& type, Form form, std::vector<Piece>& pieces);
Definition ParseType(Cursor& cursor);

void Render(const ObjectId& id, const Domain& domain, Form form, std::vector<Piece>& pieces);
Domain ParseDomain(Cursor& cursor);

void Render(const ObjectId& id, const Cast& cast, Form form, std::vector<Piece>& pieces);
Cast ParseCast(Cursor& cursor);

void Render(const ObjectId& id, const TextSearchParser& parser, Form form,
            std::vector<Piece>& pieces);
TextSearchParser ParseTextSearchParser(Cursor& cursor);

void Render(const ObjectId& id, const TextSearchTemplate& text_template, Form form,
            std::vector<Piece>& pieces);
TextSearchTemplate ParseTextSearchTemplate(Cursor& cursor);

void Render(const ObjectId& id, const TextSearchDictionary& dictionary, Form form,
            std::vector<Piece>& pieces);
TextSearchDictionary ParseTextSearchDictionary(Cursor& cursor);

void Render(const ObjectId& id, const TextSearchConfiguration& configuration, Form form,
            std::vector<Piece>& pieces);
TextSearchConfiguration ParseTextSearchConfiguration(Cursor& cursor);

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
