#include "core/history/align_trees.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include "core/base/identifier.h"
#include "core/ddl/definition.h"
#include "core/ddl/lexer.h"
#include "core/merge/net_renames.h"
#include "core/model/path.h"

namespace pggit {
namespace {

bool IsDefinition(const std::string& path) {
  return path.ends_with(".sql") && !path.starts_with(kOwnFiles);
}

// Every name in what was told. Nearly everything lies in public: that tells nothing.
std::set<std::string> NamesIn(const std::vector<std::string>& told) {
  std::set<std::string> names;
  for (const std::string& text : told) {
    const std::vector<Token> tokens = Lex(text);
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
      const bool has_name = tokens[i].kind == TokenKind::kWord ||
                            tokens[i].kind == TokenKind::kQuoted ||
                            tokens[i].kind == TokenKind::kString;
      // A word with another behind it says of what kind the thing is.
      const bool is_kind = tokens[i + 1].kind == TokenKind::kWord ||
                           tokens[i + 1].kind == TokenKind::kQuoted ||
                           tokens[i + 1].kind == TokenKind::kString;
      if (has_name && !is_kind && tokens[i].value != "public") names.insert(tokens[i].value);
    }
  }
  return names;
}

/// What of a merge's trees has to do with its renames: the definitions that hold one of the names,
/// or the name of such a table, which may hand its columns down.
class Concerned {
 public:
  Concerned(ObjectStore& store, const std::vector<std::string>& told)
      : store_(store), names_(NamesIn(told)) {}

  void Read(const Paths& paths, Schema& schema) {
    for (const auto& [path, entry] : paths) {
      if (IsDefinition(path)) texts_.emplace_back(store_.Read(entry.sha, ObjectType::kBlob));
    }
    for (bool more = true; more;) {
      more = false;
      std::vector<std::string> rest;
      for (std::string& text : texts_) {
        if (!Speaks(text)) {
          rest.push_back(std::move(text));
          continue;
        }
        Object object = ParseDefinition(text);
        const bool parent = object.id.kind == Kind::kTable || object.id.kind == Kind::kForeignTable;
        more = (parent && names_.insert(object.id.name).second) || more;
        schema.objects.insert_or_assign(object.id, std::move(object));
      }
      texts_ = std::move(rest);
    }
    texts_.clear();
  }

 private:
  // A name with a quote in it is written with two.
  bool Speaks(const std::string& text) const {
    return std::ranges::any_of(names_, [&](const std::string& name) {
      return text.find(name) != std::string::npos ||
             (name.find_first_of("\"'") != std::string::npos &&
              (text.find(QuoteIdentifier(name)) != std::string::npos ||
               text.find(QuoteLiteral(name)) != std::string::npos));
    });
  }

  ObjectStore& store_;
  std::set<std::string> names_;
  std::vector<std::string> texts_;
};

Schema SchemaOf(ObjectStore& store, const Sha& tree, const std::vector<std::string>& told) {
  Schema schema;
  Concerned(store, told).Read(ReadPaths(store, tree), schema);
  return schema;
}

PathChanges ChangesBetween(ObjectStore& store, const Schema& before, const Schema& after) {
  PathChanges changes;
  for (const auto& [id, object] : before.objects) {
    if (!after.objects.contains(id)) changes[PathOf(id)] = std::nullopt;
  }
  for (const auto& [id, object] : after.objects) {
    const auto was = before.objects.find(id);
    if (was != before.objects.end() && was->second == object) continue;
    changes[PathOf(id)] = {Mode::kFile, store.Write(ObjectType::kBlob, RenderDefinition(object))};
  }
  return changes;
}

std::vector<std::string> AllOf(const MergeRenames& renames) {
  std::vector<std::string> all = renames.ours;
  std::ranges::copy(renames.theirs, std::back_inserter(all));
  return all;
}

}  // namespace

AlignedTrees AlignTrees(ObjectStore& store, const std::optional<Sha>& base, const Sha& ours,
                        const Sha& theirs, const MergeRenames& renames, const Favours& favours) {
  AlignedTrees trees{base, ours, theirs, {}, {}, {}};
  if (!base || renames.empty()) return trees;
  const std::vector<std::string> told = AllOf(renames);
  const Schema schemas[] = {SchemaOf(store, *base, told), SchemaOf(store, ours, told),
                            SchemaOf(store, theirs, told)};
  AlignedSchemas aligned = Align(schemas[0], schemas[1], schemas[2], renames, favours);
  trees.base = UpdateTrees(store, base, ChangesBetween(store, schemas[0], aligned.base));
  trees.changes = ChangesBetween(store, schemas[1], aligned.ours);
  trees.ours = UpdateTrees(store, ours, trees.changes);
  trees.theirs = UpdateTrees(store, theirs, ChangesBetween(store, schemas[2], aligned.theirs));
  trees.conflicts = std::move(aligned.conflicts);
  trees.told = std::move(aligned.told);
  return trees;
}

MergeRenames RenamesOfTrees(ObjectStore& store, const std::optional<Sha>& base, const Sha& ours,
                            const Sha& theirs, const std::vector<std::string>& told) {
  if (!base || told.empty()) return {};
  return RenamesOfSides(SchemaOf(store, *base, told), SchemaOf(store, ours, told),
                        SchemaOf(store, theirs, told), told);
}

std::vector<std::string> RenamesBetweenTrees(ObjectStore& store, const Sha& from, const Sha& to,
                                             const std::vector<std::string>& told) {
  if (told.empty()) return {};
  const Schema before = SchemaOf(store, from, told);
  return NetRenames(before, SchemaOf(store, to, told), told).Told(before);
}

std::vector<std::string> RenamesBackBetweenTrees(ObjectStore& store, const Sha& from, const Sha& to,
                                                 const std::vector<std::string>& told) {
  if (told.empty()) return {};
  const Schema before = SchemaOf(store, from, told);
  const Schema after = SchemaOf(store, to, told);
  return RenameAll(before, after, NetRenames(before, after, told).Told(before)).back;
}

}  // namespace pggit
