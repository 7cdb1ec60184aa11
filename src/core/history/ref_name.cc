#include "core/history/ref_name.h"

#include <algorithm>

#include "core/base/error.h"

namespace pggit {
namespace {

constexpr std::size_t kLongest = 255;

bool IsForbidden(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u <= 0x20 || u == 0x7f || std::string_view("~^:?*[\\").find(c) != std::string_view::npos;
}

bool IsPart(std::string_view part) {
  return !part.empty() && part.front() != '.' && !part.ends_with(".lock");
}

std::string Ref(std::string_view prefix, std::string_view name, std::string_view what) {
  std::string ref(prefix);
  ref += name;
  if (name.starts_with('-') || name == "HEAD" || !IsRefName(ref)) {
    throw Error(ErrorCode::kInvalidArgument,
                "\"" + std::string(name) + "\" is not a valid " + std::string(what) + " name",
                "Names follow git check-ref-format and have at most 255 bytes with their prefix.",
                "Use letters, digits, dashes and slashes.");
  }
  return ref;
}

}  // namespace

bool IsRefName(std::string_view name) {
  if (name.size() > kLongest || name.find('/') == std::string_view::npos || name.ends_with('.') ||
      name.find("..") != std::string_view::npos || name.find("@{") != std::string_view::npos ||
      std::ranges::any_of(name, IsForbidden)) {
    return false;
  }
  while (true) {
    const std::size_t slash = name.find('/');
    if (!IsPart(name.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    name.remove_prefix(slash + 1);
  }
}

std::string BranchRef(std::string_view branch) {
  return Ref(kHeads, branch, "branch");
}

std::string TagRef(std::string_view tag) {
  return Ref(kTags, tag, "tag");
}

std::string_view ShortRefName(std::string_view ref) {
  for (const std::string_view prefix : {kHeads, kTags, kRemotes}) {
    if (ref.starts_with(prefix)) return ref.substr(prefix.size());
  }
  return ref;
}

}  // namespace pggit
