#include "core/catalog/acl.h"

#include <algorithm>
#include <map>

#include "core/base/error.h"

namespace pggit {
namespace {

struct AclItem {
  std::string grantee;
  std::string grantor;
  std::vector<char> privileges;
  std::vector<char> grantable;

  bool operator==(const AclItem&) const = default;
};

// A role name as aclitem output writes it: bare, or in double quotes with quotes doubled.
std::string TakeRole(std::string_view& text) {
  std::string role;
  if (text.empty() || text.front() != '"') {
    const std::size_t end = std::min(text.find_first_of("=/"), text.size());
    role = text.substr(0, end);
    text.remove_prefix(end);
    return role;
  }
  text.remove_prefix(1);
  while (!text.empty()) {
    const char c = text.front();
    text.remove_prefix(1);
    if (c == '"') {
      if (text.empty() || text.front() != '"') break;
      text.remove_prefix(1);
    }
    role += c;
  }
  return role;
}

AclItem ParseAclItem(std::string_view text) {
  AclItem item;
  item.grantee = TakeRole(text);
  if (text.empty() || text.front() != '=') {
    throw InternalError("not an aclitem: \"" + std::string(text) + '"');
  }
  text.remove_prefix(1);
  while (!text.empty() && text.front() != '/') {
    const char letter = text.front();
    text.remove_prefix(1);
    const bool grantable = !text.empty() && text.front() == '*';
    if (grantable) text.remove_prefix(1);
    (grantable ? item.grantable : item.privileges).push_back(letter);
  }
  if (!text.empty()) text.remove_prefix(1);
  item.grantor = TakeRole(text);
  return item;
}

// What PUBLIC starts with.
std::string_view PublicDefault(char kind) {
  switch (kind) {
    case 'f': return "X";
    case 'l':
    case 'p':
    case 'T': return "U";
    default: return "";
  }
}

bool SameLetters(std::vector<char> letters, std::string_view wanted) {
  std::sort(letters.begin(), letters.end());
  std::string sorted(wanted);
  std::sort(sorted.begin(), sorted.end());
  return std::string_view(letters.data(), letters.size()) == sorted;
}

// A server before 17 knows no MAINTAIN; the owner has all the same.
bool IsEverything(char kind, const AclItem& item) {
  if (!item.grantable.empty()) return false;
  std::string all(AllPrivileges(kind));
  if (SameLetters(item.privileges, all)) return true;
  const std::size_t maintain = all.find('m');
  return maintain != std::string::npos && SameLetters(item.privileges, all.erase(maintain, 1));
}

std::vector<std::string> Names(const std::vector<char>& letters) {
  std::vector<std::string> names;
  for (const char letter : letters) {
    const std::string_view name = PrivilegeName(letter);
    if (name.empty()) throw InternalError(std::string("unknown privilege '") + letter + '\'');
    names.emplace_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

std::string_view AllPrivileges(char kind) {
  switch (kind) {
    case 'c': return "arwx";
    case 'r': return "arwdDxtm";
    case 's': return "rwU";
    case 'n':
    case 'p': return "UC";
    case 'f': return "X";
    case 'l':
    case 'T':
    case 'F':
    case 'S': return "U";
    default: return "";
  }
}

std::string_view PrivilegeName(char letter) {
  switch (letter) {
    case 'a': return "INSERT";
    case 'r': return "SELECT";
    case 'w': return "UPDATE";
    case 'd': return "DELETE";
    case 'D': return "TRUNCATE";
    case 'x': return "REFERENCES";
    case 't': return "TRIGGER";
    case 'X': return "EXECUTE";
    case 'U': return "USAGE";
    case 'C': return "CREATE";
    case 'c': return "CONNECT";
    case 'T': return "TEMPORARY";
    case 's': return "SET";
    case 'A': return "ALTER SYSTEM";
    case 'm': return "MAINTAIN";
    default: return "";
  }
}

Privileges PrivilegesFromAcl(char kind, std::string_view owner,
                             const std::vector<std::string>& acl) {
  Privileges result;
  // A column starts with nothing, even its owner.
  bool owner_default = kind == 'c';
  bool public_default = PublicDefault(kind).empty();
  for (const std::string& text : acl) {
    const AclItem item = ParseAclItem(text);
    const bool by_owner = item.grantor == owner;
    if (by_owner && item.grantee == owner && kind != 'c' && IsEverything(kind, item)) {
      owner_default = true;
      continue;
    }
    if (by_owner && item.grantee.empty() && !PublicDefault(kind).empty() &&
        item.grantable.empty() && SameLetters(item.privileges, PublicDefault(kind))) {
      public_default = true;
      continue;
    }
    Grant grant;
    grant.grantee = item.grantee == owner ? std::string(kOwnerRole) : item.grantee;
    grant.grantor = by_owner ? std::string() : item.grantor;
    grant.privileges = Names(item.privileges);
    grant.grantable = Names(item.grantable);
    result.grants.push_back(std::move(grant));
  }
  if (!public_default) result.revoked.emplace_back();
  if (!owner_default) result.revoked.emplace_back(kOwnerRole);
  std::sort(result.grants.begin(), result.grants.end());
  return result;
}

Privileges PrivilegesSince(std::string_view owner, const std::vector<std::string>& before,
                           const std::vector<std::string>& now) {
  const auto parse = [](const std::vector<std::string>& acl) {
    std::vector<AclItem> items;
    items.reserve(acl.size());
    for (const std::string& text : acl) items.push_back(ParseAclItem(text));
    return items;
  };
  const auto role = [&](const std::string& name) {
    return name == owner ? std::string(kOwnerRole) : name;
  };
  const std::vector<AclItem> old_items = parse(before);
  const std::vector<AclItem> new_items = parse(now);
  Privileges result;
  for (const AclItem& item : old_items) {
    if (std::find(new_items.begin(), new_items.end(), item) == new_items.end()) {
      result.revoked.push_back(role(item.grantee));
    }
  }
  for (const AclItem& item : new_items) {
    if (std::find(old_items.begin(), old_items.end(), item) != old_items.end()) continue;
    result.grants.push_back({role(item.grantee),
                             item.grantor == owner ? std::string() : item.grantor,
                             Names(item.privileges), Names(item.grantable)});
  }
  std::sort(result.revoked.begin(), result.revoked.end());
  std::sort(result.grants.begin(), result.grants.end());
  return result;
}

}  // namespace pggit
