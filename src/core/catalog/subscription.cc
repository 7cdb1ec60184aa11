#include <algorithm>

#include "core/base/identifier.h"
#include "core/base/secrets.h"
#include "core/catalog/kinds.h"

namespace pggit {
namespace {

// Whether this role may read the connection strings; by default a superuser may.
bool CanReadConnections(Reader& reader) {
  bool can = false;
  reader.ForEach(
      "SELECT pg_catalog.has_column_privilege('pg_catalog.pg_subscription', 'subconninfo',"
      " 'SELECT')",
      [&](Cells& cells) { can = cells.Bool(); });
  return can;
}

std::string StreamingName(char letter) {
  switch (letter) {
    case 't': return "on";
    case 'p': return "parallel";
    default: return "off";
  }
}

}  // namespace

void ReadSubscriptions(Reader& reader) {
  const bool connections = CanReadConnections(reader);
  const auto since = [&](int major, const char* column, const char* before) {
    return std::string(", ") + (reader.Since(major) ? column : before);
  };
  const std::string query =
      "SELECT s.oid, s.subname, s.subowner, s.subpublications, s.subslotname, s.subsynccommit,"
      " s.substream, s.subbinary" +
      since(15, "s.subtwophasestate <> 'd'", "false") + since(15, "s.subdisableonerr", "false") +
      since(16, "s.subpasswordrequired", "true") + since(16, "s.subrunasowner", "false") +
      since(16, "s.suborigin", "'any'") + since(17, "s.subfailover", "false") +
      (connections ? ", s.subconninfo" : ", ''") +
      " FROM pg_catalog.pg_subscription s"
      " JOIN pg_catalog.pg_database d ON d.oid = s.subdbid"
      " WHERE d.datname = pg_catalog.current_database()";
  reader.ForEach(query, [&](Cells& cells) {
    const CatalogAddress address{Catalog::kSubscription, cells.Oid()};
    const ObjectId id{Kind::kSubscription, "", cells.Text(), ""};
    if (reader.IsMember(address)) return;
    Object& object = reader.Add(address, id, Subscription{});
    reader.SetOwnerAndPrivileges(object, '\0', cells.Oid(), /*has_acl=*/false, {});
    Subscription& subscription = std::get<Subscription>(object.definition);
    subscription.publications = cells.Array();
    std::vector<Option>& options = subscription.options;
    const auto flag = [&](const char* name, bool standard) {
      const bool value = cells.Bool();
      if (value != standard) options.push_back({name, value ? "true" : "false"});
    };
    const auto text = [&](const char* name, const std::string& value, const std::string& standard) {
      if (value != standard) options.push_back({name, value});
    };
    const bool has_slot = !cells.IsNull();
    const std::string slot = cells.TextOrEmpty();
    text("slot_name", has_slot ? slot : "none", id.name);
    text("synchronous_commit", cells.Text(), "off");
    // What is left out would be off before 18 and parallel since.
    options.push_back({"streaming", StreamingName(cells.Letter())});
    flag("binary", false);
    flag("two_phase", false);
    flag("disable_on_error", false);
    flag("password_required", true);
    flag("run_as_owner", false);
    text("origin", cells.Text(), "any");
    flag("failover", false);
    std::sort(options.begin(), options.end());
    if (!connections) {
      reader.Unsupported(Describe(id), "only a superuser can read how it connects");
    }
    const std::string connection = cells.Text();
    subscription.connection = ConnectionWithoutSecrets(connection);
    if (subscription.connection != connection) {
      reader.Ignore("password of " + Describe(id), "it is secret");
    }
  });
}

}  // namespace pggit
