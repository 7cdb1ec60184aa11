#include <string_view>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/diff/change.h"
#include "core/plan/plan.h"
#include "core/plan/settings.h"

namespace pggit {
namespace {

// They hold in the transaction alone.
void AppendSettings(std::string& text) {
  for (const PlanSetting& setting : kPlanSettings) {
    text += "SET LOCAL ";
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

void AppendPart(std::string& text, const Part& part) {
  AppendSettings(text);
  for (const Step& step : part) {
    text += '\n';
    AppendCost(text, step.cost);
    text += step.sql + ";\n";
  }
}

}  // namespace

std::string PlanScript(const Plan& plan) {
  std::string text = Preface(plan);
  for (const Part& part : plan.parts) {
    text += "BEGIN;\n";
    AppendPart(text, part);
    text += "\nCOMMIT;\n";
    if (&part != &plan.parts.back()) text += '\n';
  }
  return text;
}

std::string PlanBody(const Plan& plan) {
  if (plan.parts.size() > 1) throw InternalError("a plan of several transactions in one");
  std::string text = Preface(plan);
  for (const Part& part : plan.parts) AppendPart(text, part);
  return text + "\nSET LOCAL search_path TO DEFAULT;\n";
}

}  // namespace pggit
