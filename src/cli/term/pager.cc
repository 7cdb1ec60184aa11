#include "cli/term/pager.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace pggit::cli {
namespace {

[[noreturn]] void RunPager(const char* shell_command) {
  // As git does: quit when it fits on one screen, keep colours, leave the screen as it is.
  setenv("LESS", "FRX", /*overwrite=*/0);
  setenv("LV", "-c", /*overwrite=*/0);
  execl("/bin/sh", "sh", "-c", shell_command, static_cast<char*>(nullptr));
  _exit(127);
}

}  // namespace

std::string ChoosePager(const Environment& environment) {
  std::string pager = "less";
  if (const auto own = environment("PGGIT_PAGER")) {
    pager = *own;
  } else if (const auto general = environment("PAGER")) {
    pager = *general;
  }
  return pager == "cat" ? "" : pager;
}

Pager::Pager(const std::string& shell_command) {
  if (shell_command.empty()) return;
  // A machine without `less` shows the text plainly instead of nothing at all.
  const std::string command =
      shell_command == "less" ? "if command -v less >/dev/null 2>&1; then exec less; fi; exec cat"
                              : shell_command;
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return;
  std::fflush(stdout);
  child_ = fork();
  if (child_ == 0) {
    dup2(ends[0], STDIN_FILENO);
    RunPager(command.c_str());
  }
  if (child_ > 0) {
    saved_stdout_ = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    dup2(ends[1], STDOUT_FILENO);
  }
  close(ends[0]);
  close(ends[1]);
}

Pager::~Pager() {
  if (child_ <= 0) return;
  std::signal(SIGPIPE, SIG_IGN);  // The reader may have left before the end of the text.
  struct sigaction ignore = {};
  struct sigaction before = {};
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGINT, &ignore, &before);
  std::fflush(stdout);
  dup2(saved_stdout_, STDOUT_FILENO);
  close(saved_stdout_);
  while (waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
  }
  sigaction(SIGINT, &before, nullptr);
}

}  // namespace pggit::cli
