// pggit.bisect_start() and what follows: the search for the commit that broke something.

#include "core/base/error.h"
#include "core/catalog/cells.h"
#include "core/history/bisect.h"
#include "extension/array_datum.h"
#include "extension/repository.h"
#include "extension/revision_args.h"

namespace pggit {
namespace {

const char* NameOf(BisectStep::Kind kind) {
  switch (kind) {
    case BisectStep::Kind::kWaiting: return "waiting";
    case BisectStep::Kind::kMergeBase: return "merge_base";
    case BisectStep::Kind::kTesting: return "testing";
    case BisectStep::Kind::kFound: return "found";
    case BisectStep::Kind::kUndecided: return "undecided";
  }
  throw InternalError("unknown step of a search");
}

/// The search of the session user.
class Search {
 public:
  Search() : repository_(spi_) { repository_.RequireInitialised(); }

  Repository& repository() { return repository_; }

  void Begin() {
    (void)End();
    const uint64 begun = repository_.Write(
        "INSERT INTO pggit_v0.bisects (started_by, started_at) "
        "SELECT session_user, pg_catalog.clock_timestamp() ON CONFLICT DO NOTHING",
        {});
    if (begun == 0) Raced();
  }

  bool End() {
    repository_.Write("DELETE FROM pggit_v0.bisect_marks WHERE started_by = session_user", {});
    return repository_.Write("DELETE FROM pggit_v0.bisects WHERE started_by = session_user", {}) >
           0;
  }

  /// Throws Error(kInvalidArgument) when there is none.
  void Require() {
    if (!spi_.Query("SELECT 1 FROM pggit_v0.bisects WHERE started_by = session_user").empty()) {
      return;
    }
    throw Error(ErrorCode::kInvalidArgument, "no search is under way", {},
                "Begin one with pggit.bisect_start(bad, good).");
  }

  /// The same. Others of the same user wait from now on.
  void Hold() {
    repository_.Write("SELECT FROM pggit_v0.bisects WHERE started_by = session_user FOR UPDATE",
                      {});
    Require();
  }

  void Mark(const std::string& term, const Sha& commit) {
    const uint64 added = repository_.Write(
        "INSERT INTO pggit_v0.bisect_marks (started_by, position, term, commit_sha, marked_at) "
        "SELECT session_user, 1 + coalesce((SELECT pg_catalog.max(position) FROM "
        "pggit_v0.bisect_marks WHERE started_by = session_user), 0), $1, $2::pggit_v0.sha, "
        "pg_catalog.clock_timestamp() ON CONFLICT DO NOTHING",
        {term, Hex(commit)});
    if (added == 0) Raced();
  }

  BisectStep Next() {
    CommitGraph graph(repository_);
    return NextToTest(graph, Marks());
  }

 private:
  [[noreturn]] static void Raced() {
    throw Error(ErrorCode::kSerializationFailure, "the search went on in another session", {},
                "Look at it with pggit.bisect_log(), then try again.");
  }

  // What was said of a commit last counts; the latest bad one is where the search goes on.
  BisectMarks Marks() {
    BisectMarks marks;
    std::set<Sha> good;
    for (const TextRow& row : spi_.Query("SELECT term, commit_sha FROM pggit_v0.bisect_marks "
                                         "WHERE started_by = session_user ORDER BY position")) {
      const Sha sha = ParseSha(*row[1]).value();
      marks.skipped.erase(sha);
      if (row[0] == "bad") marks.bad = sha;
      if (row[0] == "bad" && !marks.first_bad) marks.first_bad = sha;
      if (row[0] == "good") good.insert(sha);
      if (row[0] == "skip") marks.skipped.insert(sha);
    }
    marks.good.assign(good.begin(), good.end());
    return marks;
  }

  Spi spi_;
  Repository repository_;
};

void Answer(Search& search, ResultSet& result) {
  const BisectStep step = search.Next();
  std::optional<std::string> sha;
  std::optional<std::string> subject;
  if (step.commit) {
    sha = Hex(*step.commit);
    subject = Subject(search.repository().Objects().ReadCommit(*step.commit).message);
  }
  std::vector<std::string> suspects;
  for (const Sha& suspect : step.suspects) suspects.push_back(Hex(suspect));
  result.Add({NameOf(step.kind), sha, subject, std::to_string(step.remaining),
              std::to_string(step.steps), ArrayText(suspects)});
}

void Start(FunctionCallInfo fcinfo, ResultSet& result) {
  Search search;
  search.Begin();
  if (const auto bad = OptionalText(fcinfo, 0)) {
    search.Mark("bad", ParseRevision(search.repository(), *bad));
  }
  if (!PG_ARGISNULL(1)) {
    for (const std::string& good : TextArrayArg(fcinfo, 1)) {
      search.Mark("good", ParseRevision(search.repository(), good));
    }
  }
  Answer(search, result);
}

// The commit that is meant when none is named: the one to be tested.
Sha Tested(Search& search) {
  const BisectStep step = search.Next();
  if (step.commit && step.kind != BisectStep::Kind::kFound) return *step.commit;
  throw Error(ErrorCode::kInvalidArgument, "nothing is being tested", {},
              "Name the commit that you mean.");
}

void Say(FunctionCallInfo fcinfo, const std::string& term) {
  ResultSet result(fcinfo);
  Search search;
  search.Hold();
  const auto name = OptionalText(fcinfo, 0);
  search.Mark(term, name ? ParseRevision(search.repository(), *name) : Tested(search));
  Answer(search, result);
}

void Halve(const std::string& text, ResultSet& result) {
  Spi spi;
  Repository repository(spi);
  const RevisionRange range = ParseRange(repository, text);
  if (range.include.size() != 1) {
    throw Error(ErrorCode::kInvalidArgument, "\"" + text + "\" is not from one commit on", {},
                "Write it as GOOD..BAD.");
  }
  CommitGraph graph(repository);
  const auto half = FindHalf(graph, range.include.front(), range.exclude);
  if (!half) return;
  result.Add({Hex(half->commit), std::to_string(half->reaches), std::to_string(half->all),
              std::to_string(EstimatedSteps(half->all))});
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_bisect_start) {
  pggit::ResultSet result(fcinfo);
  pggit::Start(fcinfo, result);
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_bisect_good) {
  pggit::Say(fcinfo, "good");
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_bisect_bad) {
  pggit::Say(fcinfo, "bad");
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_bisect_skip) {
  pggit::Say(fcinfo, "skip");
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_bisect_next) {
  pggit::ResultSet result(fcinfo);
  pggit::Search search;
  search.Require();
  pggit::Answer(search, result);
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_bisect_reset) {
  pggit::Search search;
  return BoolGetDatum(search.End());
}

PGGIT_FUNCTION(pggit_rev_list_bisect) {
  pggit::ResultSet result(fcinfo);
  pggit::Halve(pggit::TextArg(fcinfo, 0), result);
  return pggit::VoidDatum();
}
