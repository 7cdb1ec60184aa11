#pragma once

namespace pggit {

/// Hangs what guards a branch into the server's hooks, for the rest of the session. Once.
void InstallRoutingHooks();

}  // namespace pggit
