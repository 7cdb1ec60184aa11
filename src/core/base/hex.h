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

/// The bytes that pairs of lower-case digits stand for; whatever else there is gives no sense.
inline std::string BytesOfHex(std::string_view hex) {
  std::string bytes;
  bytes.reserve(hex.size() / 2);
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
    const auto digit = [&](std::size_t place) {
      return static_cast<unsigned>(hex[place] <= '9' ? hex[place] - '0' : hex[place] - 'a' + 10);
    };
    bytes += static_cast<char>(digit(at) * 16U + digit(at + 1));
  }
  return bytes;
}

}  // namespace pggit
