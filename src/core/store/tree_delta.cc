#include "core/store/tree_delta.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/store/sha.h"

namespace pggit {
namespace {

[[noreturn]] void Misfit(const std::string& what) {
  throw Error(ErrorCode::kIntegrity, "malformed difference of trees: " + what);
}

// An entry as a slice of a tree's content or of a difference.
struct Slice {
  std::string_view bytes;
  std::string_view name;
  bool is_directory;
  bool is_removal;

  bool operator==(const Slice& other) const { return bytes == other.bytes; }
};

// Takes the entry at the beginning of `content`.
Slice TakeSlice(std::string_view& content, bool removals) {
  const std::size_t space = content.find(' ');
  const std::size_t zero = content.find('\0', std::min(space, content.size()));
  if (space == std::string_view::npos || zero == std::string_view::npos) {
    Misfit("an entry is cut off");
  }
  const std::string_view mode = content.substr(0, space);
  const bool removal = mode == "0";
  if (removal && !removals) Misfit("a tree cannot remove");
  const std::size_t size = zero + 1 + (removal ? 0 : Sha::kBytes);
  if (size > content.size()) Misfit("an entry is cut off");
  const Slice slice{content.substr(0, size), content.substr(space + 1, zero - space - 1),
                    mode == "40000", removal};
  content.remove_prefix(size);
  return slice;
}

std::vector<Slice> Slices(std::string_view content, bool removals) {
  std::vector<Slice> slices;
  while (!content.empty()) slices.push_back(TakeSlice(content, removals));
  return slices;
}

bool ByName(const Slice& a, const Slice& b) {
  return a.name < b.name;
}

// git's order: a directory as if its name ended in '/'.
bool ByTreeOrder(const Slice& a, const Slice& b) {
  const std::size_t common = std::min(a.name.size(), b.name.size());
  const int order = a.name.substr(0, common).compare(b.name.substr(0, common));
  if (order != 0) return order < 0;
  const auto next = [common](const Slice& slice) {
    if (slice.name.size() > common) return static_cast<unsigned char>(slice.name[common]);
    return static_cast<unsigned char>(slice.is_directory ? '/' : '\0');
  };
  return next(a) < next(b);
}

std::vector<Slice> SortedByName(std::string_view content, bool removals) {
  std::vector<Slice> slices = Slices(content, removals);
  std::ranges::sort(slices, ByName);
  return slices;
}

std::vector<Slice> Changes(std::string_view delta) {
  std::vector<Slice> changes = Slices(delta, true);
  if (std::ranges::adjacent_find(
          changes, [](const Slice& a, const Slice& b) { return !ByName(a, b); }) != changes.end()) {
    Misfit("its names are out of order");
  }
  return changes;
}

// `changes` are in the order of names. A strict one changes something for each of them.
std::string Apply(std::string_view base, const std::vector<Slice>& changes, bool strict) {
  std::vector<Slice> added;
  for (const Slice& change : changes) {
    if (!change.is_removal) added.push_back(change);
  }
  std::ranges::sort(added, ByTreeOrder);
  std::vector<bool> met(changes.size());
  std::string target;
  target.reserve(base.size() + changes.size() * 64);
  auto next = added.begin();
  while (!base.empty()) {
    const Slice entry = TakeSlice(base, false);
    const auto change = std::ranges::lower_bound(changes, entry, ByName);
    if (change != changes.end() && change->name == entry.name) {
      if (strict && *change == entry) {
        Misfit("\"" + std::string(entry.name) + "\" does not change");
      }
      met[static_cast<std::size_t>(change - changes.begin())] = true;
      continue;
    }
    for (; next != added.end() && ByTreeOrder(*next, entry); ++next) target += next->bytes;
    target += entry.bytes;
  }
  for (; next != added.end(); ++next) target += next->bytes;
  for (std::size_t i = 0; strict && i < changes.size(); ++i) {
    if (changes[i].is_removal && !met[i]) {
      Misfit("\"" + std::string(changes[i].name) + "\" is not there to be removed");
    }
  }
  return target;
}

TreeEntry EntryOf(const Slice& slice) {
  const Tree tree = DecodeTree(slice.bytes);
  return tree.front();
}

}  // namespace

std::string MakeTreeDelta(std::string_view base, std::string_view target) {
  const std::vector<Slice> before = SortedByName(base, false);
  const std::vector<Slice> after = SortedByName(target, false);
  std::string delta;
  auto old = before.begin();
  const auto remove_until = [&](const Slice* next) {
    for (; old != before.end() && (next == nullptr || old->name < next->name); ++old) {
      delta += "0 ";
      delta += old->name;
      delta += '\0';
    }
  };
  for (const Slice& entry : after) {
    remove_until(&entry);
    const bool known = old != before.end() && old->name == entry.name;
    if (!known || !(*old == entry)) delta += entry.bytes;
    if (known) ++old;
  }
  remove_until(nullptr);
  return delta;
}

std::string DeltaOfEdits(std::string_view base, const TreeEdits& edits) {
  std::map<std::string_view, std::string_view> before;
  while (!base.empty()) {
    const Slice entry = TakeSlice(base, false);
    if (edits.contains(entry.name)) before.emplace(entry.name, entry.bytes);
  }
  std::string delta;
  for (const auto& [name, edit] : edits) {
    const auto was = before.find(name);
    const std::string now = edit ? EncodeTree({*edit}) : std::string();
    if (was == before.end() ? now.empty() : now == was->second) continue;
    delta += edit ? now : "0 " + name + '\0';
  }
  return delta;
}

std::optional<TreeEntry> FindEntry(std::string_view content, std::string_view name) {
  while (!content.empty()) {
    const Slice entry = TakeSlice(content, false);
    if (entry.name == name) return EntryOf(entry);
  }
  return std::nullopt;
}

std::vector<TreeEntry> EntriesOf(std::string_view content_or_delta) {
  std::vector<TreeEntry> entries;
  for (const Slice& slice : Slices(content_or_delta, true)) {
    if (!slice.is_removal) entries.push_back(EntryOf(slice));
  }
  return entries;
}

std::string ApplyTreeDelta(std::string_view base, std::string_view delta) {
  return Apply(base, Changes(delta), true);
}

std::string ApplyTreeDeltas(std::string_view base, const std::vector<std::string>& deltas) {
  if (deltas.size() == 1) return ApplyTreeDelta(base, deltas.front());
  // What was done to a name last is what counts. A name that came and went was not in the base.
  std::map<std::string_view, Slice> last;
  for (const std::string& delta : deltas) {
    for (const Slice& change : Changes(delta)) last.insert_or_assign(change.name, change);
  }
  std::vector<Slice> changes;
  for (const auto& [name, change] : last) changes.push_back(change);
  return Apply(base, changes, false);
}

}  // namespace pggit
