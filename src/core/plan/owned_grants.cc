#include "core/plan/owned_grants.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace pggit {
namespace {

std::vector<std::string> Together(const std::vector<std::string>& a,
                                  const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::ranges::set_union(a, b, std::back_inserter(both));
  return both;
}

// Grants of one grantor to one role are one.
void Merge(std::vector<Grant>& grants) {
  std::map<std::pair<std::string, std::string>, Grant> merged;
  for (Grant& grant : grants) {
    const auto [found, fresh] = merged.try_emplace({grant.grantee, grant.grantor}, grant);
    if (fresh) continue;
    Grant& known = found->second;
    known.grantable = Together(known.grantable, grant.grantable);
    known.privileges = Together(known.privileges, grant.privileges);
    std::erase_if(known.privileges, [&](const std::string& privilege) {
      return std::ranges::binary_search(known.grantable, privilege);
    });
  }
  grants.clear();
  for (auto& [roles, grant] : merged) grants.push_back(std::move(grant));
  std::ranges::sort(grants);
}

bool LeaveOut(Privileges& privileges, const std::string& owner) {
  const auto is_owners = [&](const Grant& grant) { return grant.grantor == owner; };
  const auto count =
      std::erase_if(privileges.grants, [&](const Grant& grant) { return grant.grantee == owner; });
  if (count == 0 && std::ranges::none_of(privileges.grants, is_owners)) return false;
  for (Grant& grant : privileges.grants) {
    if (is_owners(grant)) grant.grantor.clear();
  }
  Merge(privileges.grants);
  return true;
}

}  // namespace

Owners TakeOwners(Schema& schema) {
  Owners owners;
  for (auto& [id, object] : schema.objects) {
    if (!object.attributes.owner.empty()) {
      owners.emplace(id, std::exchange(object.attributes.owner, {}));
    }
  }
  return owners;
}

std::size_t LeaveOutGrantsToOwners(Schema& target, const Owners& owners) {
  std::size_t found = 0;
  for (auto& [id, object] : target.objects) {
    const auto owner = owners.find(id);
    if (owner == owners.end()) continue;
    bool changed = false;
    auto& all = object.attributes.privileges;
    for (auto& [element, privileges] : all) changed |= LeaveOut(privileges, owner->second);
    std::erase_if(all, [](const auto& entry) { return entry.second.empty(); });
    if (changed) ++found;
  }
  return found;
}

}  // namespace pggit
