#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pggit {

/// A stretch of lines that two texts share, or that one of them has alone.
struct LineEdit {
  enum class Kind { kSame, kRemoved, kAdded };
  Kind kind = Kind::kSame;
  std::string_view line;  ///< Without its line end; points into the text it comes from.

  bool operator==(const LineEdit&) const = default;
};

/// How `before` becomes `after`, line by line, with as few lines removed and added as possible; of
/// texts with thousands of differences, fewer than all.
std::vector<LineEdit> DiffLines(std::string_view before, std::string_view after);

/// One side of a patch.
struct PatchSide {
  bool exists = false;
  std::string_view text;
};

/// The difference as `git diff` prints it and `git apply` reads it, with three lines of context.
/// Empty when the sides are the same.
std::string UnifiedDiff(std::string_view path, const PatchSide& before, const PatchSide& after);
/// The same of texts; nothing where there is no file.
std::string UnifiedDiff(std::string_view path, const std::optional<std::string>& before,
                        const std::optional<std::string>& after);

/// The same of a file that had another path, which the patch gives the new one.
std::string RenamedDiff(std::string_view old_path, std::string_view path, std::string_view before,
                        std::string_view after);

}  // namespace pggit
