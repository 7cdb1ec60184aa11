// Three values of one object become one: see merge.h.

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

#include "core/diff/value_text.h"
#include "core/merge/keys.h"
#include "core/merge/merge.h"
#include "core/merge/merge_lines.h"
#include "core/merge/merge_list.h"

namespace pggit {
namespace {

template <class T>
bool Same(const T* a, const T* b) {
  return a == b || (a != nullptr && b != nullptr && *a == *b);
}

template <class T>
std::optional<T> Copy(const T* value) {
  return value == nullptr ? std::nullopt : std::optional<T>(*value);
}

// What cannot be taken from one side and the other: of a column its type and its values.
template <class P>
auto HangsTogether(const P&) {
  return std::tuple{};
}
auto HangsTogether(const Column& column) {
  return std::tie(column.type, column.collation, column.expression, column.generated,
                  column.identity);
}

// The names of all parts that a side has, as the merged list has them: what one side dropped and
// the other changed is still listed, for its conflict.
std::vector<std::string> OrderOfParts(const std::vector<std::string>& base,
                                      const std::vector<std::string>& ours,
                                      const std::vector<std::string>& theirs) {
  std::vector<std::string> order = MergeList(base, ours, theirs).value_or(ours);
  for (const auto* side : {&ours, &theirs}) {
    std::ptrdiff_t at = 0;
    for (const std::string& name : *side) {
      const auto found = std::ranges::find(order, name);
      if (found != order.end()) {
        at = found - order.begin() + 1;
      } else {
        order.insert(order.begin() + at++, name);
      }
    }
  }
  const auto is_sorted = [](const auto* names) { return std::ranges::is_sorted(*names); };
  if (is_sorted(&base) && is_sorted(&ours) && is_sorted(&theirs)) std::ranges::sort(order);
  return order;
}

class ObjectMerger {
 public:
  ObjectMerger(const ObjectId& id, const Favours& favours, std::vector<Conflict>& conflicts)
      : id_(id), favours_(favours), conflicts_(conflicts) {}

  std::optional<Object> Run(const ThreeSides& sides) {
    return MergePresence<Object>({}, sides.base, sides.ours, sides.theirs,
                                 [&](const Object& base, const Object& ours, const Object& theirs) {
                                   return MergeBoth(base, ours, theirs);
                                 });
  }

 private:
  // What of a thing that a side may lack: `both` merges it when all three have it.
  template <class T, class Both>
  std::optional<T> MergePresence(const Element& element, const T* base, const T* ours,
                                 const T* theirs, Both both) {
    if ((ours == nullptr) != (theirs == nullptr) && favours_.Decided(id_, element)) {
      NeedsFollow(element);
      return Copy(Chosen(element, base, ours, theirs));
    }
    if (Same(ours, theirs) || Same(base, theirs)) return Copy(ours);
    if (Same(base, ours)) return Copy(theirs);
    if (base != nullptr && ours != nullptr && theirs != nullptr) {
      return both(*base, *ours, *theirs);
    }
    if (base == nullptr) {
      At(element, ConflictType::kBothAdded);
    } else {
      At(element,
         ours == nullptr ? ConflictType::kDeletedModified : ConflictType::kModifiedDeleted);
    }
    NeedsFollow(element);
    return Copy(Chosen(element, base, ours, theirs));
  }

  template <class T>
  const T& Chosen(const Element& element, const T& base, const T& ours, const T& theirs) const {
    const Favour favour = favours_.Of(id_, element);
    if (favour == Favour::kBase) return base;
    return favour == Favour::kTheirs ? theirs : ours;
  }

  // Whose part it is where sides disagree.
  Favour SideOf(const Element& element) const {
    const Favour favour = favours_.Of(id_, element);
    return favour == Favour::kNobody ? Favour::kOurs : favour;
  }

  // Notes that the part is taken from one side, and with it what it needs.
  void NeedsFollow(const Element& element) { taken_.emplace(element, SideOf(element)); }

  // The side that the part was taken from, unless it is merged of both.
  std::optional<Favour> TakenFrom(const Element& element) const {
    if (taken_whole_) return taken_whole_;
    const auto found = taken_.find(element);
    return found == taken_.end() ? std::nullopt : std::optional(found->second);
  }

  // The conflict of a part, noted when it is the first; nobody hears of it when a side is favoured.
  Conflict& At(const Element& element, ConflictType type) {
    if (favours_.Of(id_, element) != Favour::kNobody) {
      unheard_ = {id_, element, type, {}};
      return unheard_;
    }
    const auto found = std::ranges::find_if(conflicts_, [&](const Conflict& conflict) {
      return conflict.object == id_ && conflict.element == element;
    });
    if (found != conflicts_.end()) return *found;
    conflicts_.push_back({id_, element, type, {}});
    return conflicts_.back();
  }

