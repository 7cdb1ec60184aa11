#pragma once

#include <string>
#include <vector>

#include "core/model/schema.h"
#include "core/plan/hazard.h"

namespace pggit {

/// One statement of a migration, without its semicolon.
struct Step {
  ObjectId object;
  Element element;
  std::string sql;
  Cost cost;
  bool renames = false;  ///< Gives the thing, by its old name here, another one.
  bool alone = false;    ///< The server runs it outside of transactions: it has a part to itself.
};

/// Steps that run in one transaction, or one that runs in none.
using Part = std::vector<Step>;

inline bool IsAlone(const Part& part) {
  return !part.empty() && part.front().alone;
}

/// The way from one schema to another. Nearly always there is one part; a value added to an enum
/// that later steps use has to be committed before them, and a plan that locks little has many.
struct Plan {
  std::vector<Part> parts;
  bool online = false;  ///< Made to lock little.
  /// Of an online plan: the StateId of the schema after each part, so that one that stopped can go
  /// on where it is.
  std::vector<std::string> ends;
  /// Tables whose columns will stand in another order than in the target: no ALTER moves columns.
  std::vector<ObjectId> reordered;

  bool empty() const { return parts.empty(); }
};

struct PlanOptions {
  int server_major = 15;  ///< What the server that runs the plan understands.
  /// Everything in one transaction, even where that costs more: an enum is made anew rather than
  /// given a value in a transaction of its own.
  bool one_transaction = false;
  /// Statements that lock little and take several transactions rather than one that locks tables
  /// while rows are read or indexes built. Not with `one_transaction`.
  bool online = false;
};

/// The statements that turn a database with schema `from` into one with schema `to`, equal modulo
/// the order of columns.
///
/// What ALTER can do in place is done in place. What it cannot is dropped and made again, and what
/// depends on that, part by part, is dropped before and made again after it, with everything it
/// had: privileges, comments, owner, statistics targets, states of triggers. Each statement comes
/// after what it needs: a part is made after all that it needs in `to`, and what it needed in
/// `from` goes after it. Equal schemas give equal plans.
///
/// With `online`, indexes are built and dropped concurrently, constraints checked after they are
/// there, and keys made of indexes that were built before; docs/guide/diff-and-migrate.md says what
/// of it stays as it is.
///
/// Throws Error(kNotSupported) for a change that no statement can make without losing data that was
/// not asked to go, and Error(kDependencyCycle) when no order exists.
Plan BuildPlan(const Schema& from, const Schema& to, const PlanOptions& options = {});

/// The same, of not-null constraints whose names (since 18) are those of the target where both
/// sides have them; BuildPlan() renames what is called otherwise first.
Plan BuildPlanAsNamed(const Schema& from, const Schema& to, const PlanOptions& options);

/// Puts steps before all others. They lead to the schema `after`, from which the plan starts.
void BeginWith(Plan& plan, Part steps, const Schema& after);

/// The plan as a script for psql, each transaction in BEGIN and COMMIT, costs as comments. What
/// destroys data is listed at the top.
std::string PlanScript(const Plan& plan);

/// Whether the plan can run in one transaction that somebody else began.
bool FitsOneTransaction(const Plan& plan);

/// The same for what runs it in a transaction of its own: without BEGIN and COMMIT, and with the
/// search path given back at the end. The plan fits one transaction.
std::string PlanBody(const Plan& plan);

}  // namespace pggit
