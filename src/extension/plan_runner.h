#pragma once

#include <string>

#include "core/plan/rename.h"
#include "extension/workspaces.h"

namespace pggit {

/// Runs the steps of a plan about definitions where a branch has what they define.
class PlanRunner {
 public:
  /// `spi` and `repository` must outlive it.
  PlanRunner(Spi& spi, Repository& repository, const std::string& branch)
      : repository_(repository), workspace_(spi, branch) {}

  /// Chooses names for the schemas that are to come. Before the first step; both sides must outlive
  /// the last.
  void Begin(const Schema& from, const Schema& to);
  /// Runs a step, which may rename: then `renamed` says to what.
  void Run(const Step& step, const Renamed& renamed);
  /// Forgets the schemas that went. After the last step.
  void End(const Schema& from, const Schema& to);

  /// The object where the branch has it.
  ObjectId Physical(const ObjectId& id) const { return MoveSchemas(id, move_); }

 private:
  void Prepare();

  Repository& repository_;
  Workspace workspace_;
  SchemaMove move_;
  const Schema* from_ = nullptr;
  const Schema* to_ = nullptr;
};

}  // namespace pggit
