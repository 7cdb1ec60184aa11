#include "core/merge/side_renamer.h"

#include "core/base/error.h"

namespace pggit {

const std::string& NameOf(const Thing& thing) {
  return thing.second == Element{} ? thing.first.name : thing.second.name;
}

Thing AfterRename(const NameChange& change, const Thing& thing) {
  return {change.Map(thing.first), change.Map(thing.first, thing.second)};
}

void SideRenamer::Want(Thing thing, std::string name, Thing of) {
  if (NameOf(thing) == name) return;
  wanted_.push_back({std::move(thing), std::move(name), std::move(of)});
}

std::optional<Thing> SideRenamer::Run() {
  while (!wanted_.empty()) {
    if (!Any() && !StepAside()) return wanted_.front().of;
  }
  return std::nullopt;
}

bool SideRenamer::Any() {
  for (auto at = wanted_.begin(); at != wanted_.end(); ++at) {
    if (!Make({at->thing.first, at->thing.second, at->name})) continue;
    wanted_.erase(at);
    return true;
  }
  return false;
}

bool SideRenamer::StepAside() {
  if (wanted_.size() < 2) return false;
  for (Wanted& one : wanted_) {
    if (one.aside) continue;
    one.aside = true;
    const Thing thing = one.thing;
    return Make({thing.first, thing.second, "pggit_renamed_" + std::to_string(made_.size())});
  }
  return false;
}

bool SideRenamer::Make(const Rename& rename) {
  try {
    const NameChange change(schema_, rename);
    const std::string text = RenameText(schema_, rename, /*with_kind=*/true);
    ApplyRename(schema_, rename, options_);
    for (Wanted& other : wanted_) other.thing = AfterRename(change, other.thing);
    made_.push_back(change);
    told_.push_back(text);
    return true;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace pggit
