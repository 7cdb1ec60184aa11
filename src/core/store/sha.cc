#include "core/store/sha.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/hex.h"

namespace pggit {
namespace {

constexpr unsigned kNoDigit = 16;

constexpr unsigned HexValue(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  return kNoDigit;
}

}  // namespace

std::string Hex(const Sha& sha) {
  return HexOf(sha.bytes);
}

std::optional<Sha> ParseSha(std::string_view hex) {
  if (hex.size() != Sha::kDigits) return std::nullopt;
  Sha sha;
  for (std::size_t i = 0; i < Sha::kBytes; ++i) {
    const unsigned high = HexValue(hex[2 * i]);
    const unsigned low = HexValue(hex[2 * i + 1]);
    if (high == kNoDigit || low == kNoDigit) return std::nullopt;
    sha.bytes[i] = static_cast<std::uint8_t>(high << 4U | low);
  }
  return sha;
}

Sha ShaFromRaw(std::string_view raw) {
  if (raw.size() != Sha::kBytes) throw InternalError("an object id has 32 bytes");
  Sha sha;
  std::ranges::transform(raw, sha.bytes.begin(),
                         [](char c) { return static_cast<std::uint8_t>(c); });
  return sha;
}

std::optional<ShaRange> RangeOfPrefix(std::string_view hex) {
  if (hex.empty() || hex.size() > Sha::kDigits) return std::nullopt;
  ShaRange range;
  range.last.bytes.fill(0xff);
  for (std::size_t i = 0; i < hex.size(); ++i) {
    const unsigned value = HexValue(hex[i]);
    if (value == kNoDigit) return std::nullopt;
    const bool high = i % 2 == 0;
    const unsigned digit = high ? value << 4U : value;
    const unsigned kept = high ? 0x0fU : 0xf0U;
    for (Sha* const sha : {&range.first, &range.last}) {
      auto& byte = sha->bytes[i / 2];
      byte = static_cast<std::uint8_t>((byte & kept) | digit);
    }
  }
  return range;
}

}  // namespace pggit
