#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/store/sha.h"

namespace pggit {

/// One DDL command as it ran, as an event trigger sees it.
struct DdlCommand {
  /// A thing it touched, as the server calls it: "table column", "public.users.email".
  struct Touched {
    std::string type;
    std::string identity;  ///< Empty where the server does not say.

    auto operator<=>(const Touched&) const = default;
  };

  std::string tag;                 ///< "ALTER TABLE".
  std::string statement;           ///< What is secret in it is blanked.
  std::vector<Touched> touched;    ///< In the order of the server.
  std::vector<std::string> paths;  ///< Of the definitions it may have changed; sorted, each once.
  std::string executed_by;         ///< Session user.
  std::string acting_as;           ///< Current user.
  std::int64_t executed_at = 0;    ///< Microseconds, on the server's own scale.
  std::string branch;              ///< Whose definitions it may have changed.
  /// The commit of the same transaction that holds what it did, if there is one.
  std::optional<Sha> commit;

  /// Makes of paths in any order what `paths` promises.
  void SortPaths();

  auto operator<=>(const DdlCommand&) const = default;
};

/// The message of a commit that a transaction of these commands makes by itself: the first line of
/// the one statement, or how many there were and of which kind; then the statements.
std::string MessageOfCommands(const std::vector<DdlCommand>& commands);

}  // namespace pggit
