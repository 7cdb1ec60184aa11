#include "core/plan/drop.h"

#include <algorithm>
#include <vector>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/ddl/attributes.h"
#include "core/ddl/relation_parts.h"
#include "core/diff/change.h"
#include "core/diff/parts.h"
#include "core/model/parts_of.h"
#include "core/plan/elements.h"
#include "core/plan/privilege_change.h"

namespace pggit {
namespace {

bool IsRelation(Kind kind) {
  return kind == Kind::kTable || kind == Kind::kForeignTable || kind == Kind::kView ||
         kind == Kind::kMaterializedView || kind == Kind::kSequence;
}

std::string SubscriptionDrop(const ObjectId& id) {
  const std::string alter = "ALTER SUBSCRIPTION " + SqlName(id);
  return alter + " DISABLE;\n" + alter + " SET (slot_name = NONE);\nDROP SUBSCRIPTION " +
         SqlName(id);
}

// Whether the type's own functions go with it.
bool GoesWithFunctions(const Object& object) {
  if (std::holds_alternative<BaseType>(object.definition)) return true;
  const RangeType* range = std::get_if<RangeType>(&object.definition);
  return range && StartsAsShell(*range);
}

Cost DropCost(const Object& object) {
  Cost cost;
  cost.hazards = {Hazard::kBreakingChange};
  const std::string name = Describe(object.id);
  if (IsRelation(object.id.kind)) {
    cost.lock = LockMode::kAccessExclusive;
    cost.locked = SqlName(object.id);
  }
  if (object.id.kind == Kind::kTable) {
    cost.hazards.Add({Hazard::kDataLoss, Hazard::kIrreversible});
    const bool partitioned = !std::get<Table>(object.definition).partition_by.empty();
    cost.note =
        "all rows of " + name + (partitioned ? " and its partitions are lost" : " are lost");
  } else if (object.id.kind == Kind::kMaterializedView) {
    cost.note = name + " is empty until it is refreshed, if it is made again";
  } else if (object.id.kind == Kind::kSequence) {
    cost.hazards.Add({Hazard::kDataLoss, Hazard::kIrreversible});
    cost.note = "how far " + name + " has counted is lost";
  } else if (object.id.kind == Kind::kSubscription) {
    cost.note = "its slot stays on the other server: drop it there";
  } else if (object.id.kind == Kind::kExtension) {
    cost.hazards.Add({Hazard::kDataLoss, Hazard::kIrreversible});
    cost.note = "what tables of " + name + " hold is lost";
  }
  return cost;
}

Cost TableCost(const ObjectId& id) {
  Cost cost;
  cost.lock = LockMode::kAccessExclusive;
  cost.locked = SqlName(id);
  return cost;
}

std::string AlterTable(const ObjectId& id, bool alone = false) {
  return "ALTER " + std::string(KindName(id.kind)) + (alone ? " ONLY " : " ") + SqlName(id);
}

std::string DropMember(const Object& object, const std::string& member) {
  const std::string name = SqlName(object.id);
  if (std::holds_alternative<Sequence>(object.definition)) {
    return "ALTER SEQUENCE " + name + " OWNED BY NONE";
  }
  if (std::holds_alternative<Publication>(object.definition)) {
    constexpr std::string_view kSchema = "schema ";
    if (member.starts_with(kSchema)) {
      return "ALTER PUBLICATION " + name + " DROP TABLES IN SCHEMA " +
             QuoteIdentifier(member.substr(kSchema.size()));
    }
    return "ALTER PUBLICATION " + name + " DROP TABLE ONLY " + member;
  }
  if (std::holds_alternative<TextSearchConfiguration>(object.definition)) {
    return "ALTER " + Describe(object.id) + " DROP MAPPING FOR " + QuoteIdentifier(member);
  }
  if (const OperatorFamily* family = std::get_if<OperatorFamily>(&object.definition)) {
    return DropFamilyMembers(object.id, family->loose);
  }
  if (const Table* table = std::get_if<Table>(&object.definition)) {
    if (member == kOfType.name) return AlterTable(object.id) + " NOT OF";
    for (const std::string& parent : table->inherits) {
      if (member == Bond(parent).name) return AlterTable(object.id) + " NO INHERIT " + parent;
    }
  }
  throw InternalError("no way to drop member \"" + member + "\" of " + Describe(object.id));
}

}  // namespace

std::string DropFamilyMembers(const ObjectId& id, const FamilyMembers& members) {
  std::vector<std::string> lines;
  for (const FamilyOperator& member : members.operators) {
    lines.push_back("OPERATOR " + std::to_string(member.strategy) + ' ' +
                    member.name.substr(member.name.rfind('(')));
  }
  for (const FamilyFunction& member : members.functions) {
    lines.push_back("FUNCTION " + std::to_string(member.number) + " (" + member.left_type + ", " +
                    member.right_type + ')');
  }
  std::string sql = "ALTER OPERATOR FAMILY " + SqlName(id) + " DROP\n    ";
  for (const std::string& line : lines) {
    if (&line != &lines.front()) sql += ",\n    ";
    sql += line;
  }
  return sql;
}

std::string DropTarget(const ObjectId& id) {
  return CommentTarget(id, {});
}

Removal Drop(const Object& object) {
  const ObjectId& id = object.id;
  Removal removal{"DROP " + DropTarget(id), DropCost(object)};
  if (id.kind == Kind::kSubscription) {
    removal.sql = SubscriptionDrop(id);
  } else if (id.kind == Kind::kDefaultPrivileges || id.kind == Kind::kSystemPrivileges) {
    removal = {JoinStatements(PrivilegeObjectChange(&object, nullptr)), {}};
  } else if (GoesWithFunctions(object)) {
    removal.sql += " CASCADE";
  }
  return removal;
}

Removal DropPart(const Object& object, const Element& element, bool alone) {
  const ObjectId& id = object.id;
  const std::string name = QuoteIdentifier(element.name);
  switch (element.kind) {
    case ElementKind::kColumn: {
      const Table* table = std::get_if<Table>(&object.definition);
      Cost cost = TableCost(id);
      cost.hazards = {Hazard::kBreakingChange};
      const Column* column = table ? FindPart(table->columns, element.name) : nullptr;
      if (id.kind == Kind::kTable && !(column && column->generated != Generated::kNever)) {
        cost.hazards.Add({Hazard::kDataLoss, Hazard::kIrreversible});
        cost.note = "all values of " + Describe(id, element) + " are lost";
      }
      return {AlterTable(id, alone) + " DROP COLUMN " + name, cost};
    }
    case ElementKind::kDefault:
      return {AlterTable(id) + " ALTER COLUMN " + name + " DROP DEFAULT", TableCost(id)};
    case ElementKind::kConstraint:
      if (id.kind == Kind::kDomain) {
        return {"ALTER DOMAIN " + SqlName(id) + " DROP CONSTRAINT " + name, {}};
      }
      return {AlterTable(id) + " DROP CONSTRAINT " + name, TableCost(id)};
    case ElementKind::kIndex:
      return {"DROP INDEX " + QuoteQualified(id.schema, element.name), TableCost(id)};
    case ElementKind::kPartition:
      return {"ALTER TABLE " + std::get<Table>(object.definition).partition_of +
                  " DETACH PARTITION " + SqlName(id),
              TableCost(id)};
    case ElementKind::kRule: return {"DROP RULE " + name + " ON " + SqlName(id), TableCost(id)};
    case ElementKind::kTrigger:
      return {"DROP TRIGGER " + name + " ON " + SqlName(id), TableCost(id)};
    case ElementKind::kPolicy: return {"DROP POLICY " + name + " ON " + SqlName(id), TableCost(id)};
    case ElementKind::kMember: return {DropMember(object, element.name), {}};
    case ElementKind::kSelf:
    case ElementKind::kSequence: break;
  }
  throw InternalError("no way to drop " + Describe(id, element));
}

}  // namespace pggit
