#include "core/merge/net_renames.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "core/base/error.h"

namespace pggit {
namespace {

// One rename, made: the change, and the way back.
struct Made {
  NameChange change;
  NameChange back;
};

std::optional<Made> Make(Schema& schema, const std::string& text) {
  try {
    const Rename rename = ParseRename(schema, text);
    const NameChange change(schema, rename);
    ApplyRename(schema, rename, {.column_texts = false});
    const Thing before{rename.object, rename.element};
    const Thing after = AfterRename(change, before);
    return Made{change, NameChange(schema, {after.first, after.second, NameOf(before)})};
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace

NetRenames::NetRenames(const Schema& base, const Schema& side, const std::vector<std::string>& told)
    : told_(told) {
  while (!Read(base, side)) continue;
}

bool NetRenames::Read(Schema schema, const Schema& side) {
  made_.clear();
  names_.clear();
  std::vector<NameChange> back;
  std::vector<std::string> read;
  std::map<Thing, std::size_t> last;
  for (const std::string& text : told_) {
    auto made = Make(schema, text);
    if (!made) continue;
    const Rename& rename = made->change.rename();
    Thing first{rename.object, rename.element};
    for (auto inverse = back.rbegin(); inverse != back.rend(); ++inverse) {
      first = AfterRename(*inverse, first);
    }
    names_[first] = rename.name;
    last[first] = read.size();
    read.push_back(text);
    made_.push_back(std::move(made->change));
    back.push_back(std::move(made->back));
  }
  told_ = std::move(read);
  for (const auto& [thing, name] : names_) {
    const Thing there = Map(thing);
    if (HasThing(side, there.first, there.second)) continue;
    told_.erase(told_.begin() + static_cast<std::ptrdiff_t>(last[thing]));
    return false;
  }
  std::erase_if(names_, [](const auto& item) { return NameOf(item.first) == item.second; });
  return true;
}

std::vector<std::string> NetRenames::Told(const Schema& base) const {
  if (names_.empty()) return {};
  SideRenamer renamer(base, /*server_major=*/15);
  for (const auto& [thing, name] : names_) renamer.Want(thing, name, thing);
  (void)renamer.Run();
  return std::move(renamer.told());
}

Thing NetRenames::Map(const Thing& thing) const {
  Thing there = thing;
  for (const NameChange& change : made_) there = AfterRename(change, there);
  return there;
}

}  // namespace pggit
