#include "extension/attribution.h"

#include <utility>

#include "core/catalog/cells.h"
#include "core/ddl/head.h"
#include "core/model/path.h"
#include "extension/pending_commands.h"

namespace pggit {

std::vector<DdlCommand> CommandsSince(Spi& spi, const std::optional<Sha>& head) {
  std::vector<DdlCommand> commands;
  // The commit's transaction began when its object was made: it holds nothing that was recorded
  // later, but for what that transaction did itself before it.
  const std::string hex = head ? Hex(*head) : std::string();
  const auto rows = spi.Query(
      "SELECT executed_by, command_tag, statement, object_paths, object_types, object_identities, "
      "commit_sha::pg_catalog.text IS NOT DISTINCT FROM $1 FROM pggit_v0.ddl_log "
      "WHERE recorded_at >= coalesce((SELECT created_at FROM pggit_v0.stored_objects "
      "WHERE sha OPERATOR(pg_catalog.=) NULLIF($1, '')::pggit_v0.sha), '-infinity') "
      "ORDER BY recorded_at, transaction_id, position",
      {hex});
  for (const TextRow& row : rows) {
    // With this command the live schema became that of the commit, perhaps not for the first time.
    if (*row[6] == "t") {
      commands.clear();
      continue;
    }
    DdlCommand command;
    command.executed_by = *row[0];
    command.tag = *row[1];
    command.statement = *row[2];
    command.paths = ParseArray(*row[3]);
    const std::vector<std::string> types = ParseArray(*row[4]);
    const std::vector<std::string> identities = ParseArray(*row[5]);
    for (std::size_t i = 0; i < types.size() && i < identities.size(); ++i) {
      command.touched.push_back({types[i], identities[i]});
    }
    commands.push_back(std::move(command));
  }
  for (const DdlCommand& pending : PendingCommands::Get().commands()) {
    if (head && pending.commit == head) {
      commands.clear();
    } else {
      commands.push_back(pending);
    }
  }
  return commands;
}

Attribution AttributionSince(Spi& spi, const std::optional<Sha>& head) {
  return Attribution(CommandsSince(spi, head));
}

std::vector<std::string> PathsNeededBy(std::string_view text) {
  std::vector<std::string> paths;
  for (const Dependency& need : TakeHead(text).needs) paths.push_back(PathOf(need.on));
  return paths;
}

}  // namespace pggit
