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
};

/// Steps that run in one transaction.
using Part = std::vector<Step>;

/// The way from one schema to another. Nearly always there is one part; a value added to an enum
/// that later steps use has to be committed before them.
struct Plan {
  std::vector<Part> parts;
  /// Tables whose columns will stand in another order than in the target: no ALTER moves columns.
  std::vector<ObjectId> reordered;

  bool empty() const { return parts.empty(); }
};

struct PlanOptions {
  int server_major = 15;  ///< What the server that runs the plan understands.
  /// Everything in one transaction, even where that costs more: an enum is made anew rather than
  /// given a value in a transaction of its own.
  bool one_transaction = false;
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
/// Throws Error(kNotSupported) for a change that no statement can make without losing data that was
/// not asked to go, and Error(kDependencyCycle) when no order exists.
Plan BuildPlan(const Schema& from, const Schema& to, const PlanOptions& options = {});

/// The plan as a script for psql, each transaction in BEGIN and COMMIT, costs as comments. What
/// destroys data is listed at the top.
std::string PlanScript(const Plan& plan);

/// The same for what runs it in a transaction of its own: without BEGIN and COMMIT, and with the
/// search path given back at the end. The plan has one part.
std::string PlanBody(const Plan& plan);

}  // namespace pggit
