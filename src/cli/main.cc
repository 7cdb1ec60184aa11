#include <clocale>
#include <string>
#include <vector>

#include "cli/app.h"

int main(int argc, char** argv) {
  // Only what characters are; messages and numbers stay the same everywhere.
  std::setlocale(LC_CTYPE, "");
  return pggit::cli::Run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
