// pggit.doctor(): what is set up as it should be, and what to do about the rest.

#include "extension/preload.h"

namespace pggit {
namespace {

/// One line of the answer. The name of a check is a promise; its wording is not.
struct Finding {
  const char* status;  // ok, info, warning or critical
  std::string details;
  std::optional<std::string> hint;
};

/// The first column of the rows as one list: `a, b, c`.
std::string Join(const std::vector<TextRow>& rows) {
  std::string list;
  for (const TextRow& row : rows) {
    if (!list.empty()) list += ", ";
    list += row[0].value_or("");
  }
  return list;
}

Finding CheckLibraryVersion(Spi& spi) {
  const auto rows =
      spi.Query("SELECT extversion FROM pg_catalog.pg_extension WHERE extname = 'pggit'");
  const std::string installed = rows.empty() ? "none" : *rows[0][0];
  if (installed == PGGIT_VERSION) return {"ok", "library and extension are " + installed, {}};
  return {"critical", "the library is " PGGIT_VERSION ", the extension is " + installed,
          "Run ALTER EXTENSION pggit UPDATE."};
}

Finding CheckServerVersion(Spi& spi) {
  const auto rows = spi.Query("SELECT pg_catalog.current_setting('server_version')");
  return {"ok",
          "PostgreSQL " + *rows[0][0] + ", library built for " + std::to_string(kBuiltForMajor),
          {}};
}

Finding CheckEncoding(Spi& spi) {
  const auto rows = spi.Query("SELECT pg_catalog.current_setting('server_encoding')");
  const std::string& encoding = *rows[0][0];
  if (encoding == "UTF8") return {"ok", "the database is in UTF8", {}};
  return {"warning",
          "the database is in " + encoding + "; definitions have the same bytes everywhere in UTF8",
          "Move to a database made with ENCODING 'UTF8'."};
}

Finding CheckRepository(Spi& spi) {
  const auto rows = spi.Query(
      "SELECT layout, initialised_by, pg_catalog.to_char(initialised_at AT TIME ZONE 'UTC', "
      "'YYYY-MM-DD HH24:MI:SS') FROM pggit_v0.repository");
  if (rows.empty()) return {"info", "the database is not initialised", "Run SELECT pggit.init()."};
  return {"ok",
          "initialised by " + *rows[0][1] + " at " + *rows[0][2] + " UTC, layout " + *rows[0][0],
          {}};
}

Finding CheckCapture(Spi& spi) {
  if (spi.Query("SELECT 1 FROM pggit_v0.repository").empty()) {
    return {"info", "no event triggers note DDL: the database is not initialised",
            "Run SELECT pggit.init()."};
  }
  const auto idle = spi.Query(R"sql(
      SELECT w.name, CASE WHEN t.oid IS NULL THEN 'missing' ELSE 'not enabled always' END
      FROM (VALUES ('pggit_ddl_command_end'::pg_catalog.name), ('pggit_sql_drop')) AS w (name)
      LEFT JOIN pg_catalog.pg_event_trigger t
        ON t.evtname OPERATOR(pg_catalog.=) w.name
       AND t.evtfoid OPERATOR(pg_catalog.=) 'pggit_v0.capture_ddl'::pg_catalog.regproc
      WHERE t.evtenabled IS DISTINCT FROM 'A' OR t.evttags IS NOT NULL
      ORDER BY 1)sql");
  if (idle.empty()) return {"ok", "event triggers note every DDL command", {}};
  std::string details = "event trigger \"" + *idle[0][0] + "\" is " + *idle[0][1];
  if (*idle[0][1] == "missing") return {"critical", details, "Run SELECT pggit.init()."};
  return {"critical", details, "Run ALTER EVENT TRIGGER " + *idle[0][0] + " ENABLE ALWAYS."};
}

Finding CheckPreload(Spi& spi) {
  if (IsPreloaded(spi)) return {"ok", "every session loads the library", {}};
  if (spi.Query("SELECT 1 FROM pggit_v0.repository").empty()) {
    return {"info", "sessions do not load the library: the database is not initialised",
            "Run SELECT pggit.init()."};
  }
  return {"warning",
          "a session that has not used pggit yet cannot be on a branch, and stays on main",
          "Run SELECT pggit.init(), and connect again."};
}

Finding CheckOwnership(Spi& spi) {
  const auto strangers = spi.Query(R"sql(
      SELECT pg_catalog.pg_describe_object(d.classid, d.objid, 0),
        pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(e.extowner))
      FROM pg_catalog.pg_extension e
      JOIN pg_catalog.pg_depend d
        ON d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
       AND d.refobjid = e.oid AND d.deptype = 'e'
      LEFT JOIN pg_catalog.pg_namespace n
        ON d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND n.oid = d.objid
      LEFT JOIN pg_catalog.pg_class c
        ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND c.oid = d.objid
      LEFT JOIN pg_catalog.pg_proc p
        ON d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND p.oid = d.objid
      WHERE e.extname = 'pggit'
        AND coalesce(n.nspowner, c.relowner, p.proowner, e.extowner) <> e.extowner
      ORDER BY 1)sql");
  if (strangers.empty()) return {"ok", "everything belongs to the extension's owner", {}};
  return {"critical", "not owned by the extension's owner: " + Join(strangers),
          "Run ALTER ... OWNER TO " + *strangers[0][1] + " on each."};
}

Finding CheckPrivileges(Spi& spi) {
  const auto open = spi.Query(R"sql(
      SELECT what || ' (' || pg_catalog.lower(privilege) || ')'
      FROM (
        SELECT 'schema ' || n.nspname AS what, a.privilege_type AS privilege
        FROM pg_catalog.pg_namespace n, pg_catalog.aclexplode(n.nspacl) a
        WHERE n.nspname IN ('pggit', 'pggit_v0', 'pggit_audit')
          AND a.grantee = 0 AND a.privilege_type = 'CREATE'
        UNION ALL
        SELECT 'table ' || n.nspname || '.' || c.relname, a.privilege_type
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace,
          pg_catalog.aclexplode(c.relacl) a
        WHERE n.nspname IN ('pggit', 'pggit_v0', 'pggit_audit')
          AND a.grantee = 0 AND a.privilege_type <> 'SELECT'
      ) AS granted
      ORDER BY 1)sql");
  if (open.empty()) return {"ok", "PUBLIC can change nothing of pggit's", {}};
  return {"critical", "PUBLIC can change: " + Join(open), "Run REVOKE ... FROM PUBLIC on each."};
}

// What is verified of this database's files is for no other one.
Finding CheckDumpRegistration(Spi& spi) {
  const auto missing = spi.Query(R"sql(
      SELECT c.oid::pg_catalog.regclass::text
      FROM pg_catalog.pg_extension e
      JOIN pg_catalog.pg_depend d
        ON d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
       AND d.refobjid = e.oid AND d.deptype = 'e'
       AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      JOIN pg_catalog.pg_class c ON c.oid = d.objid AND c.relkind IN ('r', 'p')
      WHERE e.extname = 'pggit' AND c.oid <> ALL (coalesce(e.extconfig, '{}'))
        AND c.relname NOT LIKE 'verified\_%'
      ORDER BY 1)sql");
  if (missing.empty()) return {"ok", "pg_dump keeps the rows of every table", {}};
  return {"critical", "pg_dump leaves out the rows of: " + Join(missing),
          "Run ALTER EXTENSION pggit UPDATE."};
}

// What is left of branches that are gone, and branches whose schemas are.
Finding CheckWorkspaces(Spi& spi) {
  const auto lost = spi.Query(R"sql(
      SELECT 'schema ' || pg_catalog.quote_ident(w.physical_schema) || ' of branch ' || w.branch
      FROM pggit.workspaces w
      WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_namespace n
                        WHERE n.nspname OPERATOR(pg_catalog.=) w.physical_schema)
      ORDER BY 1)sql");
  if (!lost.empty()) {
    return {"critical", "missing: " + Join(lost), "Run SELECT pggit.rebuild_branch(name)."};
  }
  const auto orphans = spi.Query(R"sql(
      SELECT pg_catalog.quote_ident(n.nspname)
      FROM pg_catalog.pg_namespace n
      WHERE n.nspname LIKE 'pggit\_branch\_%' AND NOT EXISTS (
        SELECT FROM pggit.workspaces w JOIN pggit_v0.refs r ON r.name = 'refs/heads/' || w.branch
        WHERE w.physical_schema OPERATOR(pg_catalog.=) n.nspname)
      ORDER BY 1)sql");
  if (!orphans.empty()) {
    return {"warning", "schemas of no branch: " + Join(orphans),
            "Run DROP SCHEMA ... CASCADE on each."};
  }
  const auto branches = spi.Query("SELECT pg_catalog.count(DISTINCT branch) FROM pggit.workspaces");
  return {"ok", "branches with schemas of their own: " + *branches[0][0], {}};
}

