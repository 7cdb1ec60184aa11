#include "core/history/reachable.h"

#include <utility>

#include "core/base/error.h"
#include "core/store/tag.h"
#include "core/store/tree_delta.h"

namespace pggit {

void Reachable::Add(const Sha& sha) {
  if (reached_.contains(sha)) return;
  const auto object = source_.Objects().Find(sha);
  if (!object) throw Error(ErrorCode::kIntegrity, "object \"" + Hex(sha) + "\" is missing");
  Add(sha, object->type);
}

void Reachable::Add(const Sha& sha, ObjectType type) {
  Reach(sha, type);
  Follow();
}

void Reachable::Reach(const Sha& sha, ObjectType type) {
  if (reached_.insert(sha).second && type != ObjectType::kBlob) waiting_.emplace_back(sha, type);
}

void Reachable::Follow() {
  while (!waiting_.empty() || !without_base_.empty()) {
    if (waiting_.empty()) {
      // Nothing else can reach a base any more but what these trees hold.
      const Tree tree = std::move(without_base_.back());
      without_base_.pop_back();
      ReachEntries(reached_.contains(*tree.form.base)
                       ? tree.form.body
                       : source_.Objects().Read(tree.sha, ObjectType::kTree));
      continue;
    }
    const auto [sha, type] = waiting_.back();
    waiting_.pop_back();
    switch (type) {
      case ObjectType::kBlob: break;
      case ObjectType::kTree: VisitTree(sha); break;
      case ObjectType::kCommit: {
        const Commit commit = source_.Objects().ReadCommit(sha);
        Reach(commit.tree, ObjectType::kTree);
        for (const Sha& parent : commit.parents) Reach(parent, ObjectType::kCommit);
        break;
      }
      case ObjectType::kTag: {
        const Tag tag = DecodeTag(source_.Objects().Read(sha, ObjectType::kTag));
        Reach(tag.object, tag.type);
        break;
      }
    }
  }
}

void Reachable::VisitTree(const Sha& sha) {
  StoredTree form = source_.Form(sha);
  if (!form.base || reached_.contains(*form.base)) return ReachEntries(form.body);
  without_base_.push_back({sha, std::move(form)});
}

void Reachable::ReachEntries(std::string_view body) {
  for (const TreeEntry& entry : EntriesOf(body)) {
    if (entry.mode == Mode::kSubmodule) continue;
    Reach(entry.sha, entry.mode == Mode::kDirectory ? ObjectType::kTree : ObjectType::kBlob);
  }
}

}  // namespace pggit
