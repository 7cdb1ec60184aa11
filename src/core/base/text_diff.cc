#include "core/base/text_diff.h"

#include <algorithm>

#include "core/base/lines.h"

namespace pggit {
namespace {

using Lines = std::vector<std::string_view>;
using enum LineEdit::Kind;

constexpr std::size_t kContext = 3;
// The search keeps a frontier for each difference: beyond this, what is left is replaced whole.
constexpr std::ptrdiff_t kMostDifferences = 2000;

void Append(std::vector<LineEdit>& edits, LineEdit::Kind kind, const Lines& lines, std::size_t from,
            std::size_t to) {
  for (std::size_t i = from; i < to; ++i) edits.push_back({kind, lines[i]});
}

// The greedy search for a shortest edit script. frontiers[d][k + d] is how far into `a` one gets
// on diagonal k with d differences.
std::vector<LineEdit> Shortest(const Lines& a, const Lines& b) {
  const auto n = static_cast<std::ptrdiff_t>(a.size());
  const auto m = static_cast<std::ptrdiff_t>(b.size());
  const auto at = [](const Lines& lines, std::ptrdiff_t i) {
    return lines[static_cast<std::size_t>(i)];
  };
  std::vector<std::vector<std::ptrdiff_t>> frontiers;
  const auto reach = [&](std::ptrdiff_t d, std::ptrdiff_t k) {
    if (d < 0 || k < -d || k > d || (k + d) % 2 != 0) return std::ptrdiff_t{-1};
    return frontiers[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d)];
  };
  // Whether diagonal k is best entered by adding a line of b, rather than removing one of a.
  const auto by_adding = [&](std::ptrdiff_t d, std::ptrdiff_t k) {
    return k == -d || (k != d && reach(d - 1, k - 1) < reach(d - 1, k + 1));
  };
  std::ptrdiff_t d = 0;
  for (bool done = false; !done; ++d) {
    if (d > kMostDifferences) {
      std::vector<LineEdit> edits;
      Append(edits, kRemoved, a, 0, a.size());
      Append(edits, kAdded, b, 0, b.size());
      return edits;
    }
    frontiers.emplace_back(static_cast<std::size_t>(2 * d + 1), -1);
    for (std::ptrdiff_t k = -d; k <= d && !done; k += 2) {
      std::ptrdiff_t x = 0;
      if (d > 0) x = by_adding(d, k) ? reach(d - 1, k + 1) : reach(d - 1, k - 1) + 1;
      while (x < n && x - k < m && x >= k && at(a, x) == at(b, x - k)) ++x;
      frontiers.back()[static_cast<std::size_t>(k + d)] = x;
      done = x >= n && x - k >= m;
    }
  }
  std::vector<LineEdit> edits;
  std::ptrdiff_t x = n;
  std::ptrdiff_t y = m;
  for (--d; d > 0; --d) {
    const std::ptrdiff_t k = x - y;
    const bool adding = by_adding(d, k);
    const std::ptrdiff_t from = adding ? reach(d - 1, k + 1) : reach(d - 1, k - 1);
    const std::ptrdiff_t start = adding ? from : from + 1;
    for (; x > start; --x, --y) edits.push_back({kSame, at(a, x - 1)});
    edits.push_back(adding ? LineEdit{kAdded, at(b, --y)} : LineEdit{kRemoved, at(a, --x)});
  }
  for (; x > 0; --x) edits.push_back({kSame, at(a, x - 1)});
  std::ranges::reverse(edits);
  return edits;
}

// A line of a patch; the last line of a text may lack its end.
void AddLine(std::string& patch, char sign, std::string_view line, bool unended) {
  patch += sign;
  patch += line;
  patch += '\n';
  if (unended) patch += "\\ No newline at end of file\n";
}

std::string RangeText(std::size_t start, std::size_t count) {
  std::string text = std::to_string(count == 0 ? start : start + 1);
  if (count != 1) text += ',' + std::to_string(count);
  return text;
}

bool Unended(std::string_view text) {
  return !text.empty() && text.back() != '\n';
}

// The hunks of a patch.
std::string Hunks(const std::vector<LineEdit>& edits, std::string_view before,
                  std::string_view after) {
  const std::size_t old_lines = SplitLines(before).size();
  const std::size_t new_lines = SplitLines(after).size();
  const auto differs = [](const LineEdit& edit) { return edit.kind != kSame; };
  std::string patch;
  std::size_t old_at = 0;
  std::size_t new_at = 0;
  std::size_t at = 0;
  const auto skip_to = [&](std::size_t to) {
    for (; at < to; ++at) {
      if (edits[at].kind != kAdded) ++old_at;
      if (edits[at].kind != kRemoved) ++new_at;
    }
  };
  while (true) {
    const auto begin = edits.begin() + static_cast<std::ptrdiff_t>(at);
    const auto first = std::find_if(begin, edits.end(), differs);
    if (first == edits.end()) return patch;
    const auto start = static_cast<std::size_t>(first - edits.begin());
    skip_to(start - std::min(start - at, kContext));
    // Differences with no more than twice the context between them share a hunk.
    std::size_t end = start;
    std::size_t quiet = 0;
    for (std::size_t i = start; i < edits.size() && quiet <= 2 * kContext; ++i) {
      quiet = differs(edits[i]) ? 0 : quiet + 1;
      if (quiet == 0) end = i + 1;
    }
    end = std::min(end + kContext, edits.size());
    const std::size_t old_start = old_at;
    const std::size_t new_start = new_at;
    std::string body;
    for (; at < end; ++at) {
      const LineEdit& edit = edits[at];
      if (edit.kind != kAdded) ++old_at;
      if (edit.kind != kRemoved) ++new_at;
      const bool unended = (edit.kind != kAdded && old_at == old_lines && Unended(before)) ||
                           (edit.kind != kRemoved && new_at == new_lines && Unended(after));
      AddLine(body, edit.kind == kSame ? ' ' : (edit.kind == kAdded ? '+' : '-'), edit.line,
              unended);
    }
    patch += "@@ -" + RangeText(old_start, old_at - old_start) + " +" +
             RangeText(new_start, new_at - new_start) + " @@\n" + body;
  }
}

// A name with a space in it is told from what may follow it by a tab.
std::string NameLine(std::string_view sign, const std::string& name) {
  const std::string end = name.find(' ') == std::string::npos ? "\n" : "\t\n";
  return std::string(sign) + (name.empty() ? "/dev/null\n" : name + end);
}

// What follows the first lines of a file's patch; nothing when no line differs.
std::string Changes(const std::string& old_name, const std::string& name, std::string_view before,
                    std::string_view after) {
  std::vector<LineEdit> edits = DiffLines(before, after);
  const bool both = !old_name.empty() && !name.empty();
  if (both && Unended(before) != Unended(after) && !edits.empty() && edits.back().kind == kSame) {
    // The last lines differ in their end alone.
    const std::string_view line = edits.back().line;
    edits.back() = {kRemoved, line};
    edits.push_back({kAdded, line});
  }
  const bool same = std::ranges::all_of(edits, [](const LineEdit& e) { return e.kind == kSame; });
  if (same) return {};
  return NameLine("--- ", old_name) + NameLine("+++ ", name) + Hunks(edits, before, after);
}

}  // namespace

