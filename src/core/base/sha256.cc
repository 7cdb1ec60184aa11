#include "core/base/sha256.h"

#include <openssl/evp.h>

#include "core/base/error.h"
#include "core/base/hex.h"

namespace pggit {

std::array<std::uint8_t, 32> Sha256(std::string_view bytes) {
  std::array<std::uint8_t, 32> digest{};
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1 ||
      size != digest.size()) {
    throw InternalError("SHA-256 failed");
  }
  return digest;
}

std::string Sha256Hex(std::string_view bytes) {
  return HexOf(Sha256(bytes));
}

}  // namespace pggit
