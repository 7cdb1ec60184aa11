#include "cli/term/interrupt.h"

#include <libpq-fe.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

namespace pggit::cli {
namespace {

constexpr int kInterruptedStatus = 130;

// A signal handler reaches nothing but globals, and only lock-free ones.
std::atomic<int> interrupts{0};
std::atomic<PGcancel*> running{nullptr};
std::atomic<int> silent_fd{-1};
termios echoing;  // Written before silent_fd is set, read after.

void RestoreEcho() {
  const int fd = silent_fd.exchange(-1);
  if (fd >= 0) tcsetattr(fd, TCSAFLUSH, &echoing);
}

void OnInterrupt(int) {
  const int saved_errno = errno;
  const bool first = interrupts.fetch_add(1) == 0;
  PGcancel* cancel = running.load();
  if (!first || cancel == nullptr) {
    RestoreEcho();
    _exit(kInterruptedStatus);
  }
  std::array<char, 256> message{};
  PQcancel(cancel, message.data(), static_cast<int>(message.size()));  // Made for handlers.
  errno = saved_errno;
}

}  // namespace

void InstallInterruptHandler() {
  struct sigaction action = {};
  action.sa_handler = OnInterrupt;
  action.sa_flags = SA_NODEFER;  // The second Ctrl-C gets through while the first still cancels.
  sigaction(SIGINT, &action, nullptr);
}

bool Interrupted() {
  return interrupts.load() > 0;
}

CancelScope::CancelScope(pg_cancel* cancel) {
  running = cancel;
}

CancelScope::~CancelScope() {
  running = nullptr;
}

NoEcho::NoEcho(int fd) {
  if (tcgetattr(fd, &echoing) != 0) return;
  silent_fd = fd;
  termios silent = echoing;
  silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  tcsetattr(fd, TCSAFLUSH, &silent);
}

NoEcho::~NoEcho() {
  RestoreEcho();
}

}  // namespace pggit::cli
