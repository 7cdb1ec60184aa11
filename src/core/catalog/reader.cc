#include "core/catalog/reader.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/catalog/acl.h"
#include "core/catalog/oid_array.h"

namespace pggit {
namespace {

// Schemas of the system, of pggit itself and of branches. Temporary schemas fall under pg_ too.
constexpr std::string_view kUserSchema =
    "(n.nspname !~ '^(pg_|pggit_branch_)' AND n.nspname <> 'information_schema'"
    " AND n.nspname NOT IN ('pggit', 'pggit_v0', 'pggit_audit', 'pggit_v1'))";

/// A catalog with an index on `key`, an OID that only grows.
struct OftenEmpty {
  Catalog catalog;
  const char* name;
  const char* key;
};

constexpr OftenEmpty kOftenEmpty[] = {
    {Catalog::kAccessMethod, "pg_am", "oid"},
    {Catalog::kAmOp, "pg_amop", "oid"},
    {Catalog::kAmProc, "pg_amproc", "oid"},
    {Catalog::kCast, "pg_cast", "oid"},
    {Catalog::kConversion, "pg_conversion", "oid"},
    {Catalog::kDefaultAcl, "pg_default_acl", "oid"},
    {Catalog::kEnum, "pg_enum", "enumtypid"},
    {Catalog::kEventTrigger, "pg_event_trigger", "oid"},
    {Catalog::kForeignDataWrapper, "pg_foreign_data_wrapper", "oid"},
    {Catalog::kForeignServer, "pg_foreign_server", "oid"},
    {Catalog::kInherits, "pg_inherits", "inhrelid"},
    {Catalog::kOperator, "pg_operator", "oid"},
    {Catalog::kOperatorClass, "pg_opclass", "oid"},
    {Catalog::kOperatorFamily, "pg_opfamily", "oid"},
    {Catalog::kPolicy, "pg_policy", "oid"},
    {Catalog::kPublication, "pg_publication", "oid"},
    {Catalog::kRange, "pg_range", "rngtypid"},
    {Catalog::kStatistics, "pg_statistic_ext", "oid"},
    {Catalog::kSubscription, "pg_subscription", "oid"},
    {Catalog::kTransform, "pg_transform", "oid"},
    {Catalog::kTrigger, "pg_trigger", "oid"},
    {Catalog::kTsConfig, "pg_ts_config", "oid"},
    {Catalog::kTsDictionary, "pg_ts_dict", "oid"},
    {Catalog::kTsParser, "pg_ts_parser", "oid"},
    {Catalog::kTsTemplate, "pg_ts_template", "oid"},
};

// The condition that a schema `n` is read.
std::string UserSchema(const SnapshotOptions& options) {
  if (options.workspace.empty()) return std::string(kUserSchema);
  std::string condition = "(n.nspname IN (";
  for (const auto& [schema, holds] : options.workspace) {
    if (!condition.ends_with('(')) condition += ", ";
    condition += QuoteLiteral(schema);
  }
  return condition + "))";
}

}  // namespace

Reader::Reader(RowSource& source, SnapshotOptions options, const Focus* focus)
    : source_(source),
      options_(std::move(options)),
      focus_(focus),
      user_schema_(UserSchema(options_)) {
  ForEach("SELECT oid, rolname FROM pg_catalog.pg_roles", [this](Cells& cells) {
    const Oid32 oid = cells.Oid();
    roles_[oid] = cells.Text();
  });
  ReadWithoutOwn();
}

void Reader::ReadWithoutOwn() {
  std::string query = "SELECT ";
  for (const OftenEmpty& catalog : kOftenEmpty) {
    if (&catalog != kOftenEmpty) query += ", ";
    query += "(SELECT pg_catalog.max(";
    query += catalog.key;
    query += ") FROM pg_catalog.";
    query += catalog.name;
    query += ')';
  }
  ForEach(query, [this](Cells& cells) {
    for (const OftenEmpty& catalog : kOftenEmpty) {
      if (cells.Oid() < kFirstOwn) without_own_.insert(catalog.catalog);
    }
  });
}

bool Reader::IsPublic(const std::string& schema) const {
  const auto held = options_.workspace.find(schema);
  return (held == options_.workspace.end() ? schema : held->second) == "public";
}

void Reader::ForEach(std::string_view query, const std::function<void(Cells&)>& row) {
  ForEachIn({}, query, row);
}

void Reader::ForEachIn(const std::vector<Oid32>& list, std::string_view query,
                       const std::function<void(Cells&)>& row) {
  std::string text(query);
  ReplaceAll(text, "{user_schema}", user_schema_);
  FillInFocus(text, focus_ != nullptr);
  const auto take = [&](Row cells_of_row) {
    Cells cells(cells_of_row);
    row(cells);
  };
  if (focus_) {
    ReplaceAll(text, "{list}", kListParameter);
    std::vector<std::vector<Oid32>> lists = focus_->Lists();
    lists.push_back(list);
    source_.ForEachRowWith(text, lists, take);
  } else {
    ReplaceAll(text, "{list}", OidArray(list));
    source_.ForEachRow(text, take);
  }
}

void Reader::ForEachOnce(std::string_view query, const std::function<void(Cells&)>& row) {
  source_.ForEachRow(query, [&](Row cells_of_row) {
    Cells cells(cells_of_row);
    row(cells);
  });
}

void Reader::ForEachOf(const CatalogScan& scan, const std::function<void(Cells&)>& row) {
  source_.ForEachRowOf(scan, [&](Row cells_of_row) {
    Cells cells(cells_of_row);
    row(cells);
  });
}

bool Reader::IsMember(CatalogAddress address) const {
  const auto located = Find(address);
  return located && located->kind == ElementKind::kMember && located->is_extension();
}

void Reader::AddMember(CatalogAddress address, Object* extension) {
  addresses_.Put(address, extension, {ElementKind::kMember, ""}, /*itself=*/false);
}

Object& Reader::Add(CatalogAddress address, ObjectId id, Definition definition) {
  const auto [it, added] = schema_.objects.try_emplace(std::move(id));
  if (!added) throw InternalError("two objects are named " + Describe(it->first));
  it->second.id = it->first;
  it->second.definition = std::move(definition);
  addresses_.Put(address, &it->second, {}, /*itself=*/true);
  added_.emplace_back(address, &it->second);
  return it->second;
}

void Reader::Alias(CatalogAddress address, Object& object, Element element) {
  addresses_.Put(address, &object, std::move(element), /*itself=*/false);
}

void Reader::AliasFace(CatalogAddress face, CatalogAddress address) {
  auto located = Find(address);
  if (!located) return;
  located->itself = false;
  addresses_.Put(face, *located);
}

std::optional<Located> Reader::Find(CatalogAddress address) const {
  auto found = addresses_.Find(address);
  if (found || address.column == 0) return found;
  const int number = std::exchange(address.column, 0);
  found = addresses_.Find(address);
  if (!found || found->is_extension() || address.catalog != Catalog::kClass) return found;
  if (const ColumnFacts* column = Column(address.oid, number)) {
    return Located{found->object, ElementKind::kColumn, &column->name, /*itself=*/false};
  }
  return found;
}

Object* Reader::FindObject(CatalogAddress address) {
  const auto located = Find(address);
  return located ? located->object : nullptr;
}

void Reader::SetOwnerAndPrivileges(Object& object, char kind, Oid32 owner, bool has_acl,
                                   const std::vector<std::string>& acl) {
  if (options_.owners) object.attributes.owner = Role(owner);
  if (!has_acl) return;
  Privileges privileges = PrivilegesFromAcl(kind, Role(owner), acl);
  if (!privileges.empty()) object.attributes.privileges[{}] = std::move(privileges);
}

void Reader::SetPrivileges(Object& object, const Element& element, char kind, Oid32 owner,
                           const std::vector<std::string>& acl) {
  Privileges privileges = PrivilegesFromAcl(kind, Role(owner), acl);
  if (!privileges.empty()) object.attributes.privileges[element] = std::move(privileges);
}

void Reader::NoteColumn(Oid32 relation, int number, ColumnFacts facts) {
  std::vector<ColumnFacts>& columns = columns_[relation];
  const auto at = static_cast<std::size_t>(number - 1);
  if (columns.empty()) columns.reserve(8);
  if (columns.size() <= at) columns.resize(at + 1);
  columns[at] = std::move(facts);
}

const ColumnFacts* Reader::Column(Oid32 relation, int number) const {
  const auto found = columns_.find(relation);
  if (found == columns_.end() || number < 1) return nullptr;
  const auto at = static_cast<std::size_t>(number - 1);
  // A dropped column has no name.
  const bool known = at < found->second.size() && !found->second[at].name.empty();
  return known ? &found->second[at] : nullptr;
}

void Reader::NoteIdentity(Oid32 relation, int number, IdentitySequence identity) {
  identities_.insert_or_assign({relation, number}, std::move(identity));
}

const IdentitySequence* Reader::FindIdentity(Oid32 relation, int number) const {
  const auto found = identities_.find({relation, number});
  return found == identities_.end() ? nullptr : &found->second;
}

const std::string& Reader::Role(Oid32 oid) const {
  const auto found = roles_.find(oid);
  if (found == roles_.end()) {
    throw InternalError("role " + std::to_string(oid) + " is not in pg_roles");
  }
  return found->second;
}

void Reader::Ignore(std::string what, std::string why) {
  ignored_.push_back({std::move(what), std::move(why)});
}

void Reader::Unsupported(std::string what, std::string why) {
  unsupported_.push_back({std::move(what), std::move(why)});
}

}  // namespace pggit
