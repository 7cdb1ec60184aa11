#pragma once

#include <sys/types.h>

#include <string>

#include "cli/term/terminal.h"

namespace pggit::cli {

/// The pager to run: PGGIT_PAGER, else PAGER, else `less`; empty, or `cat`, for none.
std::string ChoosePager(const Environment& environment);

/// While it lives, standard output goes through a pager. The end waits until the reader has left.
///
/// An interrupt from the keyboard meanwhile belongs to the pager. Without a pager to run it does
/// nothing.
class Pager {
 public:
  explicit Pager(const std::string& shell_command);
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

 private:
  pid_t child_ = -1;
  int saved_stdout_ = -1;
};

}  // namespace pggit::cli
