#include "core/merge/merge.h"

#include <algorithm>
#include <set>

#include "core/diff/parts.h"

namespace pggit {
namespace {

FindObject In(const Schema& schema) {
  return [&schema](const ObjectId& id) -> const Object* {
    const auto found = schema.objects.find(id);
    return found == schema.objects.end() ? nullptr : &found->second;
  };
}

bool HasPart(const Object* object, const Element& element) {
  return object != nullptr && ListedParts(*object).contains(element);
}

bool HasNeed(const Object* object, const Dependency& need) {
  return object != nullptr && std::ranges::any_of(object->attributes.needs, [&](const auto& own) {
           return own.element == need.element && own.on == need.on;
         });
}

std::string NeedText(const Dependency& need, const std::vector<Element>& parts) {
  std::string text = Describe(need.on);
  for (const Element& part : parts) {
    text += (&part == parts.data() ? ": " : ", ") + std::string(ElementKindName(part.kind)) + ' ' +
            part.name;
  }
  return text;
}

}  // namespace

std::vector<Conflict> MissingNeeds(const Object& object, const FourSchemas& schemas) {
  std::vector<Conflict> conflicts;
  for (const Dependency& need : object.attributes.needs) {
    const Object* const target = schemas.merged(need.on);
    const Object* const ours = schemas.ours(need.on);
    const Object* const theirs = schemas.theirs(need.on);
    // What no side lists is not ours to judge: the server's own, a column that a parent makes.
    if (target == nullptr && ours == nullptr && theirs == nullptr) continue;
    std::vector<Element> missing;
    for (const Element& part : need.elements) {
      if (target != nullptr && !HasPart(target, part) &&
          (HasPart(ours, part) || HasPart(theirs, part))) {
        missing.push_back(part);
      }
    }
    if (target != nullptr && missing.empty()) continue;
    const std::string text = NeedText(need, target == nullptr ? need.elements : missing);
    const auto told = [&](const FindObject& side) {
      return HasNeed(side(object.id), need) ? text : std::string();
    };
    conflicts.push_back(
        {object.id,
         need.element,
         ConflictType::kDependency,
         {{"needs", told(schemas.base), told(schemas.ours), told(schemas.theirs)}}});
  }
  return conflicts;
}

MergedSchema MergeSchemas(const Schema& base, const Schema& ours, const Schema& theirs,
                          const Favours& favours) {
  std::set<ObjectId> ids;
  for (const Schema* side : {&ours, &theirs}) {
    for (const auto& [id, object] : side->objects) ids.insert(id);
  }
  const FindObject in_base = In(base);
  const FindObject in_ours = In(ours);
  const FindObject in_theirs = In(theirs);
  MergedSchema merged;
  for (const ObjectId& id : ids) {
    auto object = MergeObject({in_base(id), in_ours(id), in_theirs(id)}, favours, merged.conflicts);
    if (object) merged.schema.objects.emplace(id, std::move(*object));
  }
  for (const auto& [id, object] : merged.schema.objects) {
    for (Conflict& conflict :
         MissingNeeds(object, {in_base, in_ours, in_theirs, In(merged.schema)})) {
      merged.conflicts.push_back(std::move(conflict));
    }
  }
  std::ranges::sort(merged.conflicts);
  return merged;
}

}  // namespace pggit
