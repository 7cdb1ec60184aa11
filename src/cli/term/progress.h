#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/term/style.h"

namespace pggit::cli {

/// The line of a progress bar: `Reading the catalog  ███████░░░░░  58%`, at most `width` columns.
std::string ProgressLine(std::string_view what, int done, int total, std::size_t width,
                         const Style& style);

/// A progress bar on standard error, drawn over itself and gone when the object is.
///
/// Draws nothing until the work has taken a moment, so short work does not flicker.
class Progress {
 public:
  /// Nothing is ever drawn unless `enabled`: standard error is a terminal and may be talked to.
  Progress(bool enabled, std::string what, std::size_t width, const Style& style);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  void Show(int done, int total);

 private:
  bool enabled_;
  bool drawn_ = false;
  std::string what_;
  std::size_t width_;
  Style style_;
  long long started_ms_;
};

}  // namespace pggit::cli
