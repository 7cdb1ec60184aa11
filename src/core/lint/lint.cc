#include "core/lint/lint.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/lint/findings.h"

namespace pggit {
namespace {

constexpr std::array kRules = {
    LintRule{"data-loss", Severity::kCritical, "rows or values that the plan destroys",
             "Copy the data away first, or tell with --rename what only has a new name."},
    LintRule{"not-null-without-default", Severity::kCritical,
             "a column added NOT NULL without a value for the rows that are there",
             "Give it a default, or add it without NOT NULL, fill it, and set NOT NULL then."},
    LintRule{"volatile-default", Severity::kCritical,
             "a column added with a default that is worked out row by row, which writes the table "
             "anew",
             "Add the column without the default, set the default, and fill old rows in batches."},
    LintRule{"table-rewrite", Severity::kCritical,
             "a table that is there and is written anew, while nobody can read it",
             "Add a new column or table, copy in batches, and change over to it."},
    LintRule{
        "blocking-scan", Severity::kWarning,
        "a check of all rows of a table that is there, while it is locked against writing",
        "Plan with --online, or add it NOT VALID in one migration and VALIDATE it in the next."},
    LintRule{"blocking-index", Severity::kWarning,
             "an index built on a table that is there, while it is locked against writing",
             "Plan with --online, or build it before with CREATE INDEX CONCURRENTLY."},
    LintRule{"breaking-rename", Severity::kWarning,
             "a thing that programs know by the name that it loses",
             "Leave a view of the old name until no program uses it."},
    LintRule{"breaking-change", Severity::kWarning,
             "a change that queries which worked may fail of, though no data is lost",
             "Change the programs first, or leave the old thing until none uses it."},
    LintRule{"foreign-key-without-index", Severity::kWarning,
             "a foreign key with no index on its columns, so that each delete on the other side "
             "reads the whole table",
             "Add an index that begins with the key's columns."},
    LintRule{"duplicate-index", Severity::kWarning,
             "a new index that another one of the table is already", "Leave one of them out."},
    LintRule{"name-too-long", Severity::kWarning,
             "a name of more than 63 bytes, which the server cuts off", "Choose a shorter name."},
    LintRule{"name-clash", Severity::kWarning,
             "a new name that differs from another one beside it in upper and lower case alone",
             "Choose another name: unquoted, both are the same."},
    LintRule{"policies-without-row-security", Severity::kWarning,
             "policies on a table whose row security is off, which therefore do nothing",
             "Turn it on with ALTER TABLE ... ENABLE ROW LEVEL SECURITY."},
    LintRule{"definer-without-search-path", Severity::kWarning,
             "a SECURITY DEFINER function that uses the caller's search path",
             "Add SET search_path to the function."},
    LintRule{"not-transactional", Severity::kInfo,
             "a plan that takes more than one transaction, so that it can stop half-way",
             "Plan with --one-transaction where that is worth its cost."},
    LintRule{"table-without-primary-key", Severity::kInfo,
             "a new table without a primary key, whose rows replication cannot tell apart",
             "Add a primary key, or set a replica identity."},
};

}  // namespace

std::string_view SeverityName(Severity severity) {
  switch (severity) {
    case Severity::kInfo: return "info";
    case Severity::kWarning: return "warning";
    case Severity::kCritical: return "critical";
  }
  return "";
}

std::span<const LintRule> LintRules() {
  return kRules;
}

const LintRule* FindLintRule(std::string_view name) {
  const auto* const found = std::ranges::find(kRules, name, &LintRule::name);
  return found == kRules.end() ? nullptr : &*found;
}

std::vector<Finding> Lint(const Schema& from, const Schema& to, const Plan& plan) {
  LintRun run{from, to, plan, {}};
  LintSteps(run);
  LintTables(run);
  LintNames(run);
  LintFunctions(run);
  // The rules stand in the order of their severity.
  const auto key = [](const Finding& f) { return std::tie(f.rule, f.object, f.element); };
  std::ranges::stable_sort(run.findings,
                           [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
  const auto same =
      std::unique(run.findings.begin(), run.findings.end(),
                  [&](const Finding& a, const Finding& b) { return key(a) == key(b); });
  run.findings.erase(same, run.findings.end());
  return std::move(run.findings);
}

}  // namespace pggit
