#include "core/history/revision.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <iterator>
#include <utility>

#include "core/base/error.h"
#include "core/history/rev_list.h"
#include "core/history/time_words.h"
#include "core/store/paths.h"
#include "core/store/tag.h"

namespace pggit {
namespace {

constexpr std::size_t kShortestPrefix = 4;
constexpr std::size_t kListedCandidates = 10;

std::string Quoted(std::string_view text) {
  return '"' + std::string(text) + '"';
}

std::optional<std::size_t> Number(std::string_view digits) {
  std::size_t value = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || problem != std::errc() || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return value;
}

ObjectType TypeOf(ObjectStore& store, const Sha& sha) {
  const auto object = store.Find(sha);
  if (!object) throw Error(ErrorCode::kIntegrity, "object " + Quoted(Hex(sha)) + " is missing");
  return object->type;
}

// Reads one revision from left to right. No ref's name holds '^', '~', ':' or "@{", so the first of
// them ends the name.
class Parser {
 public:
  Parser(RevisionSource& source, std::string_view text)
      : source_(source), text_(text), rest_(text) {}

  Sha Parse(Wanted wanted) {
    if (rest_.starts_with(":/")) {
      return Convert(Latest(AllRefs(), rest_.substr(2)), wanted);
    }
    const std::string_view name = TakeName();
    Sha sha = rest_.starts_with("@{") ? RefThen(name) : Base(name, wanted);
    while (!rest_.empty()) {
      if (rest_.front() == ':') return At(Convert(sha, Wanted::kTree), rest_.substr(1), wanted);
      sha = Suffix(sha);
    }
    return Convert(sha, wanted);
  }

 private:
  [[noreturn]] void Unknown(std::string detail = {}) const {
    if (detail.empty()) detail = KnownNames();
    throw Error(ErrorCode::kUnknownRevision, "revision " + Quoted(text_) + " does not exist",
                std::move(detail),
                "Name a branch, a tag or the beginning of a commit's id as pggit.log() shows it.");
  }

  [[noreturn]] void Ambiguous(const std::vector<std::string>& candidates) const {
    std::string detail = "It may mean ";
    for (std::size_t i = 0; i < candidates.size() && i < kListedCandidates; ++i) {
      if (i > 0) detail += ", ";
      detail += candidates[i];
    }
    if (candidates.size() > kListedCandidates) detail += " and others";
    throw Error(ErrorCode::kUnknownRevision, "revision " + Quoted(text_) + " is ambiguous",
                detail + '.', "Write more of it.");
  }

  std::string KnownNames() const {
    const std::vector<std::string> names = source_.RefNames();
    if (names.empty()) return "There is no branch and no tag.";
    std::string list = "There are ";
    for (std::size_t i = 0; i < names.size() && i < kListedCandidates; ++i) {
      if (i > 0) list += ", ";
      list += names[i];
    }
    if (names.size() > kListedCandidates) list += " and others";
    return list + '.';
  }

  std::string_view TakeName() {
    const std::size_t end = std::min(rest_.find_first_of("^~:"), rest_.find("@{"));
    const std::string_view name = rest_.substr(0, end);
    rest_.remove_prefix(name.size());
    return name;
  }

  // The text between the braces that are next, after `skip` bytes before them.
  std::string_view TakeBraces(std::size_t skip) {
    const std::size_t end = rest_.find('}');
    if (end == std::string_view::npos) Unknown("A closing brace is missing.");
    const std::string_view inside = rest_.substr(skip + 1, end - skip - 1);
    rest_.remove_prefix(end + 1);
    return inside;
  }

  std::optional<std::string> FullName(std::string_view name) const {
    if (name == "@" || name == "HEAD") return "HEAD";
    std::vector<std::string> found;
    std::vector<Sha> targets;
    const std::string text(name);
    std::vector<std::string> tries = {"refs/" + text, "refs/tags/" + text, "refs/heads/" + text,
                                      "refs/remotes/" + text, "refs/remotes/" + text + "/HEAD"};
    if (name.starts_with("refs/")) tries = {text};
    for (std::string& full : tries) {
      const auto target = source_.Ref(full);
      if (!target) continue;
      found.push_back(std::move(full));
      targets.push_back(*target);
    }
    if (found.empty()) return std::nullopt;
    if (std::ranges::adjacent_find(targets, std::not_equal_to<>()) != targets.end()) {
      Ambiguous(found);
    }
    return found.front();
  }

