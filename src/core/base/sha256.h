#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace pggit {

/// The SHA-256 of `bytes`, 32 bytes.
std::array<std::uint8_t, 32> Sha256(std::string_view bytes);

/// The SHA-256 of `bytes`, as 64 lower-case hexadecimal digits.
std::string Sha256Hex(std::string_view bytes);

}  // namespace pggit
