#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pggit {

// A commit that gave things other names says so in its message, a line each, among its trailers:
//
//     Renamed: column public.users.mail=email
//
// What stands behind the colon is what ParseRename() reads. So it travels with the history, is read
// by people, and may be written by them.

/// The renames that a message tells, in its order.
std::vector<std::string> RenamesOfMessage(std::string_view message);

/// The message with those told that it does not tell yet. Names with a line end in them cannot be.
std::string WithRenames(std::string message, const std::vector<std::string>& renames);

}  // namespace pggit
