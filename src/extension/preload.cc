#include "extension/preload.h"

#include <algorithm>

#include "core/base/identifier.h"

extern "C" {
#include "catalog/pg_authid_d.h"
#include "nodes/pg_list.h"
#include "utils/varlena.h"
}

namespace pggit {
namespace {

constexpr char kLibrary[] = "pggit";

bool IsOurs(const std::string& library) {
  return library == kLibrary || library == "$libdir/pggit";
}

// The libraries of a setting's value.
std::vector<std::string> Libraries(std::string value) {
  char* const text = value.data();
  const List* const parts = Server([text] {
    List* list = NIL;
    (void)SplitDirectoriesString(text, ',', &list);
    return list;
  });
  std::vector<std::string> libraries;
  for (int i = 0; i < list_length(parts); ++i) {
    libraries.emplace_back(static_cast<const char*>(list_nth(parts, i)));
  }
  return libraries;
}

// What the database has of its own; nothing when it goes with the server.
std::optional<std::string> SettingOfDatabase(Spi& spi) {
  constexpr std::string_view kName = "session_preload_libraries=";
  const auto rows = spi.Query(
      "SELECT c.entry FROM pg_catalog.pg_db_role_setting AS s "
      "JOIN pg_catalog.pg_database AS d ON d.oid = s.setdatabase, "
      "pg_catalog.unnest(s.setconfig) AS c (entry) "
      "WHERE d.datname = pg_catalog.current_database() AND s.setrole = 0 "
      "AND pg_catalog.starts_with(c.entry, 'session_preload_libraries=')");
  if (rows.empty()) return std::nullopt;
  return rows[0][0]->substr(kName.size());
}

std::vector<std::string> CurrentLibraries(Spi& spi) {
  return Libraries(SettingOfDatabase(spi).value_or(session_preload_libraries_string));
}

void SetOfDatabase(Spi& spi, const std::vector<std::string>& libraries) {
  const std::string database = *spi.Query("SELECT pg_catalog.current_database()").at(0)[0];
  std::string sql = "ALTER DATABASE " + QuoteIdentifier(database);
  if (libraries.empty()) {
    sql += " RESET session_preload_libraries";
  } else {
    std::string list;
    for (const std::string& library : libraries) {
      list += (list.empty() ? "" : ", ") + QuoteLiteral(library);
    }
    sql += " SET session_preload_libraries = " + list;
  }
  const RunAs superuser(BOOTSTRAP_SUPERUSERID);
  spi.Execute(sql.c_str());
}

}  // namespace

void PreloadLibrary(Spi& spi) {
  if (IsPreloaded(spi)) return;
  std::vector<std::string> libraries = CurrentLibraries(spi);
  libraries.emplace_back(kLibrary);
  SetOfDatabase(spi, libraries);
}

void StopPreloading(Spi& spi) {
  const auto setting = SettingOfDatabase(spi);
  if (!setting) return;
  std::vector<std::string> libraries = Libraries(*setting);
  if (std::erase_if(libraries, IsOurs) > 0) SetOfDatabase(spi, libraries);
}

bool IsPreloaded(Spi& spi) {
  const std::vector<std::string> of_server = Libraries(shared_preload_libraries_string);
  const std::vector<std::string> of_database = CurrentLibraries(spi);
  return std::ranges::any_of(of_server, IsOurs) || std::ranges::any_of(of_database, IsOurs);
}

}  // namespace pggit