  template <class T>
  const T& Disagree(const Element& element, std::string_view name, const T& base, const T& ours,
                    const T& theirs) {
    At(element, ConflictType::kBothModified)
        .about.push_back({std::string(name), ValueText(base), ValueText(ours), ValueText(theirs)});
    return Chosen(element, base, ours, theirs);
  }

  Object MergeBoth(const Object& base, const Object& ours, const Object& theirs) {
    Object merged = ours;
    const std::size_t form = ours.definition.index();
    if (form != base.definition.index() || form != theirs.definition.index()) {
      // Another form of type is another thing; the sides hardly agree on it.
      if (ours.definition != theirs.definition) {
        if (base.definition == ours.definition) {
          merged.definition = theirs.definition;
        } else if (base.definition != theirs.definition) {
          At({}, ConflictType::kBothModified);
          merged.definition = Chosen({}, base, ours, theirs).definition;
          taken_whole_ = SideOf({});
        }
      }
    } else {
      std::visit(
          [&](auto& value) {
            using D = std::decay_t<decltype(value)>;
            MergeMembers({}, std::get<D>(base.definition), value, std::get<D>(theirs.definition));
          },
          merged.definition);
    }
    merged.attributes = MergeAttributes(base.attributes, ours.attributes, theirs.attributes);
    return merged;
  }

  // `merged` starts as ours, here and below.
  template <class T>
  void MergeMembers(const Element& element, const T& base, T& merged, const T& theirs) {
    EachField(&base, [&](const char* name, auto member) {
      MergeMember(element, name, base.*member, merged.*member, theirs.*member);
    });
  }

  template <class M>
  void MergeMember(const Element& element, std::string_view name, const M& base, M& merged,
                   const M& theirs) {
    if (merged == theirs || (base == theirs && !MayComeBack<M>())) return;
    if (base == merged && !MayComeBack<M>()) {
      merged = theirs;
      return;
    }
    if constexpr (kIsPartList<M>) {
      merged = MergeParts(base, merged, theirs);
      return;
    } else if constexpr (kIsKeyedList<M>) {
      merged = MergeKeyed(element, name, base, merged, theirs);
      return;
    } else if constexpr (kHasFields<M>) {
      MergeMembers(element, base, merged, theirs);
      return;
    } else if (auto agreed = MergeText(name, base, merged, theirs)) {
      merged = std::move(*agreed);
      return;
    }
    if (NeedsComeOf<M>(name)) NeedsFollow(element);
    merged = Disagree(element, name, base, merged, theirs);
  }

  // Whether what a part needs may lie in this member: in text that names other things.
  template <class M>
  static bool NeedsComeOf(std::string_view name) {
    constexpr std::string_view kNameNothing[] = {
        "compression", "cost", "replica identity", "rows", "statistics", "storage", "tablespace"};
    const bool names_nothing = std::ranges::find(kNameNothing, name) != std::end(kNameNothing);
    return !names_nothing && (kIsPlainList<M> || std::is_same_v<M, std::string>);
  }

  // Whether a part of a list that one side dropped may be decided for, though the other did not
  // touch it.
  template <class M>
  bool MayComeBack() const {
    return kIsPartList<M> && !favours_.decided.empty();
  }

  // What both sides changed in different places: items of a list, lines of a body.
  template <class M>
  std::optional<M> MergeText(std::string_view name, const M& base, const M& ours,
                             const M& theirs) const {
    if constexpr (kIsPlainList<M>) {
      return MergeList(base, ours, theirs);
    } else if constexpr (std::is_same_v<M, std::string>) {
      if (name == "source") return MergeLines(base, ours, theirs);  // Only functions have one.
    }
    return std::nullopt;
  }

  template <class P>
  std::vector<P> MergeParts(const std::vector<P>& base, const std::vector<P>& ours,
                            const std::vector<P>& theirs) {
    std::vector<P> merged;
    for (const std::string& name : OrderOfParts(NamesOf(base), NamesOf(ours), NamesOf(theirs))) {
      const P* const mine = FindPart(ours, name);
      const P* const other = FindPart(theirs, name);
      const Element element = PartElement(mine != nullptr ? *mine : *other);
      auto part = MergePresence<P>(element, FindPart(base, name), mine, other,
                                   [&](const P& was, const P& our, const P& their) {
                                     const auto together = HangsTogether(was);
                                     if (together != HangsTogether(our) &&
                                         together != HangsTogether(their) &&
                                         HangsTogether(our) != HangsTogether(their)) {
                                       return DisagreeOn(element, was, our, their);
                                     }
                                     P merged_part = our;
                                     MergeMembers(element, was, merged_part, their);
                                     return merged_part;
                                   });
      if (part) merged.push_back(std::move(*part));
    }
    return merged;
  }

