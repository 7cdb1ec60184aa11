#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/audit/ddl_command.h"

namespace pggit {

/// Says which DDL commands explain that an object is not what a commit has.
class Attribution {
 public:
  struct Answer {
    std::string who;        ///< Session users, each once, in the order in which they came.
    std::string statement;  ///< All statements, in their order, divided by semicolons.

    bool operator==(const Answer&) const = default;
  };

  /// `commands` are those since the commit, in the order in which they ran.
  explicit Attribution(std::vector<DdlCommand> commands);

  /// What explains the change of the object at `path`: the commands on it; else those that altered
  /// its schema, or what its definition needs. `needs` gives the paths of that and is only asked
  /// then. Nothing when no command explains it.
  std::optional<Answer> Of(const std::string& path,
                           const std::function<std::vector<std::string>()>& needs) const;

 private:
  std::vector<DdlCommand> commands_;
  std::multimap<std::string, std::size_t> by_path_;
};

}  // namespace pggit
