#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/ignore.h"
#include "core/model/path.h"
#include "extension/repository.h"

namespace pggit {

inline constexpr char kIgnorePath[] = ".pggit/ignore";

/// The file of a tree; nothing when it has none.
std::optional<std::string> IgnoreFileOf(Repository& repository, const std::optional<Sha>& tree);

/// The file as it is to be in the next commit of the branch `ref`: as it was left, else that of its
/// head.
std::optional<std::string> WorkingIgnoreFile(Spi& spi, Repository& repository,
                                             const std::string& ref);

/// Leaves it so; an empty file is none.
void SetWorkingIgnoreFile(Spi& spi, Repository& repository, const std::string& ref,
                          const std::optional<std::string>& content);

/// What was left for the branch `ref` is left for another, or forgotten.
void MoveWorkingIgnoreFile(Repository& repository, const std::string& ref,
                           const std::optional<std::string>& to);

/// What a file leaves out of trees. Files of pggit's own, below `.pggit/`, it never does.
class Ignored {
 public:
  explicit Ignored(const std::optional<std::string>& file)
      : text_(file.value_or("")), rules_(text_) {}

  bool Has(std::string_view path) const {
    return !rules_.empty() && !path.starts_with(kOwnFiles) && rules_.Matches(path) &&
           !kept_.contains(path);
  }
  bool empty() const { return rules_.empty(); }

  /// From here on it does not leave out what `tree` has.
  void Keep(Repository& repository, const Sha& tree);

  /// The files of `tree` that it leaves out: they were committed before it did.
  Paths In(Repository& repository, const Sha& tree) const;

 private:
  std::string text_;
  IgnoreRules rules_;
  std::set<std::string, std::less<>> kept_;
};

}  // namespace pggit
