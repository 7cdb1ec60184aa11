#include "core/history/workspace_name.h"

#include <algorithm>

#include "core/base/sha256.h"

namespace pggit {
namespace {

constexpr std::size_t kMostBytes = 63;
constexpr std::size_t kHashDigits = 8;

bool IsPlain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

std::string WorkspaceSchemaName(std::string_view branch, std::string_view schema,
                                const std::function<bool(const std::string&)>& is_taken) {
  std::string name = std::string(kWorkspacePrefix) + std::string(branch);
  if (schema != "public") name += '_' + std::string(schema);
  const bool plain = name.size() <= kMostBytes && std::ranges::all_of(name, IsPlain);
  if (plain && !is_taken(name)) return name;
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (!IsPlain(c)) c = '_';
  }
  name.resize(std::min(name.size(), kMostBytes - kHashDigits - 1));
  std::string seed = std::string(branch) + '\0' + std::string(schema);
  while (true) {
    std::string hashed = name + '_' + Sha256Hex(seed).substr(0, kHashDigits);
    if (!is_taken(hashed)) return hashed;
    seed += '\0';
  }
}

}  // namespace pggit
