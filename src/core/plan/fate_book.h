#pragma once

#include <deque>
#include <map>
#include <vector>

#include "core/plan/fate.h"

namespace pggit {

/// Something that others cannot keep needing while the plan runs.
struct Disturbance {
  ObjectId object;
  Element element;  ///< kSelf for the whole object.
};

/// An object of the old side, and one of its needs.
struct Need {
  const Object* object;
  const Dependency* dependency;
};

/// The fates decided so far, what has yet to be told to those that need something, and who needs
/// what on the old side. Both schemas must outlive it.
class FateBook {
 public:
  FateBook(const Schema& from, const Schema& to);

  const Schema& from() const { return from_; }
  const Schema& to() const { return to_; }
  Fates& fates() { return fates_; }
  const Fates& fates() const { return fates_; }

  const Object* FindOld(const ObjectId& id) const { return Find(from_, id); }
  const Object* FindNew(const ObjectId& id) const { return Find(to_, id); }
  /// The fate of an object, which from now on is one that something happens to.
  Fate& FateOf(const ObjectId& id);

  const std::vector<Need>& NeedsOf(const ObjectId& id) const { return Listed(needed_by_, id); }
  /// The tables that inherit from a table, and its partitions.
  const std::vector<const Object*>& Children(const ObjectId& id) const {
    return Listed(children_, id);
  }
  const std::vector<const Object*>& OwnedSequences(const ObjectId& id) const {
    return Listed(owned_, id);
  }

  /// Drops the object and makes it again.
  void Replace(Fate& fate);
  /// Drops a part that stays otherwise, and makes it again.
  void Remake(Fate& fate, const Element& element);
  /// Gives a column another type, or the type of the same name that is made again.
  void Retype(Fate& fate, const std::string& column);
  /// Keeps the first `kept` of the tables that the table will inherit from, and makes the other
  /// bonds again.
  void RemakeBonds(Fate& fate, std::size_t kept);

  void Disturb(const ObjectId& object, const Element& element) {
    disturbed_.push_back({object, element});
  }
  /// Takes the next disturbance; false when there is none.
  bool Take(Disturbance& next);

 private:
  template <class T>
  static const std::vector<T>& Listed(const std::map<ObjectId, std::vector<T>>& lists,
                                      const ObjectId& id) {
    static const std::vector<T> kNone;
    const auto found = lists.find(id);
    return found == lists.end() ? kNone : found->second;
  }

  static const Object* Find(const Schema& schema, const ObjectId& id);

  const Schema& from_;
  const Schema& to_;
  std::map<ObjectId, std::vector<Need>> needed_by_;
  std::map<ObjectId, std::vector<const Object*>> children_;
  std::map<ObjectId, std::vector<const Object*>> owned_;
  Fates fates_;
  std::deque<Disturbance> disturbed_;
};

bool IsTable(const ObjectId& id);

/// Whether the element is a part that is dropped and made by itself. What is said of others is said
/// of the object.
bool IsPart(const Object& object, const Element& element);

/// Whether a table has the part.
bool HasPart(const Object& table, const Element& element);

/// What the differences of each object that is on both sides make necessary.
void AssessDifferences(FateBook& book, const PlanOptions& options);

/// Carries what happens to one thing on to all that need it, until nothing is left to tell.
void SpreadDisturbances(FateBook& book);

}  // namespace pggit
