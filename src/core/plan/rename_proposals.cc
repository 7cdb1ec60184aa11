#include "core/plan/rename_proposals.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <variant>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/diff/diff.h"
#include "core/diff/fields.h"
#include "core/diff/parts.h"
#include "core/plan/rename.h"
#include "core/plan/renamed_text.h"

namespace pggit {
namespace {

template <class T>
bool SameList(const std::vector<T>& a, const std::vector<T>& b, bool (*same)(const T&, const T&)) {
  return !a.empty() && std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

bool SameColumn(const Column& a, const Column& b) {
  return a.name == b.name && a.type == b.type;
}

bool SameAttribute(const TypeAttribute& a, const TypeAttribute& b) {
  return a.name == b.name && a.type == b.type;
}

bool SameViewColumn(const ViewColumn& a, const ViewColumn& b) {
  return a.name == b.name && a.type == b.type;
}

// Why one object may be the other under a new name; empty when it does not look so.
std::string Likeness(const Object& old, const Object& fresh) {
  if (old.definition.index() != fresh.definition.index()) return "";
  if (const Table* table = std::get_if<Table>(&old.definition)) {
    return SameList(table->columns, std::get<Table>(fresh.definition).columns, SameColumn)
               ? "same columns"
               : "";
  }
  if (const View* view = std::get_if<View>(&old.definition)) {
    const View& other = std::get<View>(fresh.definition);
    return SameList(view->columns, other.columns, SameViewColumn) && view->query == other.query
               ? "same query"
               : "";
  }
  if (const CompositeType* type = std::get_if<CompositeType>(&old.definition)) {
    const auto& other = std::get<CompositeType>(fresh.definition);
    return SameList(type->attributes, other.attributes, SameAttribute) ? "same attributes" : "";
  }
  // Sequences are all alike; what tells them apart is whose they are.
  if (const Sequence* sequence = std::get_if<Sequence>(&old.definition)) {
    const Sequence& other = std::get<Sequence>(fresh.definition);
    return !sequence->owned_table.empty() && *sequence == other ? "same owner" : "";
  }
  return old.definition == fresh.definition ? "same definition" : "";
}

bool IsSchema(const ObjectId& id) {
  return id.kind == Kind::kSchema;
}

// What a schema holds.
std::set<ObjectId> Contents(const Schema& schema, const std::string& name) {
  std::set<ObjectId> contents;
  for (const auto& [id, object] : schema.objects) {
    if (!KindHasSchema(id.kind) || id.schema != name) continue;
    contents.insert({id.kind, "", id.name, ""});
  }
  return contents;
}

constexpr std::size_t kMostProposals = 20;
// Of this many that could be each other, none is told from the others by eye.
constexpr std::size_t kMostAlike = 200;

// Objects that could be each other under another name.
using Groups = std::map<std::string, std::vector<const Object*>>;

// The group of an object: its kind and place, and of what there may be thousands, its shape.
std::string GroupOf(const Object& object) {
  std::string group(KindName(object.id.kind));
  group += ' ' + QuoteIdentifier(object.id.schema) + ' ' + object.id.signature;
  if (const Table* table = std::get_if<Table>(&object.definition)) {
    for (const Column& column : table->columns) group += ',' + column.name + ' ' + column.type;
  } else if (const View* view = std::get_if<View>(&object.definition)) {
    group += ',' + view->query;
  } else if (const Function* function = std::get_if<Function>(&object.definition)) {
    group += ',' + function->source + function->sql_body;
  }
  return group;
}

class Proposer {
 public:
  Proposer(const Schema& from, const Schema& to) : from_(from), to_(to) {}

  std::vector<RenameProposal> Run() {
    ProposeObjects([](const ObjectId& id) { return IsSchema(id); });
    ProposeObjects([](const ObjectId& id) { return !IsSchema(id); });
    ProposeParts();
    return std::move(proposals_);
  }

 private:
  // Renames are tried on a copy, which most differences never need.
  const Schema& Now() const { return renamed_ ? *renamed_ : from_; }

  void Propose(const Rename& rename, const std::string& evidence) {
    if (proposals_.size() == kMostProposals) return;
    if (!CanRename(Now().objects.at(rename.object), rename.element)) return;
    const std::string text = RenameText(Now(), rename);
    if (!renamed_) renamed_ = from_;
    try {
      ApplyRename(*renamed_, rename);
    } catch (const Error&) {
      return;  // The name is taken, or comes from elsewhere.
    }
    proposals_.push_back({text, evidence});
  }

  void ProposeObjects(bool (*wanted)(const ObjectId&)) {
    Groups gone;
    Groups fresh;
    for (const auto& [id, object] : Now().objects) {
      if (wanted(id) && !to_.objects.contains(id)) gone[GroupOf(object)].push_back(&object);
    }
    if (gone.empty()) return;
    for (const auto& [id, object] : to_.objects) {
      if (wanted(id) && !Now().objects.contains(id)) fresh[GroupOf(object)].push_back(&object);
    }
    std::vector<std::pair<Rename, std::string>> found;
    for (const auto& [group, objects] : gone) {
      const auto others = fresh.find(group);
      if (others == fresh.end() || std::max(objects.size(), others->second.size()) > kMostAlike) {
        continue;
      }
      Match(objects, others->second, found);
    }
    std::ranges::sort(found, {}, [](const auto& one) { return one.first.object; });
    for (const auto& [rename, evidence] : found) Propose(rename, evidence);
  }

  void Match(const std::vector<const Object*>& gone, const std::vector<const Object*>& fresh,
             std::vector<std::pair<Rename, std::string>>& found) const {
    for (const Object* object : gone) {
      const std::vector<const Object*> like = LikeOf(*object, fresh, false);
      if (like.size() != 1 || LikeOf(*like.front(), gone, true).size() != 1) continue;
      found.push_back({{object->id, {}, like.front()->id.name},
                       IsSchema(object->id) ? "same contents" : Likeness(*object, *like.front())});
    }
  }

  std::vector<const Object*> LikeOf(const Object& object, const std::vector<const Object*>& others,
                                    bool backwards) const {
    std::vector<const Object*> like;
    for (const Object* other : others) {
      ObjectId named = other->id;
      named.name = object.id.name;
      if (named != object.id) continue;
      const Object& old = backwards ? *other : object;
      const Object& fresh = backwards ? object : *other;
      const bool same = IsSchema(old.id) ? SameContents(old.id.name, fresh.id.name)
                                         : !Likeness(old, fresh).empty();
      if (same) like.push_back(other);
    }
    return like;
  }

  bool SameContents(const std::string& old, const std::string& fresh) const {
    const std::set<ObjectId> contents = Contents(from_, old);
    return !contents.empty() && contents == Contents(to_, fresh);
  }

  void ProposeParts() {
    std::set<ObjectId> changed;
    for (const Change& change : Diff(Now(), to_)) {
      if (change.element != Element{} && change.type == ChangeType::kRemoved) {
        changed.insert(change.object);
      }
      if (change.object.kind == Kind::kType) changed.insert(change.object);
    }
    for (const ObjectId& id : changed) {
      const auto target = to_.objects.find(id);
      const auto own = Now().objects.find(id);
      if (target == to_.objects.end() || own == Now().objects.end()) continue;
      const Definition old = own->second.definition;
      const Definition& fresh = target->second.definition;
      if (old.index() != fresh.index()) continue;
      ProposeIn(id, old, fresh);
    }
  }

  void ProposeIn(const ObjectId& id, const Definition& old, const Definition& fresh) {
    std::visit(
        [&](const auto& value) {
          const auto& other = std::get<std::decay_t<decltype(value)>>(fresh);
          EachField(&value, [&](const char* /*name*/, auto member) {
            Compare(id, value.*member, other.*member);
          });
        },
        old);
    if (const EnumType* type = std::get_if<EnumType>(&old)) {
      CompareValues(id, type->values, std::get<EnumType>(fresh).values);
    }
  }

  void CompareValues(const ObjectId& id, const std::vector<std::string>& old,
                     const std::vector<std::string>& fresh) {
    if (old.size() != fresh.size()) return;
    for (std::size_t i = 0; i < old.size(); ++i) {
      const bool is_new = std::ranges::count(old, fresh[i]) == 0;
      if (is_new && std::ranges::count(fresh, old[i]) == 0) {
        Propose({id, {ElementKind::kMember, old[i]}, fresh[i]}, "same place among the values");
      }
    }
  }

  template <class M>
  void Compare(const ObjectId& id, const M& old, const M& fresh) {
    if constexpr (kIsPartList<M>) {
      using P = typename M::value_type;
      if constexpr (requires(P part) { part.name; }) CompareParts(id, old, fresh);
    }
  }

  // A column has one NOT NULL: plans know which is which.
  template <class P>
  static bool IsRenamedAnyway(const P& part) {
    if constexpr (std::is_same_v<P, Constraint>) return part.kind == ConstraintKind::kNotNull;
    return false;
  }

  template <class P>
  void CompareParts(const ObjectId& id, const std::vector<P>& old, const std::vector<P>& fresh) {
    std::vector<P> now = old;
    for (std::size_t i = 0; i < now.size(); ++i) {
      if (FindPart(fresh, now[i].name) || IsRenamedAnyway(now[i])) continue;
      std::optional<std::size_t> like;
      std::size_t many = 0;
      for (std::size_t j = 0; j < fresh.size(); ++j) {
        if (FindPart(now, fresh[j].name) || !Alike(now, i, fresh, j)) continue;
        like = j;
        ++many;
      }
      if (many != 1) continue;
      std::size_t rivals = 0;
      for (std::size_t k = 0; k < now.size(); ++k) {
        if (!FindPart(fresh, now[k].name) && Alike(now, k, fresh, *like)) ++rivals;
      }
      if (rivals != 1) continue;
      const std::string name = fresh[*like].name;
      Propose({id, PartElement(now[i]), name},
              kKeepsOrder<P> ? "same type and position" : "same definition");
      now[i].name = name;
    }
  }

  // The nearest column before, or after, that is on both sides.
  template <class P>
  static std::string Neighbour(const std::vector<P>& columns, std::size_t at, int step,
                               const std::vector<P>& others) {
    auto next = static_cast<std::ptrdiff_t>(at) + step;
    for (; next >= 0 && next < static_cast<std::ptrdiff_t>(columns.size()); next += step) {
      const std::string& name = columns[static_cast<std::size_t>(next)].name;
      if (FindPart(others, name)) return name;
    }
    return "";
  }

  template <class P>
  static bool Alike(const std::vector<P>& old, std::size_t i, const std::vector<P>& fresh,
                    std::size_t j) {
    P part = old[i];
    if constexpr (kKeepsOrder<P>) {
      if constexpr (std::is_same_v<P, Column>) {
        if (part.generated != fresh[j].generated || part.inherited != fresh[j].inherited ||
            part.identity.has_value() != fresh[j].identity.has_value()) {
          return false;
        }
      }
      return part.type == fresh[j].type && part.collation == fresh[j].collation &&
             Neighbour(old, i, -1, fresh) == Neighbour(fresh, j, -1, old) &&
             Neighbour(old, i, 1, fresh) == Neighbour(fresh, j, 1, old);
    } else {
      part.name = fresh[j].name;
      if constexpr (std::is_same_v<P, Trigger> || std::is_same_v<P, Rule>) {
        part.definition =
            Respell(part.definition, {RenamedName::Scope::kPart, "", old[i].name, part.name});
      }
      return part == fresh[j];
    }
  }

  const Schema& from_;
  const Schema& to_;
  std::optional<Schema> renamed_;
  std::vector<RenameProposal> proposals_;
};

}  // namespace

std::vector<RenameProposal> ProposeRenames(const Schema& from, const Schema& to) {
  return Proposer(from, to).Run();
}

std::string ShellWord(const std::string& text) {
  const bool plain = std::ranges::all_of(text, [](char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') ||
           std::string_view("_.=-").find(c) != std::string_view::npos;
  });
  if (plain) return text;
  std::string word = "'";
  for (const char c : text) word += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return word + '\'';
}

}  // namespace pggit
