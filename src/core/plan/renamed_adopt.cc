#include "core/plan/renamed_adopt.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/diff/parts.h"
#include "core/plan/effective_columns.h"
#include "core/plan/renamed_model.h"
#include "core/plan/renamed_query.h"

namespace pggit {
namespace {

using Scope = RenamedName::Scope;

/// A rename, by what is called how in the end.
struct Made {
  RenamedName name;
  std::set<ObjectId> owners;
};

// Renames that follow each other are one, too: a text may still have the first name.
std::vector<Made> Chained(std::vector<Made> made) {
  for (std::size_t i = 0; i < made.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const bool follows =
          made[j].name.scope == made[i].name.scope && made[j].name.to == made[i].name.from;
      if (!follows) continue;
      Made both = made[i];
      both.name.from = made[j].name.from;
      if (std::ranges::find(made, both.name, &Made::name) == made.end()) made.push_back(both);
    }
  }
  return made;
}

std::vector<Made> MadeBy(const std::vector<NameChange>& changes) {
  std::vector<Made> made;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (!changes[i].text()) continue;
    std::set<ObjectId> owners;
    for (ObjectId id : changes[i].owners()) {
      for (std::size_t later = i; later < changes.size(); ++later) id = changes[later].Map(id);
      owners.insert(std::move(id));
    }
    made.push_back({*changes[i].text(), std::move(owners)});
  }
  return Chained(std::move(made));
}

class Adopter {
 public:
  Adopter(Object& object, const Object& target, const std::vector<Made>& made)
      : object_(object), target_(target), made_(made) {}

  void Run() {
    WalkSql(object_.definition, &target_.definition,
            [&](const Element& element, std::string_view member, std::string& text,
                const std::string* other) { Adopt(element, member, text, other); });
  }

 private:
  // Whether the part speaks of what was renamed.
  bool Speaks(const Element& element, const Made& made) const {
    if (made.name.scope != Scope::kColumn && made.name.scope != Scope::kPart) return true;
    if (made.owners.contains(object_.id)) return true;
    if (made.name.scope == Scope::kPart) return false;
    if (const auto* statistics = std::get_if<Statistics>(&object_.definition)) {
      return std::ranges::any_of(
          made.owners, [&](const ObjectId& id) { return SqlName(id) == statistics->table; });
    }
    return std::ranges::any_of(object_.attributes.needs, [&](const Dependency& need) {
      return need.element.name == element.name && made.owners.contains(need.on) &&
             std::ranges::any_of(
                 need.elements, [&](const Element& needed) { return needed.name == made.name.to; });
    });
  }

  void Adopt(const Element& element, std::string_view member, std::string& text,
             const std::string* other) {
    // What speaks of a column by its old name is not what it was, though the letters are the same.
    std::string respelled = text;
    std::vector<RenamedName> names;
    for (const Made& made : made_) {
      if (!Speaks(element, made)) continue;
      names.push_back(made.name);
      if (member == "query") {
        respelled = RespellQuery(respelled, made.name);
      } else if (made.name.scope == Scope::kColumn && SpeaksOfColumns(member)) {
        respelled = Respell(respelled, made.name);
      }
    }
    const bool means_another = other && *other == text && respelled != text;
    if (other && !means_another && NeedsSame(element) && SameButForNames(text, *other, names)) {
      text = *other;
    } else {
      text = std::move(respelled);
    }
  }

  bool NeedsSame(const Element& element) const {
    return NeedsOf(object_, element) == NeedsOf(target_, element);
  }

  // A default is a part beside its column, and its text is the column's.
  static std::vector<Dependency> NeedsOf(const Object& object, const Element& element) {
    std::vector<Dependency> needs;
    for (const Dependency& need : object.attributes.needs) {
      if (need.element.name == element.name) needs.push_back(need);
    }
    return needs;
  }

  Object& object_;
  const Object& target_;
  const std::vector<Made>& made_;
};

}  // namespace

void AdoptTexts(Schema& schema, const Schema& to, const std::vector<NameChange>& changes) {
  const std::vector<Made> made = MadeBy(changes);
  if (made.empty()) return;
  for (auto& [id, object] : schema.objects) {
    const auto target = to.objects.find(id);
    // What is not there is respelled against itself.
    const Object other = target == to.objects.end() ? object : target->second;
    Adopter(object, other, made).Run();
  }
}

bool HasElement(const Object& object, const Element& element) {
  if (ListedParts(object).contains(element)) return true;
  const Table* table = std::get_if<Table>(&object.definition);
  if (!table || element.kind != ElementKind::kSequence) return false;
  return std::ranges::any_of(table->columns, [&](const Column& column) {
    return column.identity && column.identity->sequence == element.name;
  });
}

}  // namespace pggit
