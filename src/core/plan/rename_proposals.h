#pragma once

#include <string>
#include <vector>

#include "core/model/schema.h"

namespace pggit {

/// A rename that a difference may be, which nobody told.
struct RenameProposal {
  std::string text;      ///< What ParseRename() reads, public.users.mail=email.
  std::string evidence;  ///< Why, as in "same type and position".

  bool operator==(const RenameProposal&) const = default;
};

/// What may have been renamed: something is gone, and exactly one thing of its kind is new that
/// looks like it. Each proposal reads names as those before it leave them, so all of them together
/// can be told, in their order; no more than twenty, since whoever renames more knows of it.
/// Nothing is ever renamed because it was proposed.
std::vector<RenameProposal> ProposeRenames(const Schema& from, const Schema& to);

/// `text` as an argument for a shell.
std::string ShellWord(const std::string& text);

}  // namespace pggit