Finding CheckLegacySchema(Spi& spi) {
  const auto legacy = spi.Query(R"sql(
      SELECT pg_catalog.quote_ident(n.nspname)
      FROM pg_catalog.pg_attribute a
      JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relname = 'history' AND c.relkind = 'r'
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname NOT IN ('pggit', 'pggit_v0', 'pggit_audit')
        AND a.attname IN ('sql_executed', 'change_severity', 'merge_base_hash')
      GROUP BY n.nspname
      HAVING pg_catalog.count(*) = 3
      ORDER BY 1)sql");
  if (legacy.empty()) return {"ok", "no schema of pggit v1", {}};
  return {"info", "history of pggit v1 lies in: " + Join(legacy), {}};
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_doctor) {
  using pggit::Finding;
  struct Check {
    const char* name;
    Finding (*run)(pggit::Spi&);
  };
  constexpr Check kChecks[] = {
      {"library_version", pggit::CheckLibraryVersion},
      {"server_version", pggit::CheckServerVersion},
      {"encoding", pggit::CheckEncoding},
      {"repository", pggit::CheckRepository},
      {"capture", pggit::CheckCapture},
      {"preload", pggit::CheckPreload},
      {"ownership", pggit::CheckOwnership},
      {"privileges", pggit::CheckPrivileges},
      {"dump", pggit::CheckDumpRegistration},
      {"workspaces", pggit::CheckWorkspaces},
      {"legacy_schema", pggit::CheckLegacySchema},
  };
  pggit::ResultSet result(fcinfo);
  pggit::Spi spi;
  for (const Check& check : kChecks) {
    const Finding finding = check.run(spi);
    result.Add({check.name, finding.status, finding.details, finding.hint});
  }
  return pggit::VoidDatum();
}