std::vector<LineEdit> DiffLines(std::string_view before, std::string_view after) {
  Lines a = SplitLines(before);
  Lines b = SplitLines(after);
  const auto [a_end, b_end] = std::ranges::mismatch(a, b);
  const auto same = static_cast<std::size_t>(a_end - a.begin());
  std::size_t tail = 0;
  while (tail < a.size() - same && tail < b.size() - same &&
         a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) {
    ++tail;
  }
  std::vector<LineEdit> edits;
  Append(edits, kSame, a, 0, same);
  const auto middle = [&](const Lines& lines) {
    return Lines(lines.begin() + static_cast<std::ptrdiff_t>(same),
                 lines.end() - static_cast<std::ptrdiff_t>(tail));
  };
  for (const LineEdit& edit : Shortest(middle(a), middle(b))) edits.push_back(edit);
  Append(edits, kSame, a, a.size() - tail, a.size());
  return edits;
}

std::string UnifiedDiff(std::string_view path, const std::optional<std::string>& before,
                        const std::optional<std::string>& after) {
  const auto side = [](const std::optional<std::string>& text) {
    return PatchSide{text.has_value(), text ? *text : std::string_view()};
  };
  return UnifiedDiff(path, side(before), side(after));
}

std::string UnifiedDiff(std::string_view path, const PatchSide& before, const PatchSide& after) {
  if (before.exists == after.exists && before.text == after.text) return {};
  const std::string name(path);
  std::string patch = "diff --git a/" + name + " b/" + name + '\n';
  if (!before.exists) patch += "new file mode 100644\n";
  if (!after.exists) patch += "deleted file mode 100644\n";
  return patch + Changes(before.exists ? "a/" + name : "", after.exists ? "b/" + name : "",
                         before.text, after.text);
}

std::string RenamedDiff(std::string_view old_path, std::string_view path, std::string_view before,
                        std::string_view after) {
  const std::string old_name(old_path);
  const std::string name(path);
  return "diff --git a/" + old_name + " b/" + name + "\nrename from " + old_name + "\nrename to " +
         name + '\n' + Changes("a/" + old_name, "b/" + name, before, after);
}

}  // namespace pggit