  template <class P>
  static std::vector<std::string> NamesOf(const std::vector<P>& parts) {
    std::vector<std::string> names;
    for (const P& part : parts) names.emplace_back(PartName(part));
    return names;
  }

  // A part that is taken whole from one side.
  template <class P>
  P DisagreeOn(const Element& element, const P& base, const P& ours, const P& theirs) {
    EachField(&ours, [&](const char* name, auto member) {
      if (ours.*member == theirs.*member) return;
      (void)Disagree(element, name, base.*member, ours.*member, theirs.*member);
    });
    NeedsFollow(element);
    return Chosen(element, base, ours, theirs);
  }

  template <class T>
  std::vector<T> MergeKeyed(const Element& element, std::string_view name,
                            const std::vector<T>& base, const std::vector<T>& ours,
                            const std::vector<T>& theirs) {
    using Key = decltype(KeyOf(ours.front()));
    const auto keys = [](const std::vector<T>& items) {
      std::vector<Key> list;
      for (const T& item : items) list.push_back(KeyOf(item));
      return list;
    };
    const auto find = [](const std::vector<T>& items, const Key& key) {
      const auto found =
          std::ranges::find_if(items, [&](const T& item) { return KeyOf(item) == key; });
      return found == items.end() ? nullptr : &*found;
    };
    std::vector<Key> order = MergeList(keys(base), keys(ours), keys(theirs)).value_or(keys(ours));
    for (const T& item : theirs) {
      if (std::ranges::find(order, KeyOf(item)) == order.end()) order.push_back(KeyOf(item));
    }
    for (const T& item : ours) {
      if (std::ranges::find(order, KeyOf(item)) == order.end()) order.push_back(KeyOf(item));
    }
    std::vector<T> merged;
    for (const Key& key : order) {
      const T* const was = find(base, key);
      const T* const our = find(ours, key);
      const T* const their = find(theirs, key);
      std::optional<T> item;
      if (Same(our, their) || Same(was, their)) {
        item = Copy(our);
      } else if (Same(was, our)) {
        item = Copy(their);
      } else if (kMergesByMembers<T> && our != nullptr && their != nullptr) {
        item = *our;
        MergeMembers(element, was != nullptr ? *was : Blank(*our), *item, *their);
      } else {
        (void)Disagree(element, name, was == nullptr ? std::vector<T>() : std::vector<T>{*was},
                       our == nullptr ? std::vector<T>() : std::vector<T>{*our},
                       their == nullptr ? std::vector<T>() : std::vector<T>{*their});
        item = Copy(Chosen(element, was, our, their));
      }
      if (item) merged.push_back(std::move(*item));
    }
    if (std::ranges::is_sorted(ours) && std::ranges::is_sorted(theirs)) std::ranges::sort(merged);
    return merged;
  }

  // Privileges of one role add up; an option has one value.
  template <class T>
  static constexpr bool kMergesByMembers =
      std::is_same_v<T, Grant> || std::is_same_v<T, MemberPrivileges>;

  template <class T>
  static T Blank(const T& like) {
    T blank;
    if constexpr (std::is_same_v<T, Grant>) {
      blank.grantee = like.grantee;
      blank.grantor = like.grantor;
    } else if constexpr (std::is_same_v<T, MemberPrivileges>) {
      blank.member = like.member;
      blank.column = like.column;
    }
    return blank;
  }

  Attributes MergeAttributes(const Attributes& base, const Attributes& ours,
                             const Attributes& theirs) {
    Attributes merged;
    // First: that sides disagree on what is said of parts does not tell where these are from.
    merged.needs = MergeNeeds(base.needs, ours.needs, theirs.needs);
    merged.owner = ours.owner;
    MergeMember({}, "owner", base.owner, merged.owner, theirs.owner);
    merged.privileges =
        MergeByElement("privileges", base.privileges, ours.privileges, theirs.privileges);
    merged.comments = MergeByElement("comment", base.comments, ours.comments, theirs.comments);
    merged.labels = MergeByElement("security labels", base.labels, ours.labels, theirs.labels);
    merged.extensions =
        MergeByElement("goes with extensions", base.extensions, ours.extensions, theirs.extensions);
    return merged;
  }

  // What is said of each part. A part that nothing is said of has the value that says nothing.
  template <class V>
  std::map<Element, V> MergeByElement(std::string_view name, const std::map<Element, V>& base,
                                      const std::map<Element, V>& ours,
                                      const std::map<Element, V>& theirs) {
    std::set<Element> elements;
    for (const auto* side : {&ours, &theirs}) {
      for (const auto& [element, value] : *side) elements.insert(element);
    }
    const auto value = [](const std::map<Element, V>& side, const Element& element) {
      const auto found = side.find(element);
      return found == side.end() ? V{} : found->second;
    };
    std::map<Element, V> merged;
    for (const Element& element : elements) {
      V result = value(ours, element);
      MergeMember(element, name, value(base, element), result, value(theirs, element));
      if (result != V{}) merged.emplace(element, std::move(result));
    }
    return merged;
  }

