#pragma once

struct pg_cancel;

namespace pggit::cli {

/// Ctrl-C, and how it ends the command: a query that runs is cancelled on the server and its error
/// unwinds everything in order; without one the process ends at once with status 130, echo
/// restored. A second Ctrl-C always ends it.
void InstallInterruptHandler();

/// Whether Ctrl-C was pressed.
bool Interrupted();

/// While it lives, an interrupt cancels through `cancel` (from PQgetCancel), which must outlive it.
class CancelScope {
 public:
  explicit CancelScope(pg_cancel* cancel);
  ~CancelScope();
  CancelScope(const CancelScope&) = delete;
  CancelScope& operator=(const CancelScope&) = delete;
};

/// While it lives, the terminal behind `fd` does not echo; an interrupt restores it.
class NoEcho {
 public:
  explicit NoEcho(int fd);
  ~NoEcho();
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;
};

}  // namespace pggit::cli
