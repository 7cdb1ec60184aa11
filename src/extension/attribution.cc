#include "extension/attribution.h"

#include <utility>

#include "core/catalog/cells.h"
#include "core/ddl/head.h"
#include "core/history/ref_name.h"
#include "core/model/path.h"
#include "extension/branch_schema.h"
#include "extension/pending_commands.h"

namespace pggit {

std::vector<DdlCommand> CommandsSince(Spi& spi, const std::string& ref,
                                      const std::optional<Sha>& head) {
  std::vector<DdlCommand> commands;
  // The commit's transaction began when its object was made: it holds nothing that was recorded
  // later, but for what that transaction did itself before it.
  const std::string hex = head ? Hex(*head) : std::string();
  const std::string branch(ShortRefName(ref));
  const auto rows = spi.Query(
      "SELECT executed_by, command_tag, statement, object_paths, object_types, object_identities, "
      "commit_sha::pg_catalog.text IS NOT DISTINCT FROM $1 FROM pggit_v0.ddl_log "
      "WHERE recorded_at >= coalesce((SELECT created_at FROM pggit_v0.stored_objects "
      "WHERE sha OPERATOR(pg_catalog.=) NULLIF($1, '')::pggit_v0.sha), '-infinity') "
      // What lies in no schema is everybody's; an older branch of the name had another workspace.
      "AND (branch = $2 OR pg_catalog.starts_with(object_paths[1], '_database/')) AND recorded_at "
      ">= coalesce((SELECT pg_catalog.min(created_at) "
      "FROM pggit.workspaces WHERE branch = $2), '-infinity') "
      "ORDER BY recorded_at, transaction_id, position",
      {hex, branch});
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
    const bool is_shared = !pending.paths.empty() && IsShared(pending.paths.front());
    if (pending.branch != branch && !is_shared) continue;
    if (head && pending.commit == head) {
      commands.clear();
    } else {
      commands.push_back(pending);
    }
  }
  return commands;
}

Attribution AttributionSince(Spi& spi, const std::string& ref, const std::optional<Sha>& head) {
  return Attribution(CommandsSince(spi, ref, head));
}

std::vector<std::string> PathsNeededBy(std::string_view text) {
  std::vector<std::string> paths;
  for (const Dependency& need : TakeHead(text).needs) paths.push_back(PathOf(need.on));
  return paths;
}

}  // namespace pggit
