#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pggit {

/// Who made something, and when: `Name <email> seconds +hhmm`.
struct Signature {
  std::string name;
  std::string email;
  std::int64_t seconds = 0;    ///< Since 1970-01-01 00:00 UTC; never negative.
  std::string zone = "+0000";  ///< Where the clock stood: a sign, hours, minutes.

  bool operator==(const Signature&) const = default;
};

/// The line. Throws Error(kInvalidArgument) when a part holds what the line cannot.
std::string SignatureText(const Signature& signature);

/// `Name <email>`, as it stands in that line.
std::string PersonText(const Signature& signature);

/// Reads the line back, to the byte. Throws Error(kIntegrity) on anything else.
Signature ParseSignature(std::string_view text);

/// The time in UTC as SQL and people read it: `2026-01-15 10:00:00+00`.
std::string UtcText(std::int64_t seconds);

/// `text` as a name or address may be written: without '<', '>', line ends and zero bytes, and
/// without the spaces and signs that git takes off both ends. Empty when nothing is left.
std::string CleanName(std::string_view text);

}  // namespace pggit
