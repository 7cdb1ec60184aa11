#include "core/catalog/reader.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/catalog/acl.h"

namespace pggit {
namespace {

// Schemas of the system and of pggit itself. Temporary schemas fall under pg_ too.
constexpr std::string_view kUserSchema =
    "(n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
    " AND n.nspname NOT IN ('pggit', 'pggit_v0', 'pggit_audit', 'pggit_v1'))";

}  // namespace

Reader::Reader(RowSource& source, SnapshotOptions options) : source_(source), options_(options) {
  ForEach("SELECT oid, rolname FROM pg_catalog.pg_roles", [this](Cells& cells) {
    const Oid32 oid = cells.Oid();
    roles_[oid] = cells.Text();
  });
}

void Reader::ForEach(std::string_view query, const std::function<void(Cells&)>& row) {
  constexpr std::string_view kPlaceholder = "{user_schema}";
  std::string text(query);
  for (std::size_t at; (at = text.find(kPlaceholder)) != std::string::npos;) {
    text.replace(at, kPlaceholder.size(), kUserSchema);
  }
  source_.ForEachRow(text, [&](Row cells_of_row) {
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
  if (!found && address.column != 0) {
    address.column = 0;
    found = addresses_.Find(address);
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
