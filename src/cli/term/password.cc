#include "cli/term/password.h"

#include <cstdio>
#include <memory>

#include "cli/term/interrupt.h"

namespace pggit::cli {

std::optional<std::string> AskPassword(const std::string& prompt) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> terminal(std::fopen("/dev/tty", "r+e"),
                                                                 std::fclose);
  if (terminal == nullptr) return std::nullopt;
  std::string password;
  const NoEcho silence(fileno(terminal.get()));
  std::fputs(prompt.c_str(), terminal.get());
  std::fflush(terminal.get());
  int c = std::fgetc(terminal.get());
  for (; c != EOF && c != '\n' && c != '\r'; c = std::fgetc(terminal.get())) {
    password += static_cast<char>(c);
  }
  std::fputc('\n', terminal.get());
  return password;
}

}  // namespace pggit::cli
