#include "core/store/tree.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/base/error.h"

namespace pggit {
namespace {

constexpr std::array<std::pair<Mode, std::string_view>, 5> kModes = {
    {{Mode::kDirectory, "40000"},
     {Mode::kFile, "100644"},
     {Mode::kExecutable, "100755"},
     {Mode::kSymlink, "120000"},
     {Mode::kSubmodule, "160000"}}};

[[noreturn]] void Malformed(const std::string& what) {
  throw Error(ErrorCode::kIntegrity, "malformed tree: " + what);
}

std::optional<Mode> ModeFromText(std::string_view text) {
  for (const auto& [mode, name] : kModes) {
    if (name == text) return mode;
  }
  return std::nullopt;
}

bool EqualsIgnoringCase(std::string_view name, std::string_view lower) {
  return std::ranges::equal(name, lower, [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

// The name is there once, as a file or as a directory. In git's order the two are not neighbours.
void CheckOnce(const Tree& tree) {
  std::vector<std::string_view> names;
  names.reserve(tree.size());
  for (const TreeEntry& entry : tree) names.push_back(entry.name);
  std::ranges::sort(names);
  const auto twice = std::ranges::adjacent_find(names);
  if (twice != names.end()) Malformed("name \"" + std::string(*twice) + "\" is there twice");
}

}  // namespace

bool TreeOrder(const TreeEntry& a, const TreeEntry& b) {
  const std::size_t common = std::min(a.name.size(), b.name.size());
  const int order = std::string_view(a.name).substr(0, common).compare(
      std::string_view(b.name).substr(0, common));
  if (order != 0) return order < 0;
  const auto next = [common](const TreeEntry& entry) {
    if (entry.name.size() > common) return static_cast<unsigned char>(entry.name[common]);
    return static_cast<unsigned char>(entry.mode == Mode::kDirectory ? '/' : '\0');
  };
  return next(a) < next(b);
}

std::string_view ModeText(Mode mode) {
  for (const auto& [known, text] : kModes) {
    if (known == mode) return text;
  }
  throw InternalError("mode has no text");
}

void CheckTreeName(std::string_view name) {
  if (name.empty() || name == "." || name == ".." || EqualsIgnoringCase(name, ".git") ||
      EqualsIgnoringCase(name, "git~1") || name.find('/') != std::string_view::npos ||
      name.find('\0') != std::string_view::npos) {
    Malformed("no entry may be called \"" + std::string(name) + "\"");
  }
}

std::string EncodeTree(Tree tree) {
  std::ranges::sort(tree, TreeOrder);
  CheckOnce(tree);
  std::string content;
  for (const TreeEntry& entry : tree) {
    CheckTreeName(entry.name);
    content += ModeText(entry.mode);
    content += ' ';
    content += entry.name;
    content += '\0';
    content += entry.sha.Raw();
  }
  return content;
}

Tree DecodeTree(std::string_view content) {
  Tree tree;
  while (!content.empty()) {
    const std::size_t space = content.find(' ');
    const std::size_t end = content.find('\0');
    if (space == std::string_view::npos || end == std::string_view::npos || space > end ||
        content.size() - end - 1 < Sha::kBytes) {
      Malformed("it ends within an entry");
    }
    const auto mode = ModeFromText(content.substr(0, space));
    if (!mode) Malformed("mode \"" + std::string(content.substr(0, space)) + "\" does not exist");
    TreeEntry entry{*mode, std::string(content.substr(space + 1, end - space - 1)),
                    ShaFromRaw(content.substr(end + 1, Sha::kBytes))};
    CheckTreeName(entry.name);
    if (!tree.empty() && !TreeOrder(tree.back(), entry)) {
      Malformed("\"" + entry.name + "\" is out of order");
    }
    tree.push_back(std::move(entry));
    content.remove_prefix(end + 1 + Sha::kBytes);
  }
  CheckOnce(tree);
  return tree;
}

}  // namespace pggit
