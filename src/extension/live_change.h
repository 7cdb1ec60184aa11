#pragma once

#include <functional>
#include <vector>

#include "core/plan/plan.h"
#include "extension/working_state.h"

namespace pggit {

/// Whether rows and values may go where tables and columns go.
enum class DataLoss {
  kRefused,  ///< Unless the setting pggit.allow_data_loss is on.
  kWarned,   ///< It was asked for.
};

/// What the live schema of the branch `ref` has otherwise than `tree`.
std::vector<FileChange> LiveChangesFrom(Spi& spi, Repository& repository, const std::string& ref,
                                        const Sha& tree);

/// The same without tables that have their columns in another order, which no statement can help.
std::vector<FileChange> UncommittedChanges(Spi& spi, Repository& repository, const std::string& ref,
                                           const Sha& tree);

/// Throws Error(kUncommittedChanges) when there are such.
void RequireCommitted(Spi& spi, Repository& repository, const std::string& ref, const Sha& tree);

/// Turns the live schema of the branch `ref` into what `tree` holds, by a plan of statements that
/// run in this transaction with the rights of the current user, and reads it back. Says in a notice
/// which tables keep their columns in another order, which no ALTER can help.
///
/// Of another branch than main, what lies in no schema stays as it is: it is there once, and
/// main's.
///
/// What is `told` to have another name there is renamed and keeps its rows; what does not fit is
/// left out.
///
/// Gives what the live schema then has otherwise than `tree`: nothing but such tables, and views
/// that IsSameView() knows again. `before` is called with each step that is about to run.
///
/// Throws Error(kUncommittedChanges) when rows or values would be lost, Error(kNotSupported) when
/// no statements lead there, and what the server says to a statement.
std::vector<FileChange> TurnLiveSchemaInto(Spi& spi, Repository& repository, const std::string& ref,
                                           const Sha& tree, DataLoss data_loss,
                                           const std::vector<std::string>& told = {},
                                           const std::function<void(const Step&)>& before = {});

}  // namespace pggit
