#include "cli/output.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "core/base/error.h"

namespace pggit::cli {

Output::Output(const OutputSettings& settings, const Environment& environment)
    : settings_(settings),
      environment_(environment),
      is_terminal_(isatty(STDOUT_FILENO) != 0),
      answer_style_{DecideColor(settings.color, is_terminal_, environment), LocaleIsUtf8()},
      talk_style_{DecideColor(settings.color, isatty(STDERR_FILENO) != 0, environment),
                  LocaleIsUtf8()},
      width_(is_terminal_ ? TerminalWidth(STDOUT_FILENO, environment) : 80) {}

bool Output::may_draw() const {
  return isatty(STDERR_FILENO) != 0 && environment_("TERM") != "dumb" && !settings_.quiet &&
         !settings_.json;
}

std::size_t Output::talk_width() const {
  return isatty(STDERR_FILENO) != 0 ? TerminalWidth(STDERR_FILENO, environment_) : 80;
}

void Output::Answer(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void Output::PagedAnswer(const std::string& text) {
  const bool can_page = is_terminal_ && settings_.pager && environment_("TERM") != "dumb";
  if (can_page && pager_ == nullptr) pager_ = std::make_unique<Pager>(ChoosePager(environment_));
  Answer(text);
}

void Output::AnswerJson(const std::string& command, Json::Object members) {
  Json::Object document = {{"pggit", kJsonVersion}, {"command", TextOrNull(command)}};
  document.insert(document.end(), members.begin(), members.end());
  Answer(Dump(document) + '\n');
}

void Output::Talk(const std::string& text) const {
  if (!settings_.quiet && !settings_.json) std::fwrite(text.data(), 1, text.size(), stderr);
}

void Output::Finish() {
  errno = 0;
  const bool written = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
  const int reason = errno;
  const bool paged = pager_ != nullptr;
  EndPager();
  if (written || paged || reason == EPIPE) return;
  throw Error(ErrorCode::kInternal, "cannot write to standard output", std::strerror(reason));
}

}  // namespace pggit::cli
