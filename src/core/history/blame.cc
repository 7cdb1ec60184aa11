#include "core/history/blame.h"

#include <map>
#include <optional>
#include <queue>
#include <utility>

#include "core/base/error.h"
#include "core/base/text_diff.h"
#include "core/ddl/definition.h"
#include "core/store/paths.h"

namespace pggit {
namespace {

using Index = CommitGraph::Index;

// Which part of the version that is blamed is which part of the version at a commit.
using Suspects = std::map<std::size_t, std::size_t>;

std::string LinesOf(const std::vector<Part>& parts) {
  std::string text;
  for (const Part& part : parts) {
    if (part.line > 0) text += part.text + '\n';
  }
  return text;
}

// For each part of `now` the one of `before` that is the same.
std::vector<std::optional<std::size_t>> Match(const std::vector<Part>& now,
                                              const std::vector<Part>& before) {
  std::vector<std::optional<std::size_t>> matches(now.size());
  std::map<Element, std::size_t> elements;
  std::vector<std::size_t> lines;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i].line > 0) {
      lines.push_back(i);
    } else {
      elements.emplace(before[i].element, i);
    }
  }
  std::vector<std::size_t> own_lines;
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (now[i].line > 0) {
      own_lines.push_back(i);
      continue;
    }
    const auto same = elements.find(now[i].element);
    if (same != elements.end() && before[same->second].text == now[i].text) {
      matches[i] = same->second;
    }
  }
  const std::string old_text = LinesOf(before);
  const std::string new_text = LinesOf(now);
  std::size_t old_line = 0;
  std::size_t new_line = 0;
  for (const LineEdit& edit : DiffLines(old_text, new_text)) {
    const bool is_old = edit.kind != LineEdit::Kind::kAdded;
    const bool is_new = edit.kind != LineEdit::Kind::kRemoved;
    if (is_old && is_new) matches[own_lines[new_line]] = lines[old_line];
    if (is_old) ++old_line;
    if (is_new) ++new_line;
  }
  return matches;
}

class Blamer {
 public:
  Blamer(CommitGraph& graph, ObjectStore& objects, const std::string& path,
         const std::function<bool(const Sha&)>& changed)
      : graph_(graph), objects_(objects), path_(path), changed_(changed) {}

  std::vector<BlamedPart> Run(const Sha& commit) {
    const auto blob = BlobAt(commit);
    if (!blob) {
      throw Error(ErrorCode::kUnknownRevision, "there is nothing at \"" + path_ + '"', {},
                  "List what is there with pggit_v0.ls_tree(revision, true).");
    }
    for (const Part& part : PartsAt(*blob)) blamed_.push_back({part, {}});
    Suspects all;
    for (std::size_t i = 0; i < blamed_.size(); ++i) all.emplace(i, i);
    Suspect(graph_.Find(commit), std::move(all));
    // Children come before their parents, so whoever could blame a commit has done so.
    while (!queue_.empty()) {
      const Index next = queue_.top().second;
      queue_.pop();
      HandOn(next);
    }
    return std::move(blamed_);
  }

 private:
  std::optional<Sha> BlobAt(const Sha& commit) {
    const auto entry = FindPath(objects_, objects_.ReadCommit(commit).tree, path_);
    if (!entry) return std::nullopt;
    return entry->sha;
  }

  const std::vector<Part>& PartsAt(const Sha& blob) {
    const auto [found, is_new] = parts_.try_emplace(blob);
    if (is_new) {
      found->second = PartsOf(ParseDefinition(objects_.Read(blob, ObjectType::kBlob)));
    }
    return found->second;
  }

  void Suspect(Index commit, Suspects parts) {
    const auto [found, is_new] = suspects_.try_emplace(commit);
    found->second.merge(parts);
    if (is_new) queue_.emplace(graph_.Generation(commit), commit);
  }

  // Hands each part to the first parent that has it; the rest is the commit's own.
  void HandOn(Index commit) {
    Suspects mine = std::move(suspects_[commit]);
    const Sha sha = graph_.Id(commit);
    const auto span = graph_.Parents(commit);
    const std::vector<Index> parents(span.begin(), span.end());
    if (!changed_(sha) && !parents.empty()) {
      Suspect(parents.front(), std::move(mine));
      return;
    }
    const Sha blob = *BlobAt(sha);
    for (const Index parent : parents) {
      const auto before = BlobAt(Sha(graph_.Id(parent)));
      if (!before) continue;
      if (before == blob) {
        Suspect(parent, std::move(mine));
        return;
      }
      const auto matches = Match(PartsAt(blob), PartsAt(*before));
      Suspects theirs;
      std::erase_if(mine, [&](const auto& part) {
        const auto match = matches[part.second];
        if (match) theirs.emplace(part.first, *match);
        return match.has_value();
      });
      if (!theirs.empty()) Suspect(parent, std::move(theirs));
    }
    for (const auto& [part, here] : mine) blamed_[part].commit = sha;
  }

  CommitGraph& graph_;
  ObjectStore& objects_;
  const std::string& path_;
  const std::function<bool(const Sha&)>& changed_;
  std::vector<BlamedPart> blamed_;
  std::map<Index, Suspects> suspects_;
  std::map<Sha, std::vector<Part>> parts_;  // by blob
  std::priority_queue<std::pair<std::uint32_t, Index>> queue_;
};

}  // namespace

std::vector<BlamedPart> Blame(CommitGraph& graph, ObjectStore& objects, const Sha& commit,
                              const std::string& path,
                              const std::function<bool(const Sha&)>& changed) {
  return Blamer(graph, objects, path, changed).Run(commit);
}

}  // namespace pggit
