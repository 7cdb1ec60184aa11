#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "cli/json.h"
#include "cli/term/pager.h"
#include "cli/term/style.h"
#include "cli/term/terminal.h"

namespace pggit::cli {

/// The version of every JSON document's shape; members may be added under one number.
constexpr int kJsonVersion = 1;

struct OutputSettings {
  bool json = false;
  bool pager = true;
  bool quiet = false;
  bool verbose = false;
  ColorMode color = ColorMode::kAuto;
};

/// Where everything the command says goes: the answer to standard output, talk to standard error.
class Output {
 public:
  Output(const OutputSettings& settings, const Environment& environment);

  const OutputSettings& settings() const { return settings_; }
  const Style& answer_style() const { return answer_style_; }
  const Style& talk_style() const { return talk_style_; }
  /// Columns the answer may fill: the terminal's, or 80 in a pipe.
  std::size_t width() const { return width_; }
  /// Whether progress may be drawn: standard error is a terminal and talk is wanted.
  bool may_draw() const;
  /// Columns that talk may fill.
  std::size_t talk_width() const;

  /// Prints part of the answer, text only.
  void Answer(const std::string& text);
  /// Prints part of the answer through a pager when it goes to a terminal.
  void PagedAnswer(const std::string& text);
  /// Prints the answer as the one JSON document of this run: the version, the command's name, then
  /// `members`.
  void AnswerJson(const std::string& command, Json::Object members);
  /// Says something that is no answer; nothing with --quiet or --json.
  void Talk(const std::string& text) const;

  /// Ends the pager, if there is one: what follows is seen after what it showed.
  void EndPager() { pager_.reset(); }
  /// Ends the pager and makes sure everything was written. Throws Error when standard output took
  /// not all of it; a reader that left early is no error.
  void Finish();

 private:
  OutputSettings settings_;
  Environment environment_;
  bool is_terminal_;
  Style answer_style_;
  Style talk_style_;
  std::size_t width_;
  std::unique_ptr<Pager> pager_;
};

}  // namespace pggit::cli
