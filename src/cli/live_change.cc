#include "cli/live_change.h"

#include "cli/history.h"

namespace pggit::cli {

Option AllowDataLossOption() {
  return {.name = "allow-data-loss", .help = "go on where rows or values are lost"};
}

Connection& ServerToChange(Context& context) {
  Connection& server = HistoryServer(context);
  if (context.arguments().Has("allow-data-loss")) {
    server.Query("SELECT pg_catalog.set_config('pggit.allow_data_loss', 'on', false)");
  }
  return server;
}

int AnswerCommit(Context& context, Connection& server, const std::string& verb,
                 const std::string& sha) {
  const std::string branch =
      server.Query("SELECT pg_catalog.substr(ref_name, 12) AS branch FROM pggit_v0.head")
          .Text(0, "branch");
  Output& output = context.output();
  if (context.json()) {
    output.AnswerJson(verb, {{"commit", sha}, {"branch", branch}});
  } else {
    output.Answer('[' + branch + ' ' + sha.substr(0, kShownDigits) + "] " +
                  std::string(ReadLog(server, sha, "1", "").at(0).subject()) + '\n');
  }
  return 0;
}

}  // namespace pggit::cli
