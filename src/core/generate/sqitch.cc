#include "core/generate/sqitch.h"

#include <algorithm>
#include <optional>
#include <sstream>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/plan/effective_columns.h"

namespace pggit {
namespace {

constexpr char kPlanFile[] = "sqitch.plan";

// What the server knows to look up by name for this kind; empty where there is no such thing.
std::string_view LookUp(Kind kind) {
  switch (kind) {
    case Kind::kSchema: return "pg_catalog.to_regnamespace";
    case Kind::kTable:
    case Kind::kForeignTable:
    case Kind::kView:
    case Kind::kMaterializedView:
    case Kind::kSequence: return "pg_catalog.to_regclass";
    case Kind::kType:
    case Kind::kDomain: return "pg_catalog.to_regtype";
    case Kind::kFunction: return "pg_catalog.to_regprocedure";
    case Kind::kCollation: return "pg_catalog.to_regcollation";
    case Kind::kExtension:
    case Kind::kLanguage:
    case Kind::kAccessMethod:
    case Kind::kConversion:
    case Kind::kProcedure:
    case Kind::kAggregate:
    case Kind::kOperator:
    case Kind::kOperatorFamily:
    case Kind::kOperatorClass:
    case Kind::kCast:
    case Kind::kTransform:
    case Kind::kTextSearchParser:
    case Kind::kTextSearchTemplate:
    case Kind::kTextSearchDictionary:
    case Kind::kTextSearchConfiguration:
    case Kind::kForeignDataWrapper:
    case Kind::kServer:
    case Kind::kUserMapping:
    case Kind::kStatistics:
    case Kind::kPublication:
    case Kind::kSubscription:
    case Kind::kEventTrigger:
    case Kind::kDefaultPrivileges:
    case Kind::kSystemPrivileges: break;
  }
  return "";
}

// A division by zero unless the thing is there, or is not. Arguments with modes are left out:
// to_regprocedure takes those that go in alone.
std::string Lookup(const ObjectId& id, bool there) {
  const std::string_view look_up = LookUp(id.kind);
  if (look_up.empty() || id.signature.find("OUT ") != std::string::npos) return "";
  return "SELECT 1 / (" + std::string(look_up) + '(' + QuoteLiteral(SqlName(id)) + ") IS " +
         (there ? "NOT " : "") + "NULL)::integer;\n";
}

std::string Columns(const Schema& schema, const Object& object) {
  std::string list;
  for (const Column& column : EffectiveColumns(schema, object)) {
    list += (list.empty() ? "" : ", ") + QuoteIdentifier(column.name);
  }
  return list.empty() ? "" : "SELECT " + list + " FROM " + SqlName(object.id) + " WHERE false;\n";
}

std::vector<std::string> ChangesIn(const std::string& plan) {
  std::vector<std::string> names;
  std::istringstream lines(plan);
  for (std::string line; std::getline(lines, line);) {
    const std::string name = line.substr(0, line.find(' '));
    const bool change = !name.empty() && name[0] != '%' && name[0] != '@' && name[0] != '#';
    if (change) names.push_back(name);
  }
  return names;
}

std::string FreeName(const std::string& name, const MigrationTarget& target) {
  const std::vector<std::string> planned = ChangesIn(target.sqitch_plan);
  const auto taken = [&](const std::string& wanted) {
    return std::ranges::count(planned, wanted) > 0 ||
           std::ranges::count(target.present, wanted + ".sql") > 0;
  };
  std::string free = name;
  for (int i = 2; taken(free); ++i) free = name + '_' + std::to_string(i);
  return free;
}

// %project=name of a plan.
std::string ProjectOf(const MigrationTarget& target) {
  constexpr std::string_view kProject = "%project=";
  std::istringstream lines(target.sqitch_plan);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(kProject)) return line.substr(kProject.size());
  }
  return target.project;
}

// 20260115103000 as sqitch writes it.
std::string Iso(const std::string& t) {
  return t.substr(0, 4) + '-' + t.substr(4, 2) + '-' + t.substr(6, 2) + 'T' + t.substr(8, 2) + ':' +
         t.substr(10, 2) + ':' + t.substr(12, 2) + 'Z';
}

}  // namespace

std::string VerifyStatements(const Schema& from, const Schema& to) {
  std::string text;
  for (const auto& [id, object] : from.objects) {
    if (!to.objects.contains(id)) text += Lookup(id, false);
  }
  for (const auto& [id, object] : to.objects) {
    const auto old = from.objects.find(id);
    if (old == from.objects.end()) text += Lookup(id, true);
    const bool same = old != from.objects.end() && old->second == object;
    if (!same && std::holds_alternative<Table>(object.definition)) text += Columns(to, object);
  }
  return text;
}

std::vector<MigrationFile> MakeSqitchFiles(const MigrationPlans& plans,
                                           const MigrationTarget& target) {
  if (!plans.down) {
    throw Error(ErrorCode::kNotSupported, "sqitch wants a way back for every change", {},
                "Leave out --up-only, or make plain files.");
  }
  const std::string name = FreeName(target.name, target);
  const std::string change = ProjectOf(target) + ':' + name;
  std::string plan = target.sqitch_plan;
  if (plan.empty()) {
    plan = "%syntax-version=1.0.0\n%project=" + target.project + "\n\n";
  } else if (!plan.ends_with('\n')) {
    plan += '\n';
  }
  plan += name + ' ' + Iso(target.time) + ' ' + target.author + " # " + target.name + '\n';
  return {{"deploy/" + name + ".sql", "-- Deploy " + change + " to pg\n\n" + PlanScript(plans.up),
           false},
          {"revert/" + name + ".sql",
           "-- Revert " + change + " from pg\n\n" + PlanScript(*plans.down), false},
          {"verify/" + name + ".sql",
           "-- Verify " + change + " on pg\n\nBEGIN;\n\n" + VerifyStatements(plans.from, plans.to) +
               "\nROLLBACK;\n",
           false},
          {kPlanFile, plan, !target.sqitch_plan.empty()}};
}

}  // namespace pggit
