#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/diff/change.h"
#include "core/lint/lint.h"

namespace pggit {

/// Both ends of a plan, and what was found so far.
struct LintRun {
  const Schema& from;
  const Schema& to;
  const Plan& plan;
  std::vector<Finding> findings;

  void Add(std::string_view rule, const ObjectId& object, Element element, std::string message,
           std::string sql = {}) {
    findings.push_back(
        {FindLintRule(rule), object, std::move(element), std::move(message), std::move(sql)});
  }
  /// Null when it is not there.
  static const Object* Find(const Schema& schema, const ObjectId& id) {
    const auto found = schema.objects.find(id);
    return found == schema.objects.end() ? nullptr : &found->second;
  }
};

/// What the statements cost.
void LintSteps(LintRun& run);
/// Columns, keys and indexes of tables that are new or change.
void LintTables(LintRun& run);
/// Names that are new.
void LintNames(LintRun& run);
/// Functions that are new or change.
void LintFunctions(LintRun& run);

}  // namespace pggit
