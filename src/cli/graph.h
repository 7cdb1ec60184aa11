#pragma once

#include <string>
#include <vector>

namespace pggit::cli {

/// Draws the lines of history beside a list of commits, parents after their children.
///
/// A lane is a commit that is waited for, one column each. A merge opens a lane to its right for
/// each further parent; lanes that wait for the same commit join in the leftmost one.
class Graph {
 public:
  /// What to print for a commit: its own row, then the rows of edges below it, then what goes
  /// before any further line of its text.
  struct Rows {
    std::string commit;
    std::vector<std::string> edges;
    std::string beside;

    bool operator==(const Rows&) const = default;
  };

  Rows Next(const std::string& commit, const std::vector<std::string>& parents);

 private:
  std::vector<std::string> lanes_;
};

}  // namespace pggit::cli
