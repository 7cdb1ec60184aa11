// pggit.log(), pggit.show(), pggit.tag(): the history as a person looks at it.

#include <algorithm>
#include <span>

#include "core/base/text_diff.h"
#include "core/catalog/cells.h"
#include "core/history/ref_name.h"
#include "core/history/rev_list.h"
#include "core/store/tag.h"
#include "extension/conflict_text.h"
#include "extension/revision_args.h"
#include "extension/working_state.h"

namespace pggit {
namespace {

constexpr std::size_t kCommitsAtOnce = 200;

/// Short names of the refs that point at each commit, as log shows them beside it.
std::map<Sha, std::vector<std::string>> Decorations(Repository& repository) {
  std::map<Sha, std::vector<std::string>> names;
  for (const auto& [name, sha] : repository.Refs()) {
    const Sha target = Peel(repository.Objects(), sha);
    const bool is_tag = name.starts_with(kTags);
    names[target].push_back((is_tag ? "tag: " : "") + std::string(ShortRefName(name)));
  }
  return names;
}

void Log(FunctionCallInfo fcinfo, ResultSet& result) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  const RevisionRange range = ParseRange(repository, RevisionArg(fcinfo, 0));
  RevListQuery query{.include = range.include, .exclude = range.exclude};
  const bool by_object = !PG_ARGISNULL(2);
  std::size_t limit = query.limit;
  if (!PG_ARGISNULL(1)) limit = CountArg(fcinfo, 1);
  std::map<Sha, const char*> changes;
  if (by_object && !query.include.empty()) {
    changes = repository.ChangesOf(PathIn(repository, query.include.front(), TextArg(fcinfo, 2)));
  }
  if (!by_object) query.limit = limit;
  CommitGraph graph(repository);
  const auto names = Decorations(repository);
  std::vector<Sha> list = RevList(graph, query);
  if (by_object) std::erase_if(list, [&](const Sha& sha) { return !changes.contains(sha); });
  if (list.size() > limit) list.resize(limit);
  std::map<Sha, Commit> commits;
  for (std::size_t i = 0; i < list.size(); ++i) {
    PollInterrupts();
    if (i % kCommitsAtOnce == 0) {
      commits = repository.Objects().ReadCommits(
          std::span(list).subspan(i, std::min(kCommitsAtOnce, list.size() - i)));
    }
    const Sha& sha = list[i];
    const Commit& commit = commits.at(sha);
    std::vector<std::string> parents;
    for (const Sha& parent : commit.parents) parents.push_back(Hex(parent));
    const auto decoration = names.find(sha);
    result.Add(
        {Hex(sha), PersonText(commit.author), UtcText(commit.author.seconds),
         UtcText(commit.committer.seconds), commit.message, ArrayText(parents),
         ArrayText(decoration == names.end() ? std::vector<std::string>() : decoration->second)});
  }
}

void Show(const std::string& revision, ResultSet& result) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  SpiObjectStore& objects = repository.Objects();
  const Sha sha = ParseRevision(repository, revision);
  const Commit commit = objects.ReadCommit(sha);
  TextRow row = {Hex(sha),
                 PersonText(commit.author),
                 UtcText(commit.author.seconds),
                 commit.message,
                 {},
                 {},
                 {},
                 {}};
  const auto differences = DiffTrees(objects, repository.ParentTree(commit), commit.tree);
  if (differences.empty()) result.Add(row);
  for (const auto& [path, before, after] : differences) {
    PollInterrupts();
    row[4] = path;
    row[5] = TypeAtPath(path);
    row[6] = ChangeKind(before.has_value(), after.has_value());
    row[7] = UnifiedDiff(path, ContentOf(objects, before), ContentOf(objects, after));
    result.Add(row);
  }
}

std::string MakeTag(FunctionCallInfo fcinfo) {
  if (PG_ARGISNULL(0)) throw Error(ErrorCode::kInvalidArgument, "name must not be null");
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  const std::string name = TextArg(fcinfo, 0);
  const std::string ref = TagRef(name);
  Sha target = ParseRevision(repository, RevisionArg(fcinfo, 1));
  if (repository.Ref(ref)) {
    throw Error(ErrorCode::kInvalidArgument, "tag \"" + name + "\" already exists", {},
                "Choose another name.");
  }
  if (!PG_ARGISNULL(2)) {
    Tag tag;
    tag.object = target;
    tag.name = name;
    tag.tagger = repository.Author();
    tag.message = CleanMessage(TextArg(fcinfo, 2));
    target = repository.Store(ObjectType::kTag, EncodeTag(tag));
  }
  repository.MoveRef(ref, std::nullopt, target, "tag");
  return Hex(target);
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_log) {
  pggit::ResultSet result(fcinfo);
  pggit::Log(fcinfo, result);
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_show) {
  pggit::ResultSet result(fcinfo);
  pggit::Show(pggit::TextArg(fcinfo, 0), result);
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_tag) {
  const std::string sha = pggit::MakeTag(fcinfo);
  return pggit::TextDatum(sha);
}
