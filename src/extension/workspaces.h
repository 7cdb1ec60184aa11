#pragma once

#include <map>
#include <string>

#include "core/plan/schema_move.h"
#include "extension/repository.h"

namespace pggit {

/// The branch whose tables are in the schemas that name them.
inline constexpr char kMainBranch[] = "main";
inline constexpr char kMainRef[] = "refs/heads/main";

/// Where a branch has its schemas: in pggit.workspaces. Main, and a branch nobody has worked on
/// yet, have none there.
class Workspace {
 public:
  /// That of `branch`, as it is now.
  Workspace(Spi& spi, std::string branch);

  const std::string& branch() const { return branch_; }
  /// The schemas that hold the branch's, by the names that its definitions use.
  const std::map<std::string, std::string>& names() const { return names_; }
  bool empty() const { return names_.empty(); }

  /// The name for one more schema, chosen and written down; the schema itself is for the caller to
  /// make.
  const std::string& Add(Repository& repository, const std::string& schema);
  /// Writes down that a schema has another name; what holds it stays.
  void Rename(Repository& repository, const std::string& schema, const std::string& name);
  /// Forgets a schema that is gone.
  void Remove(Repository& repository, const std::string& schema);

  /// What turns statements about its definitions into statements about its schemas.
  SchemaMove Move() const;

 private:
  Spi& spi_;
  std::string branch_;
  std::map<std::string, std::string> names_;
};

/// The name of the branch that the session is on.
std::string CurrentBranch(Repository& repository);

}  // namespace pggit
