#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extension/workspaces.h"

namespace pggit {

/// What a new workspace has of the rows of the branch that it comes from.
enum class BranchData {
  kCopy,
  kNone,  ///< Tables are empty, sequences begin anew.
};

/// The value of an argument. Throws Error(kNotSupported) for those that are still to come,
/// Error(kInvalidArgument) for others.
BranchData ParseBranchData(const std::string& text);

/// Makes the workspace of a branch that has none: schemas with all that the tree of its head has in
/// schemas, owned and granted as where it comes from, and the rows of `parent`'s live schema in
/// tables that are defined the same there. Runs with the rights of the current user.
///
/// Gives the tables that stay empty for that, in the order of their names.
std::vector<ObjectId> MakeWorkspace(Spi& spi, Repository& repository, const std::string& branch,
                                    const std::string& parent, BranchData data);

/// The same for whoever needs the branch to have one: nothing is done where it has, and for main.
/// The rows come from main. A notice lists the tables that stay empty.
///
/// Throws Error(kUnknownRevision) when there is no such branch.
void EnsureWorkspace(Spi& spi, Repository& repository, const std::string& branch);

/// Makes the workspace of a branch again from its head, with the rows of the one it has in tables
/// that are defined there as in the head, else with main's. Gives the tables that stay empty.
std::vector<ObjectId> RebuildWorkspace(Spi& spi, Repository& repository, const std::string& branch);

/// Another branch has the workspace of `branch` from now on, if that has one.
void GiveWorkspaceTo(Repository& repository, const std::string& branch, const std::string& name);

/// Throws Error(kInvalidArgument) naming what does, when something outside of the workspace needs
/// what is in it and would go with it.
void RequireUnused(Spi& spi, const std::string& branch);

/// Drops the workspace, and all that is in it; false when there is none.
bool DropWorkspace(Spi& spi, Repository& repository, const std::string& branch);

/// Says which tables of a new workspace have no rows, if any.
void TellOfEmptyTables(const std::vector<ObjectId>& tables);

}  // namespace pggit
