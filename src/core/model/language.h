#pragma once

#include <string>

namespace pggit {

/// A procedural language. Functions are names, qualified and quoted, empty when there is none.
struct Language {
  bool trusted = false;
  std::string handler;
  std::string inline_handler;
  std::string validator;

  bool operator==(const Language&) const = default;
};

}  // namespace pggit
