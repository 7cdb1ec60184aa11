#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pggit {

// The script of an online plan: settings of the session, the parts, each below a line that says
// what it is, and at the end what puts the settings back. docs/formats/plan.md shows one.

/// What the line above a part says:
///
///     -- part 2 of 5, steps 1, alone, ends at <64 digits>
struct PartHead {
  std::size_t number = 0;  ///< From 1.
  std::size_t of = 0;
  std::size_t steps = 0;
  bool alone = false;  ///< It runs outside of transactions.
  std::string end;     ///< The StateId of the schema after it.

  bool operator==(const PartHead&) const = default;
};

/// The line, with its end.
std::string PartLine(const PartHead& head);

/// The line below the last part.
inline constexpr std::string_view kOnlineEnd = "-- end of the plan\n";

struct ScriptPart {
  PartHead head;
  std::string sql;
};

/// A script taken apart; joined, it is the script again.
struct OnlineScript {
  std::string settings;  ///< With what stands above them.
  std::vector<ScriptPart> parts;
  std::string closing;
};

/// Throws Error(kInvalidArgument) when parts are missing.
OnlineScript ParseOnlineScript(std::string_view script);

/// The statements of a text, without their semicolons and what stands between them. Not for those
/// that have semicolons of their own.
std::vector<std::string> StatementsOf(std::string_view sql);

/// The indexes, as SQL names them, that the text makes or drops CONCURRENTLY. What stops in the
/// middle of that leaves an index that is not valid.
std::vector<std::string> ConcurrentIndexes(std::string_view sql);

}  // namespace pggit
