#pragma once

#include "extension/routing/routing_off.h"
#include "extension/routing/workspace_map.h"

namespace pggit {

/// What this session's branch is: the setting pggit.current_branch and all that follows from it.
///
/// A session that was never on another branch than main has none of it: no hook, no callback.

/// Defines the settings. Once, when the library is loaded.
void DefineRouting();

/// Whether names mean the branch's objects just now: the session is on a branch, and nothing of
/// pggit's own or of the server's runs that means main's by them.
bool IsRouted() noexcept;

/// The map of the session's branch. For a session that IsRouted().
const WorkspaceMap& CurrentMap();

/// Whether the setting pggit.routing says strict: names with a schema are refused, not led.
bool RoutingIsStrict() noexcept;

/// The setting pggit.current_branch; "main" when it is empty.
const char* CurrentBranchName() noexcept;

/// For one scope the session is as on main: names and the search path.
class OnMain {
 public:
  OnMain() noexcept;
  OnMain(const OnMain&) = delete;
  OnMain& operator=(const OnMain&) = delete;
  ~OnMain();

 private:
  const RoutingOff off_;
};

}  // namespace pggit
