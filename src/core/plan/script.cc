#include <string_view>

#include "core/diff/change.h"
#include "core/plan/plan.h"

namespace pggit {
namespace {

// Settings that the statements are written for. They hold in the transaction alone.
constexpr std::string_view kSettings =
    "SET LOCAL search_path = '';\n"
    "SET LOCAL check_function_bodies = false;\n"
    "SET LOCAL xmloption = content;\n"
    "SET LOCAL standard_conforming_strings = on;\n"
    "SET LOCAL DateStyle = 'ISO, YMD';\n"
    "SET LOCAL IntervalStyle = 'postgres';\n"
    "SET LOCAL TimeZone = 'UTC';\n"
    "SET LOCAL extra_float_digits = 3;\n"
    "SET LOCAL default_tablespace = '';\n"
    "SET LOCAL default_table_access_method = heap;\n"
    "SET LOCAL row_security = off;\n";

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

}  // namespace

std::string PlanScript(const Plan& plan) {
  std::string text;
  AppendLosses(text, plan);
  for (const ObjectId& id : plan.reordered) {
    AppendComment(text, Describe(id) + " keeps the order of its columns: no ALTER moves a column");
  }
  for (const Part& part : plan.parts) {
    text += "BEGIN;\n";
    text += kSettings;
    for (const Step& step : part) {
      text += '\n';
      AppendCost(text, step.cost);
      text += step.sql + ";\n";
    }
    text += "\nCOMMIT;\n";
    if (&part != &plan.parts.back()) text += '\n';
  }
  return text;
}

}  // namespace pggit
