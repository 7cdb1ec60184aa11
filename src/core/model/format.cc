#include "core/model/format.h"

#include <algorithm>
#include <charconv>

#include "core/base/error.h"

namespace pggit {
namespace {

[[noreturn]] void Fail(std::string_view line) {
  throw Error(ErrorCode::kInvalidDefinition, "not a format file of pggit",
              "Found: " + std::string(line));
}

int Number(std::string_view value, std::string_view line) {
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size()) Fail(line);
  return number;
}

bool YesOrNo(std::string_view value, std::string_view line) {
  if (value != "yes" && value != "no") Fail(line);
  return value == "yes";
}

}  // namespace

std::string RenderFormat(const Format& format) {
  const auto word = [](bool value) { return value ? "yes\n" : "no\n"; };
  return "version " + std::to_string(format.version) + "\npostgresql " +
         std::to_string(format.server_major) + "\nowners " + word(format.owners) + "tablespaces " +
         word(format.tablespaces);
}

Format ParseFormat(std::string_view text) {
  Format format;
  format.version = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t space = std::min(line.find(' '), line.size());
    const std::string_view name = line.substr(0, space);
    const std::string_view value = line.substr(std::min(space + 1, line.size()));
    if (name == "version") {
      format.version = Number(value, line);
    } else if (name == "postgresql") {
      format.server_major = Number(value, line);
    } else if (name == "owners") {
      format.owners = YesOrNo(value, line);
    } else if (name == "tablespaces") {
      format.tablespaces = YesOrNo(value, line);
    } else {
      Fail(line);
    }
  }
  if (format.version != kFormatVersion) {
    throw Error(ErrorCode::kInvalidDefinition,
                "definitions of format " + std::to_string(format.version) + " cannot be read",
                "This pggit reads format " + std::to_string(kFormatVersion) + '.',
                "Use the pggit that wrote them, or a newer one.");
  }
  return format;
}

}  // namespace pggit
