// pggit.init() and pggit.deinit(): the mark that says pggit keeps this database's history, and the
// event triggers that see what changes it, and the library in every session.

#include "extension/event_triggers.h"
#include "extension/live_schema.h"
#include "extension/preload.h"
#include "extension/workspaces.h"

namespace pggit {
namespace {

/// The version of what pggit stores; a newer library refuses what it does not know.
constexpr int kFormatVersion = 1;

constexpr char kInPlace[] = "in_place";
constexpr char kViews[] = "views";

void CheckLayout(const std::string& layout) {
  if (layout == kInPlace) return;
  if (layout == kViews) {
    throw Error(ErrorCode::kNotSupported, "layout \"views\" is not supported", {},
                "Run pggit.init() to keep the tables where they are.");
  }
  throw Error(ErrorCode::kInvalidArgument, "layout \"" + layout + "\" does not exist",
              "The one supported layout is in_place.",
              "Run pggit.init() to keep the tables where they are.");
}

uint64 ExecuteAsOwner(Spi& spi, const char* sql, const std::vector<std::string>& arguments = {}) {
  const RunAs owner(StoreOwner(spi));
  return spi.Execute(sql, arguments);
}

void Initialise(const std::string& layout) {
  CheckLayout(layout);
  Spi spi;
  // The row is single by its key: of two sessions that get here at once, one waits and finds it.
  const uint64 inserted = ExecuteAsOwner(
      spi,
      "INSERT INTO pggit_v0.repository (layout, format_version, server_major, initialised_by) "
      "VALUES ($1, $2::pg_catalog.int4, $3::pg_catalog.int4, session_user) "
      "ON CONFLICT DO NOTHING",
      {layout, std::to_string(kFormatVersion), std::to_string(kBuiltForMajor)});
  CreateEventTriggers(spi);
  PreloadLibrary(spi);
  if (inserted == 0) {
    Server([] { ereport(NOTICE, (errmsg("this database is already initialised, skipping"))); });
    return;
  }
  // A history of before pggit.deinit() goes on: what changed meanwhile is for the next commit.
  Repository repository(spi);
  if (repository.Ref(kMainRef)) return;
  LiveSchema live(spi, repository, kMainRef, /*is_to_last=*/true);
  const NewCommit commit =
      CommitChanges(repository, kMainRef, std::nullopt, live.ChangesFrom(std::nullopt),
                    "Initial snapshot\n", "commit (initial)");
  live.Remember(commit.tree);
}

void Deinitialise() {
  Spi spi;
  if (ExecuteAsOwner(spi, "DELETE FROM pggit_v0.repository") == 0) {
    throw Error(ErrorCode::kNotInitialised, "this database is not initialised", {},
                "Run pggit.init() to start keeping its history.");
  }
  DropEventTriggers(spi);
  StopPreloading(spi);
  const auto branches = spi.Query(
      "SELECT pg_catalog.count(DISTINCT branch) FROM pggit.workspaces HAVING "
      "pg_catalog.count(*) > 0");
  if (branches.empty()) return;
  const char* const count = branches[0][0]->c_str();
  Server([count] {
    ereport(NOTICE, (errmsg("branches keep their schemas: %s", count),
                     errhint("Drop the schemas whose names begin with pggit_branch_ when nobody "
                             "needs them any more.")));
  });
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_init) {
  if (PG_ARGISNULL(0)) {
    throw pggit::Error(pggit::ErrorCode::kInvalidArgument, "layout must not be null");
  }
  pggit::Initialise(pggit::TextArg(fcinfo, 0));
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_deinit) {
  pggit::Deinitialise();
  return pggit::VoidDatum();
}
