// The plumbing of pggit_v0: each function as the git command of its name.

#include "core/history/rev_list.h"
#include "core/store/paths.h"
#include "extension/array_datum.h"
#include "extension/repository.h"
#include "extension/revision_args.h"
#include "extension/sha_datum.h"

namespace pggit {
namespace {

std::string Octal(Mode mode) {
  const std::string_view digits = ModeText(mode);
  return std::string(6 - digits.size(), '0') + std::string(digits);
}

ObjectType TypeArg(FunctionCallInfo fcinfo, int index) {
  const std::string name = TextArg(fcinfo, index);
  const auto type = ObjectTypeFromName(name);
  if (!type) {
    throw Error(ErrorCode::kInvalidArgument, "object type \"" + name + "\" does not exist",
                "There are blob, tree, commit and tag.");
  }
  return *type;
}

RevOrder OrderArg(FunctionCallInfo fcinfo, int index) {
  const std::string name = TextArg(fcinfo, index);
  if (name == "time") return RevOrder::kTime;
  if (name == "date") return RevOrder::kTimeBelowChildren;
  if (name == "topo") return RevOrder::kLines;
  throw Error(ErrorCode::kInvalidArgument, "order \"" + name + "\" does not exist",
              "There are time, date and topo.");
}

std::string_view TypeAt(Mode mode) {
  if (mode == Mode::kDirectory) return "tree";
  return mode == Mode::kSubmodule ? "commit" : "blob";
}

std::vector<Sha> MergeBasesOf(FunctionCallInfo fcinfo) {
  Spi spi;
  Repository repository(spi);
  CommitGraph graph(repository);
  return MergeBases(graph, ParseRevision(repository, TextArg(fcinfo, 0)),
                    ParseRevision(repository, TextArg(fcinfo, 1)));
}

std::vector<Sha> RevListOf(FunctionCallInfo fcinfo) {
  Spi spi;
  Repository repository(spi);
  const RevisionRange range = ParseRange(repository, RevisionArg(fcinfo, 0));
  RevListQuery query{.include = range.include, .exclude = range.exclude};
  if (!PG_ARGISNULL(1)) query.limit = CountArg(fcinfo, 1);
  if (!PG_ARGISNULL(2)) query.skip = CountArg(fcinfo, 2);
  if (!PG_ARGISNULL(3)) query.order = OrderArg(fcinfo, 3);
  if (!PG_ARGISNULL(4)) query.first_parent = PG_GETARG_BOOL(4);
  CommitGraph graph(repository);
  return RevList(graph, query);
}

std::string WriteObject(ObjectType type, const std::string& content) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  return Hex(repository.Store(type, content));
}

std::string CommitTree(const std::string& tree, const std::vector<std::string>& parents,
                       const std::string& message) {
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  Commit commit;
  commit.tree = ParseRevision(repository, tree, Wanted::kTree);
  for (const std::string& parent : parents) {
    commit.parents.push_back(ParseRevision(repository, parent));
  }
  commit.author = commit.committer = repository.Author();
  commit.message = message;
  return Hex(repository.Store(ObjectType::kCommit, EncodeCommit(commit)));
}

// Where the caller expects the ref to be: anywhere (a null), nowhere (an empty text), there.
std::optional<Sha> Expected(FunctionCallInfo fcinfo, Repository& repository,
                            const std::string& name) {
  if (PG_ARGISNULL(2)) return repository.Ref(name);
  const std::string old = TextArg(fcinfo, 2);
  if (old.empty()) return std::nullopt;
  return ParseRevision(repository, old, Wanted::kObject);
}

void UpdateRef(FunctionCallInfo fcinfo) {
  if (PG_ARGISNULL(0)) throw Error(ErrorCode::kInvalidArgument, "the name must not be null");
  Spi spi;
  Repository repository(spi);
  repository.RequireInitialised();
  const std::string name = TextArg(fcinfo, 0);
  const std::optional<Sha> from = Expected(fcinfo, repository, name);
  std::optional<Sha> to;
  if (!PG_ARGISNULL(1)) {
    const bool branch = name.starts_with("refs/heads/");
    to = ParseRevision(repository, TextArg(fcinfo, 1), branch ? Wanted::kCommit : Wanted::kObject);
  }
  if (!from && !to) {
    throw Error(ErrorCode::kUnknownRevision, "ref \"" + name + "\" does not exist");
  }
  repository.MoveRef(name, from, to, PG_ARGISNULL(3) ? "update_ref" : TextArg(fcinfo, 3));
}

}  // namespace
}  // namespace pggit

PGGIT_FUNCTION(pggit_hash_object) {
  const std::string content = pggit::TextArg(fcinfo, 0);
  const pggit::ObjectType type = pggit::TypeArg(fcinfo, 1);
  pggit::CheckObject(type, content);
  return pggit::TextDatum(pggit::Hex(pggit::HashObject(type, content)));
}

PGGIT_FUNCTION(pggit_hash_object_write) {
  const std::string content = pggit::TextArg(fcinfo, 0);
  const pggit::ObjectType type = pggit::TypeArg(fcinfo, 1);
  pggit::CheckObject(type, content);
  if (!PG_GETARG_BOOL(2)) return pggit::TextDatum(pggit::Hex(pggit::HashObject(type, content)));
  return pggit::TextDatum(pggit::WriteObject(type, content));
}