  Sha Base(std::string_view name, Wanted wanted) const {
    if (const auto sha = ParseSha(name)) {
      if (source_.Objects().Find(*sha)) return *sha;
      Unknown("No object has this id.");
    }
    if (const auto full = FullName(name)) {
      if (const auto sha = source_.Ref(*full)) return *sha;
      Unknown("The current branch has no commit yet.");
    }
    return FromPrefix(name, wanted);
  }

  Sha FromPrefix(std::string_view digits, Wanted wanted) const {
    if (digits.size() < kShortestPrefix || !RangeOfPrefix(digits)) Unknown();
    ObjectStore& store = source_.Objects();
    std::vector<Sha> all = store.WithPrefix(digits, 1000);
    if (all.empty()) Unknown();
    if (all.size() == 1) return all.front();
    // What follows the name says what it may be.
    if (!rest_.empty()) wanted = rest_.front() == ':' ? Wanted::kTree : Wanted::kCommit;
    std::vector<Sha> fitting;
    std::ranges::copy_if(all, std::back_inserter(fitting), [&](const Sha& sha) {
      const ObjectType type = TypeOf(store, Peel(store, sha));
      return wanted == Wanted::kObject || type == ObjectType::kCommit ||
             (wanted == Wanted::kTree && type == ObjectType::kTree);
    });
    if (fitting.size() == 1) return fitting.front();
    std::vector<std::string> candidates;
    for (const Sha& sha : fitting.empty() ? all : fitting) {
      candidates.push_back(std::string(ObjectTypeName(TypeOf(store, sha))) + ' ' + Hex(sha));
    }
    Ambiguous(candidates);
  }

  // Throws for what git means by other words in these braces.
  void RequireOffered(std::string_view when) const {
    if (when.starts_with('-') && Number(when.substr(1))) {
      throw Error(ErrorCode::kNotSupported, "revision " + Quoted(text_) + " is not offered",
                  "No record is kept of the branches that a session was on before.",
                  "Name the branch; list them with pggit_v0.list_branches().");
    }
    if (when == "u" || when == "upstream" || when == "push") {
      throw Error(ErrorCode::kNotSupported, "revision " + Quoted(text_) + " is not offered",
                  "A branch follows no other one.",
                  "Name the other one: refs/remotes/origin/main, say.");
    }
  }

  // REF@{...}: where a ref was.
  Sha RefThen(std::string_view name) {
    const auto full = name.empty() ? std::string("HEAD") : FullName(name);
    if (!full) Unknown();
    const std::string ref = *full == "HEAD" ? source_.HeadRef() : *full;
    const std::string_view when = TakeBraces(1);
    std::optional<Sha> sha;
    RequireOffered(when);
    if (const auto steps = Number(when)) {
      // Where it is now it is, even when the reflog has forgotten how it came there.
      sha = *steps == 0 ? source_.Ref(ref) : source_.RefBefore(ref, *steps);
    } else {
      auto seconds = ParseTimeWords(when, source_.Now());
      if (!seconds) seconds = source_.ParseTime(when);
      if (!seconds) Unknown(Quoted(when) + " is neither a number nor a time.");
      sha = source_.RefAt(ref, *seconds);
    }
    if (!sha) Unknown("The reflog of " + Quoted(ref) + " does not go back that far.");
    return *sha;
  }

  Sha Suffix(const Sha& sha) {
    if (rest_.starts_with("^{")) return Behind(sha, TakeBraces(1));
    const char sign = rest_.front();
    if (sign != '^' && sign != '~') Unknown();
    rest_.remove_prefix(1);
    const std::size_t digits = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    const auto number = digits == 0 ? 1 : Number(rest_.substr(0, digits));
    if (!number) Unknown();
    rest_.remove_prefix(digits);
    const Sha at = Convert(sha, Wanted::kCommit);
    if (sign == '^') return *number == 0 ? at : Parent(at, *number);
    return FirstAncestor(at, *number);
  }

  Sha FirstAncestor(const Sha& commit, std::size_t steps) const {
    if (steps == 0) return commit;
    CommitGraph graph(source_);
    CommitGraph::Index at = graph.Find(commit);
    for (std::size_t i = 0; i < steps; ++i) {
      const auto parents = graph.Parents(at);
      if (parents.empty()) Unknown("Commit " + Hex(graph.Id(at)) + " has no parent.");
      at = parents.front();
    }
    return graph.Id(at);
  }

