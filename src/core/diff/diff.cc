#include "core/diff/diff.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <variant>

#include "core/base/error.h"
#include "core/diff/parts.h"
#include "core/diff/value_text.h"
#include "core/model/column_order.h"

namespace pggit {
namespace {

constexpr char kColumnOrder[] = "column order";

class ObjectDiffer {
 public:
  ObjectDiffer(const Object& from, const Object& to) : from_(from), to_(to) {}

  std::vector<Change> Run() {
    if (from_ == to_) return {};
    CompareDefinitions();
    CompareAttributes();
    TellOfColumnOrder();
    std::vector<Change> changes;
    for (auto& [element, change] : changes_) changes.push_back(std::move(change));
    if (changes.empty() && from_.id == to_.id) {
      throw InternalError("a difference of " + Describe(to_.id) + " that no change tells of");
    }
    return changes;
  }

 private:
  Change& At(const Element& element, ChangeType type) {
    const auto [at, fresh] = changes_.try_emplace(element);
    if (fresh) at->second = {to_.id, element, type, {}};
    return at->second;
  }

  void AddFact(const Element& element, std::string_view name, std::string from, std::string to) {
    At(element, ChangeType::kModified)
        .facts.push_back({std::string(name), std::move(from), std::move(to)});
  }

  void CompareDefinitions() {
    if (from_.definition.index() != to_.definition.index()) {
      AddFact({}, "form", FormName(from_.definition), FormName(to_.definition));
      return;
    }
    std::visit(
        [&](const auto& from) {
          CompareMembers({}, from, std::get<std::decay_t<decltype(from)>>(to_.definition));
        },
        from_.definition);
  }

  // The columns of statistics stand in the order that they have in the table.
  void TellOfColumnOrder() {
    if (!std::holds_alternative<Statistics>(from_.definition)) return;
    const auto columns = [](const Object& object) {
      return std::get<Statistics>(WithColumnsSorted(object).definition).columns;
    };
    if (columns(from_) != columns(to_)) return;
    for (auto& [element, change] : changes_) {
      for (Fact& fact : change.facts) {
        if (element == Element{} && fact.name == "columns") fact.name = kColumnOrder;
      }
    }
  }

  template <class T>
  void CompareMembers(const Element& element, const T& from, const T& to) {
    EachField(&from, [&](const char* name, auto member) {
      CompareMember(element, name, from.*member, to.*member);
    });
  }

  template <class M>
  void CompareMember(const Element& element, std::string_view name, const M& from, const M& to) {
    if (from == to) return;
    if constexpr (kIsPartList<M>) {
      CompareParts(name, from, to);
    } else {
      AddFact(element, name, ValueText(from), ValueText(to));
    }
  }

  template <class P>
  void CompareParts(std::string_view name, const std::vector<P>& from, const std::vector<P>& to) {
    std::vector<std::string_view> before;  // Of those that are on both sides, as they were,
    std::vector<std::string_view> after;   // and as they are.
    for (const P& part : from) {
      if (const P* other = FindPart(to, PartName(part))) {
        before.push_back(PartName(part));
        CompareMembers(PartElement(part), part, *other);
      } else {
        List(part, P{}, ChangeType::kRemoved);
      }
    }
    for (const P& part : to) {
      if (FindPart(from, PartName(part))) {
        after.push_back(PartName(part));
      } else {
        List(P{}, part, ChangeType::kAdded);
      }
    }
    const bool moved = before != after || (kKeepsOrder<P> && !StartsWith(to, before));
    if (moved) AddFact({}, OrderName(name), Names(from), Names(to));
  }

  // All that is said of a part that the other side has not.
  template <class P>
  void List(const P& from, const P& to, ChangeType type) {
    const Element element = PartElement(type == ChangeType::kAdded ? to : from);
    At(element, type);
    CompareMembers(element, from, to);
  }

  static std::string_view OrderName(std::string_view list) {
    return list == "columns" ? kColumnOrder : list;
  }

  void CompareAttributes() {
    const Attributes& from = from_.attributes;
    const Attributes& to = to_.attributes;
    if (from.owner != to.owner) AddFact({}, "owner", from.owner, to.owner);
    CompareByElement("privileges", from.privileges, to.privileges);
    CompareByElement("comment", from.comments, to.comments);
    CompareByElement("security labels", from.labels, to.labels);
    CompareByElement("goes with extensions", from.extensions, to.extensions);
    if (from.needs != to.needs) CompareByElement("needs", Needs(from), Needs(to));
  }

  static std::map<Element, std::vector<Dependency>> Needs(const Attributes& attributes) {
    std::map<Element, std::vector<Dependency>> needs;
    for (const Dependency& need : attributes.needs) needs[need.element].push_back(need);
    return needs;
  }

  template <class V>
  void CompareByElement(std::string_view name, const std::map<Element, V>& from,
                        const std::map<Element, V>& to) {
    for (const auto& [element, value] : from) {
      const auto other = to.find(element);
      if (other == to.end()) {
        AddFact(element, name, ValueText(value), "");
      } else if (other->second != value) {
        AddFact(element, name, ValueText(value), ValueText(other->second));
      }
    }
    for (const auto& [element, value] : to) {
      if (!from.contains(element)) AddFact(element, name, "", ValueText(value));
    }
  }

  const Object& from_;
  const Object& to_;
  std::map<Element, Change> changes_;
};

void Append(std::vector<Change>& changes, std::vector<Change> more) {
  std::move(more.begin(), more.end(), std::back_inserter(changes));
}

}  // namespace

std::vector<Change> Diff(const Object& from, const Object& to) {
  return ObjectDiffer(from, to).Run();
}

std::vector<Change> Diff(const Schema& from, const Schema& to) {
  std::vector<Change> changes;
  auto old = from.objects.begin();
  auto fresh = to.objects.begin();
  while (old != from.objects.end() || fresh != to.objects.end()) {
    if (fresh == to.objects.end() || (old != from.objects.end() && old->first < fresh->first)) {
      changes.push_back({old->first, {}, ChangeType::kRemoved, {}});
      ++old;
    } else if (old == from.objects.end() || fresh->first < old->first) {
      changes.push_back({fresh->first, {}, ChangeType::kAdded, {}});
      ++fresh;
    } else {
      Append(changes, Diff(old->second, fresh->second));
      ++old;
      ++fresh;
    }
  }
  return changes;
}

bool IsColumnOrderOnly(const Change& change) {
  return change.type == ChangeType::kModified && change.object.kind != Kind::kView &&
         change.object.kind != Kind::kType && change.facts.size() == 1 &&
         change.facts.front().name == kColumnOrder;
}

}  // namespace pggit
