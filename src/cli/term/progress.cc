#include "cli/term/progress.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <utility>

#include "cli/term/text.h"

namespace pggit::cli {
namespace {

constexpr long long kQuietMs = 300;
constexpr std::size_t kBarColumns = 24;

long long NowMs() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

}  // namespace

std::string ProgressLine(std::string_view what, int done, int total, std::size_t width,
                         const Style& style) {
  const int percent = total > 0 ? std::clamp(done * 100 / total, 0, 100) : 0;
  const std::string number = (percent < 10    ? "  "
                              : percent < 100 ? " "
                                              : "") +
                             std::to_string(percent) + '%';
  const std::size_t fixed = what.size() + 2 + 2 + number.size();
  const std::size_t columns = width > fixed ? std::min(kBarColumns, width - fixed) : 0;
  if (columns == 0) return std::string(what.substr(0, width));
  const std::size_t full = columns * static_cast<std::size_t>(percent) / 100;
  std::string bar;
  std::string rest;
  for (std::size_t i = 0; i < columns; ++i) {
    if (i < full) {
      bar += style.utf8 ? "█" : "#";
    } else {
      rest += style.utf8 ? "░" : ".";
    }
  }
  return std::string(what) + "  " + style.Paint(Color::kGreen, bar) +
         style.Paint(Color::kDim, rest) + "  " + number;
}

Progress::Progress(bool enabled, std::string what, std::size_t width, const Style& style)
    : enabled_(enabled),
      what_(std::move(what)),
      width_(width),
      style_(style),
      started_ms_(NowMs()) {}

Progress::~Progress() {
  if (drawn_) std::fputs("\r\033[K", stderr);
}

void Progress::Show(int done, int total) {
  if (!enabled_ || NowMs() - started_ms_ < kQuietMs) return;
  const std::string line = "\r\033[K" + ProgressLine(what_, done, total, width_, style_);
  std::fwrite(line.data(), 1, line.size(), stderr);
  std::fflush(stderr);
  drawn_ = true;
}

}  // namespace pggit::cli
