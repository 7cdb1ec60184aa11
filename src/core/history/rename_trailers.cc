#include "core/history/rename_trailers.h"

#include <algorithm>

#include "core/base/lines.h"

namespace pggit {
namespace {

constexpr std::string_view kTrailer = "Renamed: ";

std::string_view WithoutEnd(std::string_view line) {
  while (line.ends_with('\n')) line.remove_suffix(1);
  return line;
}

// Whether the last paragraph is one of trailers, `Word-word: text`.
bool EndsInTrailers(std::string_view message) {
  message = WithoutEnd(message);
  const std::size_t paragraph = message.rfind("\n\n");
  if (paragraph == std::string_view::npos) return false;
  for (const std::string_view line : SplitLines(message.substr(paragraph + 2))) {
    const std::size_t colon = line.find(": ");
    const bool is_trailer = colon != std::string_view::npos && colon > 0 &&
                            std::ranges::all_of(line.substr(0, colon), [](char c) {
                              return c == '-' || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
                            });
    if (!is_trailer) return false;
  }
  return true;
}

}  // namespace

std::vector<std::string> RenamesOfMessage(std::string_view message) {
  std::vector<std::string> renames;
  for (const std::string_view line : SplitLines(message)) {
    if (line.starts_with(kTrailer)) {
      renames.emplace_back(WithoutEnd(line.substr(kTrailer.size())));
    }
  }
  return renames;
}

std::string WithRenames(std::string message, const std::vector<std::string>& renames) {
  const std::vector<std::string> told = RenamesOfMessage(message);
  std::string trailers;
  for (const std::string& rename : renames) {
    if (rename.find('\n') != std::string::npos) continue;
    if (std::ranges::find(told, rename) != told.end()) continue;
    trailers += std::string(kTrailer) + rename + '\n';
  }
  if (trailers.empty()) return message;
  if (!message.ends_with('\n')) message += '\n';
  if (!EndsInTrailers(message)) message += '\n';
  return message + trailers;
}

}  // namespace pggit
