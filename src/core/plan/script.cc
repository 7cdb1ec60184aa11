#include <string_view>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/diff/change.h"
#include "core/plan/online_script.h"
#include "core/plan/plan.h"
#include "core/plan/settings.h"

namespace pggit {
namespace {

// SET LOCAL holds in the transaction alone, SET until RESET.
void AppendSettings(std::string& text, std::string_view set) {
  for (const PlanSetting& setting : kPlanSettings) {
    text += set;
    text += ' ';
    text += setting.name;
    text += " = ";
    text += setting.is_word ? std::string(setting.value) : QuoteLiteral(setting.value);
    text += ";\n";
  }
}

void AppendComment(std::string& text, std::string_view line) {
  text += "-- ";
  for (const char c : line) text += c == '\n' || c == '\r' ? ' ' : c;
  text += '\n';
}

void AppendCost(std::string& text, const Cost& cost) {
  std::string line;
  for (const Hazard hazard : cost.hazards.List()) {
    if (!line.empty()) line += ", ";
    line += HazardName(hazard);
  }
  if (cost.lock != LockMode::kNone) {
    if (!line.empty()) line += "; ";
    line += "locks " + cost.locked + " in " + std::string(LockModeName(cost.lock)) + " mode";
  }
  if (!line.empty()) AppendComment(text, line);
  if (!cost.note.empty()) AppendComment(text, cost.note);
}

void AppendLosses(std::string& text, const Plan& plan) {
  bool found = false;
  for (const Part& part : plan.parts) {
    for (const Step& step : part) {
      if (!step.cost.hazards.Has(Hazard::kDataLoss)) continue;
      if (!found) text += "-- THIS SCRIPT DESTROYS DATA:\n";
      found = true;
      const std::string what =
          step.cost.note.empty() ? Describe(step.object, step.element) : step.cost.note;
      AppendComment(text, "  " + what);
    }
  }
  if (found) text += '\n';
}

// What stands above the first statement.
std::string Preface(const Plan& plan) {
  std::string text;
  AppendLosses(text, plan);
  for (const ObjectId& id : plan.reordered) {
    AppendComment(text, Describe(id) + " keeps the order of its columns: no ALTER moves a column");
  }
  return text;
}

void AppendSteps(std::string& text, const Part& part) {
  for (const Step& step : part) {
    text += '\n';
    AppendCost(text, step.cost);
    text += step.sql + ";\n";
  }
}

void AppendPart(std::string& text, const Part& part) {
  AppendSettings(text, "SET LOCAL");
  AppendSteps(text, part);
}

void AppendLockTimeout(std::string& text, std::string_view set = "SET") {
  text +=
      std::string(set) + " lock_timeout = " + QuoteLiteral(std::string(kOnlineLockTimeout)) + ";\n";
}

// What runs alone waits for transactions that are open, however long that takes: what comes after
// it does not wait behind it.
void AppendAlone(std::string& text, const Part& part) {
  text += "SET lock_timeout = 0;\n";
  AppendSteps(text, part);
  text += '\n';
  AppendLockTimeout(text);
}

std::string OnlinePlanScript(const Plan& plan) {
  std::string text = Preface(plan);
  AppendSettings(text, "SET");
  AppendLockTimeout(text);
  for (std::size_t i = 0; i < plan.parts.size(); ++i) {
    const Part& part = plan.parts[i];
    text += '\n' + PartLine({.number = i + 1,
                             .of = plan.parts.size(),
                             .steps = part.size(),
                             .alone = IsAlone(part),
                             .end = plan.ends.at(i)});
    if (IsAlone(part)) {
      AppendAlone(text, part);
    } else {
      text += "BEGIN;\n";
      AppendSteps(text, part);
      text += "\nCOMMIT;\n";
    }
  }
  text += '\n' + std::string(kOnlineEnd);
  for (const PlanSetting& setting : kPlanSettings) {
    text += "RESET " + std::string(setting.name) + ";\n";
  }
  return text + "RESET lock_timeout;\n";
}

}  // namespace

std::string PlanScript(const Plan& plan) {
  if (plan.online && !plan.empty()) return OnlinePlanScript(plan);
  std::string text = Preface(plan);
  for (const Part& part : plan.parts) {
    text += "BEGIN;\n";
    AppendPart(text, part);
    text += "\nCOMMIT;\n";
    if (&part != &plan.parts.back()) text += '\n';
  }
  return text;
}

bool FitsOneTransaction(const Plan& plan) {
  return plan.parts.empty() || (plan.parts.size() == 1 && !IsAlone(plan.parts.front()));
}

std::string PlanBody(const Plan& plan) {
  if (!FitsOneTransaction(plan)) throw InternalError("a plan of several transactions in one");
  std::string text = Preface(plan);
  if (plan.online) AppendLockTimeout(text, "SET LOCAL");
  for (const Part& part : plan.parts) AppendPart(text, part);
  return text + "\nSET LOCAL search_path TO DEFAULT;\n";
}

}  // namespace pggit