PGGIT_FUNCTION(pggit_tree_content) {
  std::optional<pggit::StoredObject> object;
  {
    pggit::Spi spi;
    object = pggit::SpiObjectStore(spi).Find(pggit::ShaArg(fcinfo, 0));
  }
  if (!object || object->type != pggit::ObjectType::kTree) {
    fcinfo->isnull = true;
    return Datum{0};
  }
  return pggit::TextDatum(object->content);
}

PGGIT_FUNCTION(pggit_tree_items) {
  pggit::ResultSet result(fcinfo);
  pggit::Tree tree;
  {
    pggit::Spi spi;
    tree = pggit::SpiObjectStore(spi).ReadTree(pggit::ShaArg(fcinfo, 0));
  }
  for (const pggit::TreeEntry& entry : tree) {
    result.Add({entry.name, pggit::Octal(entry.mode), pggit::Hex(entry.sha)});
  }
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_cat_file) {
  pggit::ResultSet result(fcinfo);
  pggit::Spi spi;
  pggit::Repository repository(spi);
  const pggit::Sha sha =
      pggit::ParseRevision(repository, pggit::TextArg(fcinfo, 0), pggit::Wanted::kObject);
  const pggit::StoredObject object = repository.Objects().Find(sha).value();
  result.Add({std::string(pggit::ObjectTypeName(object.type)),
              std::to_string(object.content.size()), pggit::ByteaText(object.content)});
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_ls_tree) {
  pggit::ResultSet result(fcinfo);
  pggit::Spi spi;
  pggit::Repository repository(spi);
  const pggit::Sha tree =
      pggit::ParseRevision(repository, pggit::TextArg(fcinfo, 0), pggit::Wanted::kTree);
  const auto add = [&](const std::string& path, pggit::Mode mode, const pggit::Sha& sha) {
    result.Add({pggit::Octal(mode), std::string(pggit::TypeAt(mode)), pggit::Hex(sha), path});
  };
  if (PG_GETARG_BOOL(1)) {
    for (const auto& [path, entry] : pggit::ReadPaths(repository.Objects(), tree)) {
      add(path, entry.mode, entry.sha);
    }
  } else {
    for (const auto& entry : repository.Objects().ReadTree(tree)) {
      add(entry.name, entry.mode, entry.sha);
    }
  }
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_rev_parse) {
  std::string hex;
  {
    pggit::Spi spi;
    pggit::Repository repository(spi);
    hex = pggit::Hex(
        pggit::ParseRevision(repository, pggit::TextArg(fcinfo, 0), pggit::Wanted::kObject));
  }
  return pggit::TextDatum(hex);
}

PGGIT_FUNCTION(pggit_merge_base) {
  const std::vector<pggit::Sha> bases = pggit::MergeBasesOf(fcinfo);
  if (!bases.empty()) return pggit::TextDatum(pggit::Hex(bases.front()));
  fcinfo->isnull = true;
  return Datum{0};
}

PGGIT_FUNCTION(pggit_merge_bases) {
  std::vector<std::string> bases;
  for (const pggit::Sha& sha : pggit::MergeBasesOf(fcinfo)) bases.push_back(pggit::Hex(sha));
  return pggit::TextArrayDatum(bases);
}

PGGIT_FUNCTION(pggit_is_ancestor) {
  pggit::Spi spi;
  pggit::Repository repository(spi);
  pggit::CommitGraph graph(repository);
  const bool is =
      pggit::IsAncestor(graph, pggit::ParseRevision(repository, pggit::TextArg(fcinfo, 0)),
                        pggit::ParseRevision(repository, pggit::TextArg(fcinfo, 1)));
  return BoolGetDatum(is);
}

PGGIT_FUNCTION(pggit_rev_list) {
  pggit::ResultSet result(fcinfo);
  for (const pggit::Sha& sha : pggit::RevListOf(fcinfo)) result.Add({pggit::Hex(sha)});
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_diff_trees) {
  pggit::ResultSet result(fcinfo);
  pggit::Spi spi;
  pggit::Repository repository(spi);
  const auto tree = [&](int index) {
    return pggit::ParseRevision(repository, pggit::TextArg(fcinfo, index), pggit::Wanted::kTree);
  };
  const auto part = [](const std::optional<pggit::PathEntry>& side, bool mode) {
    if (!side) return std::optional<std::string>();
    return std::optional(mode ? pggit::Octal(side->mode) : pggit::Hex(side->sha));
  };
  for (const auto& [path, before, after] :
       pggit::DiffTrees(repository.Objects(), tree(0), tree(1))) {
    const char* const change = pggit::ChangeKind(before.has_value(), after.has_value());
    result.Add({path, change, part(before, true), part(after, true), part(before, false),
                part(after, false)});
  }
  return pggit::VoidDatum();
}

PGGIT_FUNCTION(pggit_commit_tree) {
  const std::string sha = pggit::CommitTree(
      pggit::TextArg(fcinfo, 0), pggit::TextArrayArg(fcinfo, 1), pggit::TextArg(fcinfo, 2));
  return pggit::TextDatum(sha);
}

PGGIT_FUNCTION(pggit_update_ref) {
  pggit::UpdateRef(fcinfo);
  return pggit::VoidDatum();
}
