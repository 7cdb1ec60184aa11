#include "cli/versions.h"

#include <libpq-fe.h>

namespace pggit::cli {

std::string CommandVersion() {
  return PGGIT_VERSION;
}

std::string LibpqVersion() {
  const int number = PQlibVersion();
  return std::to_string(number / 10000) + '.' + std::to_string(number % 10000);
}

}  // namespace pggit::cli
