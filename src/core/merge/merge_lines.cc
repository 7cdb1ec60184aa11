#include "core/merge/merge_lines.h"

#include <cstddef>
#include <vector>

#include "core/base/lines.h"
#include "core/base/text_diff.h"

namespace pggit {
namespace {

// That lines [begin, end) of the base became others.
struct Hunk {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<std::string_view> lines;

  bool operator==(const Hunk&) const = default;
};

std::vector<Hunk> HunksOf(std::string_view base, std::string_view side) {
  std::vector<Hunk> hunks;
  std::size_t line = 0;
  bool in_hunk = false;
  for (const LineEdit& edit : DiffLines(base, side)) {
    if (edit.kind == LineEdit::Kind::kSame) {
      in_hunk = false;
      ++line;
      continue;
    }
    if (!in_hunk) hunks.push_back({line, line, {}});
    in_hunk = true;
    if (edit.kind == LineEdit::Kind::kRemoved) {
      hunks.back().end = ++line;
    } else {
      hunks.back().lines.push_back(edit.line);
    }
  }
  return hunks;
}

// Lines that only come in stand between two others, and touch what changes there.
bool Overlap(const Hunk& a, const Hunk& b) {
  if (a.begin == a.end || b.begin == b.end) return a.begin <= b.end && b.begin <= a.end;
  return a.begin < b.end && b.begin < a.end;
}

// A text whose last line has no end is another one than with it: the ends merge as a value.
bool MergeEnds(std::string_view base, std::string_view ours, std::string_view theirs) {
  const auto ended = [](std::string_view text) { return text.empty() || text.ends_with('\n'); };
  if (ended(ours) == ended(theirs)) return ended(ours);
  return ended(ours) == ended(base) ? ended(theirs) : ended(ours);
}

}  // namespace

std::optional<std::string> MergeLines(std::string_view base, std::string_view ours,
                                      std::string_view theirs) {
  const std::vector<std::string_view> lines = SplitLines(base);
  const std::vector<Hunk> left = HunksOf(base, ours);
  const std::vector<Hunk> right = HunksOf(base, theirs);
  std::string merged;
  std::size_t line = 0;
  const auto add = [&](std::string_view text) {
    merged += text;
    merged += '\n';
  };
  const auto apply = [&](const Hunk& hunk) {
    for (; line < hunk.begin; ++line) add(lines[line]);
    for (const std::string_view text : hunk.lines) add(text);
    line = hunk.end;
  };
  auto a = left.begin();
  auto b = right.begin();
  while (a != left.end() || b != right.end()) {
    if (a != left.end() && b != right.end() && Overlap(*a, *b)) {
      if (*a != *b) return std::nullopt;
      apply(*a++);
      ++b;
    } else if (b == right.end() || (a != left.end() && a->begin < b->begin)) {
      apply(*a++);
    } else {
      apply(*b++);
    }
  }
  for (; line < lines.size(); ++line) add(lines[line]);
  if (!merged.empty() && !MergeEnds(base, ours, theirs)) merged.pop_back();
  return merged;
}

}  // namespace pggit
