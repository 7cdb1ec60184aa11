#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace pggit {

/// The id of a stored object: the SHA-256 of its type, size and content, as git computes it.
///
/// Ids order as their bytes do, which is the order of their hexadecimal form.
struct Sha {
  static constexpr std::size_t kBytes = 32;
  static constexpr std::size_t kDigits = 2 * kBytes;

  std::array<std::uint8_t, kBytes> bytes{};

  auto operator<=>(const Sha&) const = default;

  /// All zero: where git's protocols write "no object".
  bool IsZero() const { return *this == Sha{}; }
  /// The 32 bytes as trees hold them.
  std::string_view Raw() const {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }
};

/// How many digits of an id are shown to people.
inline constexpr std::size_t kShownDigits = 12;

/// For tables by id: ids are hashes already, so their beginning serves.
struct ShaHash {
  std::size_t operator()(const Sha& sha) const {
    std::size_t value = 0;
    std::memcpy(&value, sha.bytes.data(), sizeof(value));
    return value;
  }
};

/// 64 lower-case hexadecimal digits.
std::string Hex(const Sha& sha);

/// The id that exactly 64 hexadecimal digits spell; upper case is taken too.
std::optional<Sha> ParseSha(std::string_view hex);

/// The id in 32 raw bytes. Throws InternalError on any other number of bytes.
Sha ShaFromRaw(std::string_view raw);

/// All ids that begin with some hexadecimal digits: from `first` to `last`, both included.
struct ShaRange {
  Sha first;
  Sha last;

  bool operator==(const ShaRange&) const = default;
};

/// The range of a prefix of 1 to 64 hexadecimal digits; nothing for any other text.
std::optional<ShaRange> RangeOfPrefix(std::string_view hex);

}  // namespace pggit