  Sha Parent(const Sha& commit, std::size_t number) const {
    const auto links = source_.Links(commit);
    if (!links) {
      throw Error(ErrorCode::kIntegrity, "commit " + Quoted(Hex(commit)) + " is missing");
    }
    const std::size_t count = links->parents.size();
    if (number > count) {
      Unknown("Commit " + Hex(commit) + " has " +
              (count == 0 ? "no parent."
                          : std::to_string(count) + (count == 1 ? " parent." : " parents.")));
    }
    return links->parents[number - 1];
  }

  Sha Behind(const Sha& sha, std::string_view what) const {
    if (what.starts_with('/')) {
      return Latest({Convert(sha, Wanted::kCommit)}, what.substr(1));
    }
    if (what.empty()) return Peel(source_.Objects(), sha);
    if (what == "object") return sha;
    if (what == "commit") return Convert(sha, Wanted::kCommit);
    if (what == "tree") return Convert(sha, Wanted::kTree);
    const auto type = ObjectTypeFromName(what);
    if (!type) Unknown("There is no type " + Quoted(what) + '.');
    const Sha peeled = *type == ObjectType::kTag ? sha : Peel(source_.Objects(), sha);
    if (TypeOf(source_.Objects(), peeled) != *type)
      Unknown("It is not a " + std::string(what) + '.');
    return peeled;
  }

  Sha At(const Sha& tree, std::string_view path, Wanted wanted) const {
    const auto entry = FindPath(source_.Objects(), tree, path);
    if (!entry) Unknown("There is no path " + Quoted(path) + " in it.");
    return Convert(entry->sha, wanted);
  }

  Sha Convert(const Sha& sha, Wanted wanted) const {
    if (wanted == Wanted::kObject) return sha;
    ObjectStore& store = source_.Objects();
    const Sha peeled = Peel(store, sha);
    const auto object = store.Find(peeled);
    if (object->type == ObjectType::kCommit) {
      return wanted == Wanted::kCommit ? peeled : DecodeCommit(object->content).tree;
    }
    if (object->type == ObjectType::kTree && wanted == Wanted::kTree) return peeled;
    Unknown("It is a " + std::string(ObjectTypeName(object->type)) + ", not a " +
            (wanted == Wanted::kTree ? "tree." : "commit."));
  }

  std::vector<Sha> AllRefs() const {
    std::vector<Sha> tips;
    for (const std::string& name : source_.RefNames()) {
      const Sha tip = Peel(source_.Objects(), source_.Ref(name).value());
      if (TypeOf(source_.Objects(), tip) == ObjectType::kCommit) tips.push_back(tip);
    }
    return tips;
  }

  Sha Latest(const std::vector<Sha>& tips, std::string_view words) const {
    CommitGraph graph(source_);
    for (const Sha& sha : RevList(graph, {.include = tips})) {
      if (source_.Objects().ReadCommit(sha).message.find(words) != std::string::npos) return sha;
    }
    Unknown("No commit's message there holds " + Quoted(words) + '.');
  }

  RevisionSource& source_;
  std::string_view text_;
  std::string_view rest_;
};

}  // namespace

Sha ParseRevision(RevisionSource& source, std::string_view text, Wanted wanted) {
  return Parser(source, text).Parse(wanted);
}

RevisionRange ParseRange(RevisionSource& source, std::string_view text) {
  const auto end = [&](std::string_view name) {
    return ParseRevision(source, name.empty() ? "HEAD" : name);
  };
  if (text.starts_with('^') && text.size() > 1) return {.exclude = {end(text.substr(1))}};
  const std::size_t dots = text.starts_with(":/") ? std::string_view::npos : text.find("..");
  if (dots == std::string_view::npos) return {.include = {end(text)}};
  const bool symmetric = text.substr(dots).starts_with("...");
  const Sha a = end(text.substr(0, dots));
  const Sha b = end(text.substr(dots + (symmetric ? 3 : 2)));
  if (!symmetric) return {.include = {b}, .exclude = {a}};
  CommitGraph graph(source);
  return {.include = {a, b}, .exclude = MergeBases(graph, a, b), .symmetric = true};
}

Sha Peel(ObjectStore& store, Sha sha) {
  while (true) {
    const auto object = store.Find(sha);
    if (!object) throw Error(ErrorCode::kIntegrity, "object " + Quoted(Hex(sha)) + " is missing");
    if (object->type != ObjectType::kTag) return sha;
    sha = DecodeTag(object->content).object;
  }
}

}  // namespace pggit
