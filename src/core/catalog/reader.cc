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

std::uint64_t ColumnKey(Oid32 relation, int number) {
  return (static_cast<std::uint64_t>(relation) << 16U) | static_cast<std::uint16_t>(number);
}

}  // namespace

Reader::Reader(RowSource& source, SnapshotOptions options) : source_(source), options_(options) {
  ForEach("SELECT oid, rolname FROM pg_catalog.pg_roles", [this](Cells& cells) {
    const Oid32 oid = cells.Oid();
    roles_[oid] = cells.Text();
  });
}

std::size_t Reader::AddressHash::operator()(const CatalogAddress& address) const {
  std::uint64_t key = (static_cast<std::uint64_t>(address.catalog) << 48U) ^
                      (static_cast<std::uint64_t>(address.oid) << 12U) ^
                      static_cast<std::uint64_t>(address.column);
  key *= 0x9E3779B97F4A7C15ULL;
  return static_cast<std::size_t>(key ^ (key >> 29U));
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
  const Located* located = Find(address);
  return located && located->element.kind == ElementKind::kMember &&
         located->object.kind == Kind::kExtension;
}

void Reader::AddMember(CatalogAddress address, const ObjectId& extension) {
  Alias(address, extension, {ElementKind::kMember, ""});
}

Object& Reader::Add(CatalogAddress address, ObjectId id, Definition definition) {
  const auto [it, added] = schema_.objects.try_emplace(id);
  if (!added) throw InternalError("two objects are named " + Describe(id));
  it->second.id = id;
  it->second.definition = std::move(definition);
  addresses_.insert_or_assign(address, Located{std::move(id), {}, true});
  return it->second;
}

void Reader::Alias(CatalogAddress address, const ObjectId& object, Element element) {
  addresses_.insert_or_assign(address, Located{object, std::move(element), false});
}

const Located* Reader::Find(CatalogAddress address) const {
  auto found = addresses_.find(address);
  if (found == addresses_.end() && address.column != 0) {
    address.column = 0;
    found = addresses_.find(address);
  }
  return found == addresses_.end() ? nullptr : &found->second;
}

Object* Reader::FindObject(CatalogAddress address) {
  const Located* located = Find(address);
  if (!located) return nullptr;
  const auto found = schema_.objects.find(located->object);
  return found == schema_.objects.end() ? nullptr : &found->second;
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
  columns_.insert_or_assign(ColumnKey(relation, number), std::move(facts));
}

const ColumnFacts* Reader::Column(Oid32 relation, int number) const {
  const auto found = columns_.find(ColumnKey(relation, number));
  return found == columns_.end() ? nullptr : &found->second;
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
