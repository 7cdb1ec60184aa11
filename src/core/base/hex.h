#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace pggit {

inline constexpr std::string_view kHexDigits = "0123456789abcdef";

/// Writes two lower-case digits for each byte; takes no memory and does not throw.
inline void WriteHex(std::span<const std::uint8_t> bytes, char* out) noexcept {
  for (const std::uint8_t byte : bytes) {
    *out++ = kHexDigits[byte >> 4U];
    *out++ = kHexDigits[byte & 15U];
  }
}

/// The same as a string.
inline std::string HexOf(std::span<const std::uint8_t> bytes) {
  std::string hex(2 * bytes.size(), '\0');
  WriteHex(bytes, hex.data());
  return hex;
}

}  // namespace pggit
