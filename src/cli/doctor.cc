#include "cli/doctor.h"

#include <algorithm>

#include "cli/term/text.h"

namespace pggit::cli {
namespace {

/// A check's sign, three columns wide without UTF-8 and one with it.
std::string Sign(const Check& check, const Style& style) {
  if (check.status == "info") return style.Paint(Color::kCyan, style.utf8 ? "i" : "i  ");
  if (!IsFinding(check)) {
    return style.Paint(Color::kGreen, style.utf8 ? "\u2713" : "ok ");
  }
  if (check.status == "warning") return style.Paint(Color::kYellow, style.utf8 ? "!" : "!  ");
  return style.Paint(Color::kRed, style.utf8 ? "\u2717" : "BAD");
}

/// `text` wrapped, its first line without the indentation that its place brings along.
std::string Hanging(const std::string& text, std::size_t indent, std::size_t width) {
  const std::string wrapped = Paragraph(text, indent, width);
  return wrapped.size() > indent ? wrapped.substr(indent) : wrapped;
}

}  // namespace

bool IsFinding(const Check& check) {
  return check.status != "ok" && check.status != "info";
}

int CountFindings(const std::vector<Check>& checks) {
  return static_cast<int>(std::ranges::count_if(checks, IsFinding));
}

std::string DoctorText(const std::vector<Check>& checks, const Style& style, std::size_t width) {
  std::size_t name_width = 0;
  for (const Check& check : checks) name_width = std::max(name_width, DisplayWidth(check.name));
  const std::size_t sign_width = style.utf8 ? 1 : 3;
  const std::size_t details_at = sign_width + 1 + name_width + 2;
  std::string out;
  for (const Check& check : checks) {
    out += Sign(check, style) + ' ' + PadRight(check.name, name_width) + "  ";
    out += Hanging(check.details, details_at, width);
    if (check.hint.empty() || check.status == "ok") continue;
    out += std::string(details_at, ' ') + style.Paint(Color::kCyan, "HINT:") + "  ";
    out += Hanging(check.hint, details_at + 7, width);
  }
  const int findings = CountFindings(checks);
  if (findings == 0) return out + '\n' + style.Paint(Color::kGreen, "No findings.") + '\n';
  const std::string count = std::to_string(findings) + (findings == 1 ? " finding." : " findings.");
  return out + '\n' + style.Paint(Color::kRed, count) + '\n';
}

Json::Object DoctorJson(const std::vector<Check>& checks) {
  Json::Array rows;
  for (const Check& check : checks) {
    rows.emplace_back(Json::Object{{"check_name", check.name},
                                   {"status", check.status},
                                   {"details", check.details},
                                   {"hint", TextOrNull(check.hint)}});
  }
  return {{"checks", rows}, {"findings", CountFindings(checks)}};
}

}  // namespace pggit::cli
