#include "core/base/identifier.h"
#include "core/catalog/kinds.h"
#include "core/catalog/secrets.h"

namespace pggit {

void ReadForeignDataWrappers(Reader& reader) {
  reader.ForEach(
      "SELECT w.oid, w.fdwname, w.fdwowner, w.fdwacl IS NOT NULL, w.fdwacl,"
      " hn.nspname, h.proname, vn.nspname, v.proname, w.fdwoptions"
      " FROM pg_catalog.pg_foreign_data_wrapper w"
      " LEFT JOIN pg_catalog.pg_proc h ON h.oid = w.fdwhandler"
      " LEFT JOIN pg_catalog.pg_namespace hn ON hn.oid = h.pronamespace"
      " LEFT JOIN pg_catalog.pg_proc v ON v.oid = w.fdwvalidator"
      " LEFT JOIN pg_catalog.pg_namespace vn ON vn.oid = v.pronamespace"
      " WHERE w.oid >= 16384",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kForeignDataWrapper, cells.Oid()};
        const ObjectId id{Kind::kForeignDataWrapper, "", cells.Text(), ""};
        if (reader.IsMember(address)) return;
        Object& object = reader.Add(address, id, ForeignDataWrapper{});
        const Oid32 owner = cells.Oid();
        const bool has_acl = cells.Bool();
        reader.SetOwnerAndPrivileges(object, 'F', owner, has_acl, cells.Array());
        const auto function = [&] {
          const std::string schema = cells.TextOrEmpty();
          const std::string name = cells.TextOrEmpty();
          return name.empty() ? std::string() : QuoteQualified(schema, name);
        };
        auto& wrapper = std::get<ForeignDataWrapper>(object.definition);
        wrapper.handler = function();
        wrapper.validator = function();
        wrapper.options = WithoutSecrets(reader, Describe(id), cells.Options());
      });
}

void ReadServers(Reader& reader) {
  reader.ForEach(
      "SELECT s.oid, s.srvname, s.srvowner, s.srvacl IS NOT NULL, s.srvacl, s.srvtype,"
      " s.srvversion, w.fdwname, s.srvoptions"
      " FROM pg_catalog.pg_foreign_server s"
      " JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kForeignServer, cells.Oid()};
        const ObjectId id{Kind::kServer, "", cells.Text(), ""};
        if (reader.IsMember(address)) return;
        Object& object = reader.Add(address, id, ForeignServer{});
        const Oid32 owner = cells.Oid();
        const bool has_acl = cells.Bool();
        reader.SetOwnerAndPrivileges(object, 'S', owner, has_acl, cells.Array());
        ForeignServer& server = std::get<ForeignServer>(object.definition);
        server.type = cells.TextOrEmpty();
        server.version = cells.TextOrEmpty();
        server.wrapper = cells.Text();
        server.options = WithoutSecrets(reader, Describe(id), cells.Options());
      });
}

void ReadUserMappings(Reader& reader) {
  // The view shows options to superusers, to the mapped role itself if it may use the server, and
  // of PUBLIC's mapping to the server's owner.
  reader.ForEach(
      "SELECT m.umid, m.srvname, m.umuser, m.umoptions,"
      " r.rolsuper OR (m.umuser = r.oid AND (pg_catalog.pg_has_role(s.srvowner, 'USAGE')"
      "  OR pg_catalog.has_server_privilege(s.oid, 'USAGE')))"
      "  OR (m.umuser = 0 AND pg_catalog.pg_has_role(s.srvowner, 'USAGE'))"
      " FROM pg_catalog.pg_user_mappings m"
      " JOIN pg_catalog.pg_foreign_server s ON s.oid = m.srvid"
      " CROSS JOIN pg_catalog.pg_roles r WHERE r.rolname = CURRENT_USER",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kUserMapping, cells.Oid()};
        const std::string server = QuoteIdentifier(cells.View());
        const Oid32 role = cells.Oid();
        const ObjectId id{
            Kind::kUserMapping, "", "",
            "FOR " + (role == 0 ? std::string("PUBLIC") : QuoteIdentifier(reader.Role(role))) +
                " SERVER " + server};
        if (reader.IsMember(address)) return;
        const std::vector<Option> options = cells.Options();
        const bool readable = cells.Bool();
        Object& object = reader.Add(address, id, UserMapping{});
        if (!readable) {
          reader.Unsupported(Describe(id), "only a superuser can read its options");
        }
        std::get<UserMapping>(object.definition).options =
            WithoutSecrets(reader, Describe(id), options);
      });
}

}  // namespace pggit
