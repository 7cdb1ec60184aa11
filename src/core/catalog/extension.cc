#include <algorithm>
#include <map>
#include <string>

#include "core/base/identifier.h"
#include "core/catalog/acl.h"
#include "core/catalog/kinds.h"

namespace pggit {
namespace {

// plpgsql is in every new database; pggit versions others, not itself.
bool IsIgnored(const std::string& name) {
  return name == "plpgsql" || name == "pggit" || name == "pggit_v1";
}

// The extensions by OID, null for those that are not versioned.
std::map<Oid32, Object*> ReadExtensionRows(Reader& reader) {
  std::map<Oid32, Object*> extensions;
  reader.ForEach(
      "SELECT e.oid, e.extname, n.nspname, e.extversion FROM pg_catalog.pg_extension e"
      " JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kExtension, cells.Oid()};
        const ObjectId id{Kind::kExtension, "", cells.Text(), ""};
        extensions[address.oid] = nullptr;
        if (IsIgnored(id.name)) return;
        extensions[address.oid] = &reader.Add(address, id, Extension{cells.Text(), {}});
        reader.Ignore(
            "EXTENSION " + QuoteIdentifier(id.name) + " VERSION " + QuoteLiteral(cells.Text()),
            "a restore takes the version that the server offers");
      });
  return extensions;
}

// What an extension made, and what cannot be without it: row and array types, indexes, constraints,
// triggers, rules and policies of its relations, which have no word of the extension themselves.
void ReadMembers(Reader& reader, const std::map<Oid32, Object*>& extensions) {
  reader.ForEach(
      "WITH RECURSIVE member (classid, objid, extension) AS ("
      "SELECT d.classid, d.objid, d.refobjid FROM pg_catalog.pg_depend d"
      " WHERE d.refclassid = 3079 AND d.deptype = 'e' AND {any d.classid d.objid}"
      " UNION "
      "SELECT d.classid, d.objid, m.extension FROM member m"
      " JOIN pg_catalog.pg_depend d ON d.refclassid = m.classid AND d.refobjid = m.objid"
      " LEFT JOIN pg_catalog.pg_class c ON d.classid = 1259 AND c.oid = d.objid"
      " WHERE d.deptype = 'i' OR (d.deptype = 'a'"
      "  AND (d.classid IN (2604, 2606, 2618, 2620, 3256) OR c.relkind IN ('i', 'I')))"
      ") SELECT classid, objid, extension FROM member",
      [&](Cells& cells) {
        const CatalogAddress address{static_cast<Catalog>(cells.Oid()), cells.Oid()};
        reader.AddMember(address, extensions.at(cells.Oid()));
      });
}

// Rows of: the extension (null for what the server itself brings), the word for GRANT, schema and
// name or only a name as SQL writes it, column, owner, privileges at first and now.
std::string MemberPrivilegesQuery() {
  // Each catalog of things that have privileges: classid, catalog, prefix of its columns, the
  // letter of acldefault(), the word of GRANT, schema and name.
  struct Source {
    std::string class_id, catalog, owner, acl, letter, word, schema, name, more;
  };
  const Source sources[] = {
      {"1259", "pg_class", "relowner", "relacl", "CASE o.relkind WHEN 'S' THEN 's' ELSE 'r' END",
       "CASE o.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END", "o.relnamespace", "o.relname",
       ""},
      {"1255", "pg_proc", "proowner", "proacl", "'f'",
       "CASE o.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END", "NULL::oid",
       "CASE WHEN o.pronamespace = 11 THEN 'pg_catalog.' ELSE '' END"
       " || o.oid::pg_catalog.regprocedure::text",
       " AND (m.extension IS NOT NULL OR o.pronamespace = 11)"},
      {"1247", "pg_type", "typowner", "typacl", "'T'", "'TYPE'", "o.typnamespace", "o.typname", ""},
      {"2612", "pg_language", "lanowner", "lanacl", "'l'", "'LANGUAGE'", "0::oid", "o.lanname", ""},
      {"2615", "pg_namespace", "nspowner", "nspacl", "'n'", "'SCHEMA'", "0::oid", "o.nspname",
       " AND o.nspname <> 'public' AND o.nspname !~ '^pg_toast|^pg_temp_'"},
      {"2328", "pg_foreign_data_wrapper", "fdwowner", "fdwacl", "'F'", "'FOREIGN DATA WRAPPER'",
       "0::oid", "o.fdwname", ""},
      {"1417", "pg_foreign_server", "srvowner", "srvacl", "'S'", "'FOREIGN SERVER'", "0::oid",
       "o.srvname", ""},
  };
  // Found by their OIDs, lest catalogs full of other things are read for them.
  std::string query =
      "WITH member AS (SELECT classid, objid, refobjid AS extension FROM pg_catalog.pg_depend"
      "  WHERE refclassid = 3079 AND deptype = 'e' AND objsubid = 0)";
  const auto members = [](const std::string& class_id, const std::string& catalog,
                          const std::string& condition) {
    return " FROM (SELECT objid AS oid, extension FROM member WHERE classid = " + class_id +
           " UNION ALL SELECT s.oid, NULL FROM pg_catalog." + catalog +
           " s WHERE s.oid < 16384 AND " + condition +
           " AND NOT EXISTS (SELECT FROM member x WHERE x.classid = " + class_id +
           " AND x.objid = s.oid)) m JOIN pg_catalog." + catalog + " o ON o.oid = m.oid";
  };
  std::string rows;
  for (const Source& s : sources) {
    const std::string first = "COALESCE(ip.initprivs, pg_catalog.acldefault(" + s.letter +
                              "::\"char\", o." + s.owner + "))";
    const std::string now = "COALESCE(o." + s.acl + ", pg_catalog.acldefault(" + s.letter +
                            "::\"char\", o." + s.owner + "))";
    rows += (rows.empty() ? " " : " UNION ALL ");
    rows += "SELECT m.extension, " + s.word + " AS word, " + s.schema + " AS schema, " + s.name +
            " AS name, NULL::name AS column_name, o." + s.owner + " AS owner, " + first +
            " AS first, " + now + " AS now" +
            members(s.class_id, s.catalog,
                    "(s." + s.acl +
                        " IS NOT NULL OR s.oid IN (SELECT i.objoid FROM pg_catalog.pg_init_privs i"
                        " WHERE i.classoid = " +
                        s.class_id + "))") +
            " LEFT JOIN pg_catalog.pg_init_privs ip ON ip.classoid = " + s.class_id +
            " AND ip.objoid = o.oid AND ip.objsubid = 0 WHERE o." + s.acl +
            " IS DISTINCT FROM ip.initprivs" + s.more;
  }
  rows +=
      " UNION ALL SELECT m.extension, 'TABLE', o.relnamespace, o.relname, a.attname, o.relowner,"
      " COALESCE(ip.initprivs, '{}'), COALESCE(a.attacl, '{}')" +
      members("1259", "pg_class", "true") +
      " JOIN pg_catalog.pg_attribute a ON a.attrelid = o.oid"
      " LEFT JOIN pg_catalog.pg_init_privs ip ON ip.classoid = 1259 AND ip.objoid = o.oid"
      "  AND ip.objsubid = a.attnum"
      " WHERE a.attacl IS DISTINCT FROM ip.initprivs AND NOT a.attisdropped";
  return query +
         " SELECT x.extension, x.word, n.nspname, x.name, x.schema IS NULL, x.column_name,"
         " x.owner, x.first, x.now FROM (" +
         rows +
         ") x LEFT JOIN pg_catalog.pg_namespace n ON n.oid = x.schema"
         " WHERE n.nspname IS DISTINCT FROM 'information_schema'"
         "  AND x.name <> 'information_schema'";
}

// What of the server's own has other privileges than it came with is an object each.
void AddSystemPrivileges(Reader& reader, MemberPrivileges&& member) {
  const ObjectId id{Kind::kSystemPrivileges, "", "", "ON " + member.member};
  auto [found, added] = reader.schema().objects.try_emplace(id);
  if (added) found->second = {id, {}, SystemPrivileges{}};
  const Element element =
      member.column.empty() ? Element{} : Element{ElementKind::kColumn, member.column};
  found->second.attributes.privileges[element] = std::move(member.privileges);
}

void ReadMemberPrivileges(Reader& reader, const std::map<Oid32, Object*>& extensions) {
  reader.ForEach(MemberPrivilegesQuery(), [&](Cells& cells) {
    const Oid32 extension = cells.Oid();
    MemberPrivileges member;
    const std::string word = cells.Text();
    const std::string schema = cells.TextOrEmpty();
    const std::string name = cells.Text();
    member.member = word + ' ' + (cells.Bool() ? name : QuoteQualified(schema, name));
    member.column = cells.TextOrEmpty();
    const Oid32 owner = cells.Oid();
    const std::vector<std::string> first = cells.Array();
    member.privileges = PrivilegesSince(reader.Role(owner), first, cells.Array());
    if (member.privileges.empty()) return;
    const auto found = extensions.find(extension);
    if (found != extensions.end() && found->second) {
      std::get<Extension>(found->second->definition).privileges.push_back(std::move(member));
    } else if (extension < kFirstOwn) {  // None, or plpgsql, which every database has.
      AddSystemPrivileges(reader, std::move(member));
    }
  });
  for (auto& [id, object] : reader.schema().objects) {
    if (Extension* extension = std::get_if<Extension>(&object.definition)) {
      std::sort(extension->privileges.begin(), extension->privileges.end());
    }
  }
}

}  // namespace

void ReadExtensions(Reader& reader) {
  const std::map<Oid32, Object*> extensions = ReadExtensionRows(reader);
  ReadMembers(reader, extensions);
  // These are of extensions and of the server; a change of either is one of everything.
  if (!reader.focus()) ReadMemberPrivileges(reader, extensions);
}

}  // namespace pggit
