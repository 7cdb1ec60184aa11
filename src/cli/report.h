#pragma once

#include <exception>
#include <string>

#include "cli/json.h"
#include "cli/pq_error.h"
#include "cli/term/style.h"

namespace pggit::cli {

/// A failure as the person or the script gets it.
struct Failure {
  int exit_status = 2;
  ServerReport report;
};

/// Turns what was thrown into a failure: ours by its code, the server's by its SQLSTATE, anything
/// else into an internal error. After Ctrl-C everything is an interruption, status 130.
Failure FailureOf(const std::exception& error, bool interrupted);

/// The lines for standard error: `pggit: error: message`, then DETAIL and HINT; with `verbose` the
/// SQLSTATE and the context too.
std::string FailureText(const Failure& failure, bool verbose, const Style& style);

/// The lines for a notice or warning of the server: `pggit: message`, then DETAIL and HINT.
std::string NoticeText(const ServerReport& notice, const Style& style);

/// The member "error" of the JSON document.
Json FailureJson(const Failure& failure);

}  // namespace pggit::cli
