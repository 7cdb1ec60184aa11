#include "extension/decisions.h"

#include <map>
#include <utility>

#include "extension/branch_merge.h"

namespace pggit {
namespace {

std::map<std::string, ConflictText> ByPath(std::vector<ConflictText> texts) {
  std::map<std::string, ConflictText> by_path;
  for (ConflictText& text : texts) {
    std::string path = text.Path();
    by_path.emplace(std::move(path), std::move(text));
  }
  return by_path;
}

}  // namespace

Favours DecisionsOn(Changer& changer, const OpenMerge& open, const TreeMerge& merge,
                    const TreeMerge& committed) {
  const auto resolutions = ReadResolutions(changer.spi(), open);
  const auto before = ByPath(TextsOf(changer.Objects(), committed));
  Favours favours(FavourOf(open.strategy));
  for (const Conflict& conflict : merge.conflicts) {
    const ConflictText text = TextOf(changer.Objects(), merge, conflict);
    const std::string path = text.Path();
    const auto resolved = resolutions.find(path);
    const std::string resolution = resolved == resolutions.end() ? "" : resolved->second;
    const auto was = before.find(path);
    const bool by_hand = was != before.end() && was->second.ours != text.ours;
    if (resolution.empty() && !by_hand) continue;
    if (resolution.empty()) Resolve(changer.repository(), open, path, "live");
    favours.decided[{conflict.object, conflict.element}] =
        resolution == "source" ? Favour::kTheirs : Favour::kOurs;
  }
  return favours;
}

}  // namespace pggit
