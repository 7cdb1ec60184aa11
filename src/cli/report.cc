#include "cli/report.h"

#include "core/base/error.h"

namespace pggit::cli {
namespace {

constexpr int kInterruptedStatus = 130;

/// `LABEL:  text`, further lines of the text indented under its first.
std::string Labelled(const std::string& label, const std::string& text, const Style& style) {
  if (text.empty()) return {};
  std::string out = style.Paint(Color::kBold, label + ":") + "  ";
  for (const char c : text) {
    out += c;
    if (c == '\n') out += std::string(label.size() + 3, ' ');
  }
  return out + '\n';
}

}  // namespace

Failure FailureOf(const std::exception& error, bool interrupted) {
  if (interrupted) {
    return {kInterruptedStatus, {.sqlstate = "57014", .message = "interrupted"}};
  }
  if (const auto* server = dynamic_cast<const ServerError*>(&error)) {
    int status = ExitStatusOfSqlState(server->report().sqlstate);
    // Whatever kept us out, unless it was our rights: a database that does not exist, say.
    const bool kept_out = dynamic_cast<const ConnectError*>(&error) != nullptr;
    if (kept_out && status != ExitStatus(ErrorCode::kPermission)) {
      status = ExitStatus(ErrorCode::kConnection);
    }
    return {status, server->report()};
  }
  if (const auto* own = dynamic_cast<const Error*>(&error)) {
    return {ExitStatus(own->code()),
            {.sqlstate = std::string(SqlState(own->code())),
             .message = own->what(),
             .detail = own->detail(),
             .hint = own->hint()}};
  }
  return {ExitStatus(ErrorCode::kInternal),
          {.sqlstate = std::string(SqlState(ErrorCode::kInternal)), .message = error.what()}};
}

std::string FailureText(const Failure& failure, bool verbose, const Style& style) {
  const ServerReport& report = failure.report;
  if (failure.exit_status == kInterruptedStatus) return "pggit: interrupted\n";
  std::string out = "pggit: " + style.Paint(Color::kRed, "error:") + ' ';
  if (verbose) out += report.sqlstate + ": ";
  out += report.message + '\n';
  out += Labelled("DETAIL", report.detail, style);
  out += Labelled("HINT", report.hint, style);
  if (verbose) out += Labelled("CONTEXT", report.context, style);
  return out;
}

std::string NoticeText(const ServerReport& notice, const Style& style) {
  return "pggit: " + notice.message + '\n' + Labelled("DETAIL", notice.detail, style) +
         Labelled("HINT", notice.hint, style);
}

Json FailureJson(const Failure& failure) {
  const ServerReport& report = failure.report;
  return Json::Object{
      {"exit_status", failure.exit_status}, {"sqlstate", report.sqlstate},
      {"message", report.message},          {"detail", TextOrNull(report.detail)},
      {"hint", TextOrNull(report.hint)},    {"context", TextOrNull(report.context)}};
}

}  // namespace pggit::cli
