#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/schema.h"
#include "core/plan/plan.h"

namespace pggit {

enum class Severity { kInfo, kWarning, kCritical };

/// "info", "warning", "critical".
std::string_view SeverityName(Severity severity);

/// One thing that lint looks for. Names stay what they are: scripts rely on them.
struct LintRule {
  std::string_view name;
  Severity severity;
  std::string_view finds;  ///< What it finds: lower case, no full stop.
  std::string_view hint;   ///< What to do about it: a full sentence.
};

/// Every rule, in the order in which findings are told. docs/guide/lint.md lists them.
std::span<const LintRule> LintRules();

/// The rule of this name; null when there is none.
const LintRule* FindLintRule(std::string_view name);

/// A rule that something in a plan breaks.
struct Finding {
  const LintRule* rule;
  ObjectId object;
  Element element;
  std::string message;  ///< Lower case, no full stop.
  std::string sql;      ///< The statement; empty where no single one is to blame.

  auto operator<=>(const Finding&) const = default;
};

/// What is to be said about `plan`, which leads from `from`, renames done, to `to`. What a rule
/// asks of a schema is asked of what the plan adds or changes: what was there before is not told.
/// Sorted by severity, the worst first; each rule tells of a part once.
std::vector<Finding> Lint(const Schema& from, const Schema& to, const Plan& plan);

}  // namespace pggit
