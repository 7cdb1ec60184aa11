#pragma once

#include <optional>

#include "cli/command.h"
#include "cli/output.h"
#include "cli/pq_connection.h"

namespace pggit::cli {

/// What a verb works with: its arguments, where to print, and the server once it asks for it.
class Context {
 public:
  /// `command` and `output` must outlive the context.
  Context(const Command& command, Arguments arguments, Output& output);

  const Command& command() const { return command_; }
  const Arguments& arguments() const { return arguments_; }
  Output& output() { return output_; }
  bool json() const { return output_.settings().json; }

  /// The connection; opened by the first call. Throws ServerError.
  Connection& Server();
  const ConnectionSettings& connection_settings() const { return connection_settings_; }

 private:
  const Command& command_;
  Arguments arguments_;
  Output& output_;
  ConnectionSettings connection_settings_;
  std::optional<Connection> connection_;
};

/// What the general options say.
OutputSettings OutputSettingsOf(const Arguments& arguments);

/// What the connection options say.
ConnectionSettings ConnectionSettingsOf(const Arguments& arguments);

}  // namespace pggit::cli
