#include "cli/context.h"

#include <utility>

#include "cli/report.h"

namespace pggit::cli {

Context::Context(const Command& command, Arguments arguments, Output& output)
    : command_(command),
      arguments_(std::move(arguments)),
      output_(output),
      connection_settings_(ConnectionSettingsOf(arguments_)) {}

Connection& Context::Server() {
  if (!connection_) {
    connection_.emplace(Connection::Open(connection_settings_));
    connection_->OnNotice([this](const ServerReport& notice) {
      output_.Talk(NoticeText(notice, output_.talk_style()));
    });
  }
  return *connection_;
}

OutputSettings OutputSettingsOf(const Arguments& arguments) {
  OutputSettings settings;
  settings.json = arguments.Has("json");
  settings.pager = !arguments.Has("no-pager");
  settings.quiet = arguments.Has("quiet");
  settings.verbose = arguments.Has("verbose");
  const std::string color = arguments.Value("color").value_or("auto");
  if (color == "always") settings.color = ColorMode::kAlways;
  if (color == "never") settings.color = ColorMode::kNever;
  return settings;
}

ConnectionSettings ConnectionSettingsOf(const Arguments& arguments) {
  ConnectionSettings settings;
  settings.host = arguments.Value("host");
  settings.port = arguments.Value("port");
  settings.username = arguments.Value("username");
  settings.dbname = arguments.Value("dbname");
  if (arguments.Has("password")) settings.prompt = PasswordPrompt::kFirst;
  if (arguments.Has("no-password")) settings.prompt = PasswordPrompt::kNever;
  return settings;
}

}  // namespace pggit::cli
