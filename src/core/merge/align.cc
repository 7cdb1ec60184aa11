#include "core/merge/align.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "core/base/error.h"
#include "core/merge/net_renames.h"
#include "core/merge/side_renamer.h"
#include "core/merge/take_away.h"
#include "core/plan/rename.h"
#include "core/plan/renamed_adopt.h"

namespace pggit {
namespace {

class Aligner {
 public:
  Aligner(const Schema& base, const Schema& ours, const Schema& theirs, const MergeRenames& renames,
          const Favours& favours)
      : base_(base),
        ours_(ours),
        theirs_(theirs),
        our_names_(base, ours, renames.ours),
        their_names_(base, theirs, renames.theirs),
        favours_(favours),
        server_major_(renames.server_major) {
    for (const auto& [thing, name] : their_names_.names()) names_[thing] = name;
    for (const auto& [thing, name] : our_names_.names()) names_[thing] = name;
  }

  AlignedSchemas Run() {
    // Where things are called as they are when ours stands: by that name conflicts are known.
    const std::map<Thing, std::string> names = names_;
    for (const auto& [thing, name] : names) Decide(thing);
    while (const auto blocked = TryAll()) Leave(*blocked);
    return std::move(aligned_);
  }

 private:
  static bool Has(const Schema& schema, const Thing& thing) {
    return HasThing(schema, thing.first, thing.second);
  }

  // A thing of the base by the name that it has where ours stands.
  Thing Known(const Thing& thing) const {
    Thing here = our_names_.Map(thing);
    if (Has(ours_, here) || our_names_.names().contains(thing)) return here;
    return their_names_.Map(thing);
  }

  void Decide(const Thing& thing) {
    const auto ours = our_names_.names().find(thing);
    const auto theirs = their_names_.names().find(thing);
    const bool we = ours != our_names_.names().end();
    const bool they = theirs != their_names_.names().end();
    if (we && they && ours->second != theirs->second) {
      const Favour favour = Tell(thing, ConflictType::kBothRenamed);
      if (favour == Favour::kTheirs) names_[thing] = theirs->second;
      if (favour == Favour::kBase) names_.erase(thing);
    } else if (we && !they && !Has(theirs_, their_names_.Map(thing))) {
      Dropped(thing, theirs_, their_names_, ConflictType::kModifiedDeleted);
    } else if (they && !we && !Has(ours_, our_names_.Map(thing))) {
      Dropped(thing, ours_, our_names_, ConflictType::kDeletedModified);
    }
  }

  // One side renamed what the other dropped, or what was dropped with its object.
  void Dropped(const Thing& thing, const Schema& dropper, const NetRenames& names,
               ConflictType type) {
    Thing lost = thing;
    if (!dropper.objects.contains(names.Map({thing.first, {}}).first)) lost.second = {};
    const bool ours_renamed = type == ConflictType::kModifiedDeleted;
    const Favour favour = Tell(lost, type);
    if (favour == Favour::kBase) return;
    const bool ours_stands = favour != Favour::kTheirs;
    if (ours_stands == ours_renamed) kept_.insert(lost);
  }

  // Notes the conflict unless it is decided; gives whose side is taken.
  Favour Tell(const Thing& thing, ConflictType type) { return Tell(thing, Known(thing), type); }

  Favour Tell(const Thing& thing, const Thing& known, ConflictType type) {
    const auto& [object, element] = known;
    const Favour favour = favours_.Of(object, element);
    if (favour == Favour::kNobody && told_.insert(thing).second) {
      const auto on = [&](const Schema& side, const NetRenames& names) {
        const Thing there = names.Map(thing);
        return Has(side, there) ? NameOf(there) : std::string();
      };
      aligned_.conflicts.push_back(
          {object,
           element,
           type,
           {{"name", NameOf(thing), on(ours_, our_names_), on(theirs_, their_names_)}}});
    }
    return favour;
  }

