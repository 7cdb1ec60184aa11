#include "core/lint/findings.h"

#include <algorithm>

#include "core/diff/parts.h"
#include "core/plan/row_by_row.h"

namespace pggit {
namespace {

bool Has(const Step& step, Hazard hazard) {
  return step.cost.hazards.Has(hazard);
}

// The column that the step adds to a table that is there.
const Column* AddedColumn(const LintRun& run, const Step& step) {
  if (step.element.kind != ElementKind::kColumn) return nullptr;
  const Object* from = LintRun::Find(run.from, step.object);
  const Object* to = LintRun::Find(run.to, step.object);
  const Table* old = from ? std::get_if<Table>(&from->definition) : nullptr;
  const Table* fresh = to ? std::get_if<Table>(&to->definition) : nullptr;
  if (!old || !fresh || FindPart(old->columns, step.element.name)) return nullptr;
  return FindPart(fresh->columns, step.element.name);
}

class StepLinter {
 public:
  StepLinter(LintRun& run, const Step& step)
      : run_(run), step_(step), what_(Describe(step.object, step.element)) {}

  void Run() {
    const bool loses = Has(step_, Hazard::kDataLoss);
    if (loses) Add("data-loss", step_.cost.note.empty() ? what_ + " loses data" : step_.cost.note);
    if (step_.renames) {
      if (Has(step_, Hazard::kBreakingChange)) Add("breaking-rename", what_ + " is renamed");
      return;
    }
    if (!loses && Has(step_, Hazard::kBreakingChange) && Exists()) {
      Add("breaking-change", what_ + " is not what it was");
    }
    // What is alone was asked for.
    if (!step_.alone && Has(step_, Hazard::kNotTransactional)) {
      Add("not-transactional", "what is done to " + what_ + " is committed before it can be used");
    }
    if (!Exists()) return;
    const Column* added = AddedColumn(run_, step_);
    if (added && !added->expression.empty() &&
        WorkedOutRowByRow(run_.to, added->expression) == RowByRow::kYes) {
      Add("volatile-default", "the default of " + what_ + " is worked out for every row");
    } else if (Has(step_, Hazard::kRewrite)) {
      Add("table-rewrite", Locked() + " is written anew");
    }
    if (Has(step_, Hazard::kIndexBuild) && step_.cost.lock >= LockMode::kShare) {
      Add("blocking-index", Locked() + " takes no writes while the index is built");
    } else if (Has(step_, Hazard::kFullScan) && step_.cost.lock >= LockMode::kShareRowExclusive) {
      Add("blocking-scan", Locked() + " takes no writes while all its rows are read");
    }
  }

 private:
  // A lock on what the plan has made itself stops nobody.
  bool Exists() const { return run_.from.objects.contains(step_.object); }

  std::string Locked() const { return Describe(step_.object); }

  void Add(std::string_view rule, std::string message) {
    run_.Add(rule, step_.object, step_.element, std::move(message), step_.sql);
  }

  LintRun& run_;
  const Step& step_;
  const std::string what_;
};

}  // namespace

void LintSteps(LintRun& run) {
  for (const Part& part : run.plan.parts) {
    for (const Step& step : part) StepLinter(run, step).Run();
  }
}

}  // namespace pggit
