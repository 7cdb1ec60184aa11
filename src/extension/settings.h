#pragma once

namespace pggit {

/// Tells the server of pggit's settings. Once, when the library is loaded.
void DefineSettings();

/// Whether pggit.auto_commit is "transaction".
bool AutoCommitsTransactions();

}  // namespace pggit
