#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/diff/parts.h"
#include "core/lint/findings.h"

namespace pggit {
namespace {

constexpr std::size_t kLongestName = 63;

std::string Folded(const std::string& name) {
  std::string folded = name;
  std::ranges::transform(folded, folded.begin(),
                         [](char c) { return 'A' <= c && c <= 'Z' ? c - 'A' + 'a' : c; });
  return folded;
}

// The parts that have names of their own, apart from those named otherwise.
std::set<Element> NamedParts(const Object* object) {
  if (!object) return {};
  std::set<Element> parts = ListedParts(*object);
  std::erase_if(parts, [](const Element& part) {
    return part.kind == ElementKind::kDefault || part.kind == ElementKind::kMember;
  });
  return parts;
}

void CheckLength(LintRun& run, const ObjectId& id, const Element& element,
                 const std::string& name) {
  if (name.size() <= kLongestName) return;
  run.Add(
      "name-too-long", id, element,
      "the name of " + Describe(id, element) + " has " + std::to_string(name.size()) + " bytes");
}

void CheckParts(LintRun& run, const Object& object, const Object* old) {
  const std::set<Element> before = NamedParts(old);
  std::map<Element, std::set<std::string>> alike;
  const std::set<Element> parts = NamedParts(&object);
  for (const Element& part : parts) alike[{part.kind, Folded(part.name)}].insert(part.name);
  for (const Element& part : parts) {
    if (before.contains(part)) continue;
    CheckLength(run, object.id, part, part.name);
    for (const std::string& other : alike[{part.kind, Folded(part.name)}]) {
      const bool first = before.contains({part.kind, other}) || other < part.name;
      if (other == part.name || !first) continue;
      run.Add(
          "name-clash", object.id, part,
          "the name of " + Describe(object.id, part) + " is \"" + other + "\" but for its case");
    }
  }
}

// Relations are one family, routines another; other kinds are each their own.
Kind Family(Kind kind) {
  if (kind == Kind::kForeignTable || kind == Kind::kView || kind == Kind::kMaterializedView ||
      kind == Kind::kSequence) {
    return Kind::kTable;
  }
  if (kind == Kind::kProcedure || kind == Kind::kAggregate) return Kind::kFunction;
  return kind;
}

}  // namespace

void LintNames(LintRun& run) {
  using Key = std::tuple<Kind, std::string, std::string>;
  const auto key = [](const ObjectId& id) {
    return Key(Family(id.kind), id.schema, Folded(id.name));
  };
  std::map<Key, std::set<std::string>> alike;
  for (const auto& [id, object] : run.to.objects) alike[key(id)].insert(id.name);
  for (const auto& [id, object] : run.to.objects) {
    const Object* old = LintRun::Find(run.from, id);
    if (!old || *old != object) CheckParts(run, object, old);
    if (old || id.name.empty()) continue;
    CheckLength(run, id, {}, id.name);
    for (const std::string& other : alike[key(id)]) {
      ObjectId twin = id;
      twin.name = other;
      const bool first = run.from.objects.contains(twin) || other < id.name;
      if (other == id.name || !first) continue;
      run.Add("name-clash", id, {},
              "the name of " + Describe(id) + " is \"" + other + "\" but for its case");
    }
  }
}

}  // namespace pggit