  // A need is there for a reason that lies in its part: both sides' are kept, but for those that a
  // side lost. A part that was taken from one side needs what it needs there.
  std::vector<Dependency> MergeNeeds(const std::vector<Dependency>& base,
                                     const std::vector<Dependency>& ours,
                                     const std::vector<Dependency>& theirs) const {
    if (taken_.empty() && !taken_whole_) {
      if (ours == theirs || base == theirs) return ours;
      if (base == ours) return theirs;
    }
    using Need = std::tuple<Element, ObjectId, std::optional<Element>>;
    const auto singles = [](const std::vector<Dependency>& needs) {
      std::set<Need> list;
      for (const Dependency& need : needs) {
        if (need.elements.empty()) list.emplace(need.element, need.on, std::nullopt);
        for (const Element& element : need.elements) list.emplace(need.element, need.on, element);
      }
      return list;
    };
    const std::set<Need> was = singles(base);
    const std::set<Need> our = singles(ours);
    const std::set<Need> their = singles(theirs);
    std::map<std::pair<Element, ObjectId>, std::vector<Element>> merged;
    const auto add = [&](const std::set<Need>& side, const std::set<Need>& other, Favour mine) {
      for (const Need& need : side) {
        const auto& [element, on, part] = need;
        const auto taken = TakenFrom(element);
        if (taken ? *taken != mine : !other.contains(need) && was.contains(need)) continue;
        std::vector<Element>& parts = merged[{element, on}];
        if (part && std::ranges::find(parts, *part) == parts.end()) parts.push_back(*part);
      }
    };
    add(our, their, Favour::kOurs);
    add(their, our, Favour::kTheirs);
    add(was, {}, Favour::kBase);
    std::vector<Dependency> needs;
    for (auto& [key, parts] : merged) {
      std::ranges::sort(parts);
      needs.push_back({key.first, key.second, std::move(parts)});
    }
    return needs;
  }

  const ObjectId& id_;
  const Favours& favours_;
  std::vector<Conflict>& conflicts_;
  Conflict unheard_;
  std::map<Element, Favour> taken_;    // Parts that are one side's; the others merged.
  std::optional<Favour> taken_whole_;  // When all parts are.
};

// Takes away what is still said of parts that one side dropped. It is there because the other side
// said it since: a conflict of dropping and changing.
void ForgetLostParts(Object& merged, const ThreeSides& sides, const Favours& favours,
                     std::vector<Conflict>& conflicts) {
  const std::set<Element> parts = ListedParts(merged);
  const std::set<Element> ours = ListedParts(*sides.ours);
  const std::set<Element> theirs = ListedParts(*sides.theirs);
  const auto is_lost = [&](const Element& element) {
    return !parts.contains(element) && ours.contains(element) != theirs.contains(element);
  };
  std::set<Element> disputed;
  const auto forget = [&](auto& by_element) {
    std::erase_if(by_element, [&](const auto& item) {
      if (!is_lost(item.first)) return false;
      disputed.insert(item.first);
      return true;
    });
  };
  Attributes& attributes = merged.attributes;
  forget(attributes.privileges);
  forget(attributes.comments);
  forget(attributes.labels);
  std::erase_if(attributes.needs, [&](const Dependency& need) { return is_lost(need.element); });
  std::erase_if(disputed, [&](const Element& element) {
    return favours.Of(merged.id, element) != Favour::kNobody;
  });
  const auto type = [&](const Element& element) {
    return ours.contains(element) ? ConflictType::kModifiedDeleted : ConflictType::kDeletedModified;
  };
  for (Conflict& conflict : conflicts) {
    disputed.erase(conflict.element);
    if (is_lost(conflict.element)) conflict.type = type(conflict.element);
  }
  for (const Element& element : disputed) {
    conflicts.push_back({merged.id, element, type(element), {}});
  }
}

}  // namespace

std::optional<Object> MergeObject(const ThreeSides& sides, const Favours& favours,
                                  std::vector<Conflict>& conflicts) {
  const Object* const any = sides.ours != nullptr ? sides.ours : sides.theirs;
  if (any == nullptr) return std::nullopt;
  std::vector<Conflict> own;
  auto merged = ObjectMerger(any->id, favours, own).Run(sides);
  if (merged && sides.ours != nullptr && sides.theirs != nullptr) {
    ForgetLostParts(*merged, sides, favours, own);
  }
  std::ranges::move(own, std::back_inserter(conflicts));
  return merged;
}

}  // namespace pggit
