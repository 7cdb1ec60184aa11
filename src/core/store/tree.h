#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/sha.h"

namespace pggit {

/// What an entry of a tree is; the values are git's, octal.
enum class Mode : std::uint32_t {
  kDirectory = 040000,
  kFile = 0100644,
  kExecutable = 0100755,
  kSymlink = 0120000,
  kSubmodule = 0160000,
};

/// One name in a directory.
struct TreeEntry {
  Mode mode = Mode::kFile;
  std::string name;
  Sha sha;

  bool operator==(const TreeEntry&) const = default;
};

/// A directory, in git's order: as if each directory's name ended in '/'.
using Tree = std::vector<TreeEntry>;

/// Whether `a` comes before `b` in a tree.
bool TreeOrder(const TreeEntry& a, const TreeEntry& b);

/// The mode as trees spell it, octal without leading zeros: "40000", "100644".
std::string_view ModeText(Mode mode);

/// Throws Error(kIntegrity) for a name that no tree may hold: empty, ".", "..", ".git" in any
/// case or in the short form Windows gives it, or with '/' or a zero byte in it.
void CheckTreeName(std::string_view name);

/// The content of a tree object, entries put in order.
///
/// Each entry: mode in octal, a space, the name, a zero byte, the 32 bytes of the id.
/// Throws Error(kIntegrity) on a bad name or one that is there twice.
std::string EncodeTree(Tree tree);

/// Reads it back; EncodeTree(DecodeTree(x)) == x. Throws Error(kIntegrity) on anything else.
Tree DecodeTree(std::string_view content);

}  // namespace pggit