  // What cannot be called alike is not taken for one thing.
  void Leave(const Thing& thing) {
    const bool ours = our_names_.names().contains(thing);
    (void)Tell(thing, (ours ? our_names_ : their_names_).Map(thing), ConflictType::kBothAdded);
    names_.erase(thing);
    kept_.erase(thing);
  }

  SideRenamer Renamer(const Schema& side, const NetRenames* names) const {
    SideRenamer renamer(side, server_major_);
    for (const auto& [thing, name] : names_) {
      const Thing there = names == nullptr ? thing : names->Map(thing);
      if (Has(side, there)) renamer.Want(there, name, thing);
    }
    return renamer;
  }

  std::optional<Thing> TryAll() {
    SideRenamer base = Renamer(base_, nullptr);
    SideRenamer ours = Renamer(ours_, &our_names_);
    SideRenamer theirs = Renamer(theirs_, &their_names_);
    for (SideRenamer* side : {&base, &ours, &theirs}) {
      if (auto blocked = side->Run()) return blocked;
    }
    // Who printed a text with the new names in it lends it to the others.
    AdoptTexts(ours.schema(), theirs.schema(), ours.made());
    AdoptTexts(theirs.schema(), ours.schema(), theirs.made());
    AdoptTexts(base.schema(), ours.schema(), base.made());
    AdoptTexts(base.schema(), theirs.schema(), base.made());
    for (const Thing& thing : kept_) {
      Thing there = thing;
      for (const NameChange& change : base.made()) there = AfterRename(change, there);
      TakeAway(base.schema(), there.first, there.second);
    }
    aligned_.base = std::move(base.schema());
    aligned_.ours = std::move(ours.schema());
    aligned_.theirs = std::move(theirs.schema());
    aligned_.told = std::move(ours.told());
    return std::nullopt;
  }

  const Schema& base_;
  const Schema& ours_;
  const Schema& theirs_;
  const NetRenames our_names_;
  const NetRenames their_names_;
  const Favours& favours_;
  const int server_major_;
  std::map<Thing, std::string> names_;  // What things of the base shall be called.
  std::set<Thing> kept_;                // What one side dropped and the renaming side keeps.
  std::set<Thing> told_;
  AlignedSchemas aligned_;
};

}  // namespace

AlignedSchemas Align(const Schema& base, const Schema& ours, const Schema& theirs,
                     const MergeRenames& renames, const Favours& favours) {
  return Aligner(base, ours, theirs, renames, favours).Run();
}

namespace {

// The schema with the rename made; nothing when it does not fit.
std::optional<Schema> With(const Schema& schema, const std::string& text) {
  try {
    Schema renamed = schema;
    ApplyRename(renamed, ParseRename(renamed, text), {.column_texts = false});
    return renamed;
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace

MergeRenames RenamesOfSides(const Schema& base, const Schema& ours, const Schema& theirs,
                            const std::vector<std::string>& told) {
  MergeRenames renames;
  Schema here = base;
  Schema there = base;
  for (const std::string& text : told) {
    const auto add = [&](Schema& schema, const Schema& side, std::vector<std::string>& list) {
      auto renamed = With(schema, text);
      if (!renamed) return false;
      const Rename rename = ParseRename(schema, text);
      const NameChange change(schema, rename);
      const ObjectId object = change.Map(rename.object);
      if (!HasThing(side, object, change.Map(rename.object, rename.element))) return false;
      if (HasThing(side, object, rename.element) && rename.element != Element{}) return false;
      if (rename.element == Element{} && side.objects.contains(rename.object)) return false;
      schema = std::move(*renamed);
      list.push_back(text);
      return true;
    };
    const bool is_ours = add(here, ours, renames.ours);
    const bool is_theirs = add(there, theirs, renames.theirs);
    if (is_ours || is_theirs) continue;
    (void)ParseRename(base, text);
    throw Error(ErrorCode::kInvalidArgument, '"' + text + "\" is true of neither side",
                "A side that renamed it has the new name and not the old one.",
                "Leave that rename out, or name what the sides call it.");
  }
  return renames;
}

}  // namespace pggit
