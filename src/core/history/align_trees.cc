#include "core/history/align_trees.h"

#include <algorithm>
#include <cstddef>
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

bool MayName(const Token& token) {
  return IsName(token) || token.kind == TokenKind::kString;
}

// Every name in what was told. Nearly everything lies in public: that tells nothing.
std::set<std::string> NamesIn(const std::vector<std::string>& told) {
  std::set<std::string> names;
  for (const std::string& text : told) {
    const std::vector<Token> tokens = Lex(text);
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
      // A word with another behind it says of what kind the thing is.
      const bool is_kind = MayName(tokens[i + 1]);
      if (MayName(tokens[i]) && !is_kind && tokens[i].value != "public")
        names.insert(tokens[i].value);
    }
  }
  return names;
}

bool IsOfName(char c) {
  return c == '_' || c == '$' || ('0' <= c && c <= '9') || ('A' <= c && c <= 'Z') ||
         ('a' <= c && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Whether it stands in the text, and not as a part of another name.
bool Stands(const std::string& text, const std::string& name) {
  for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos; ++at) {
    const std::size_t end = at + name.size();
    const bool begins = at == 0 || !IsOfName(text[at - 1]) || !IsOfName(name.front());
    const bool ends = end == text.size() || !IsOfName(text[end]) || !IsOfName(name.back());
    if (begins && ends) return true;
  }
  return false;
}

bool Speaks(const std::string& text, const std::set<std::string>& names) {
  return std::ranges::any_of(names, [&](const std::string& name) {
    // A name with a quote in it is written with two.
    return Stands(text, name) || (name.find_first_of("\"'") != std::string::npos &&
                                  (text.find(QuoteIdentifier(name)) != std::string::npos ||
                                   text.find(QuoteLiteral(name)) != std::string::npos));
  });
}

bool MayInherit(const std::string& text) {
  return text.find("INHERITS") != std::string::npos ||
         text.find("PARTITION OF") != std::string::npos;
}

/// What of a merge's trees has to do with its renames: the definitions that hold one of the names,
/// and the tables that such a table may hand its columns down to.
class Concerned {
 public:
  Concerned(ObjectStore& store, const std::vector<std::string>& told)
      : store_(store), names_(NamesIn(told)) {}

  Schema Read(const Sha& tree) {
    Schema schema;
    std::set<std::string> parents;
    std::vector<std::string> heirs;
    for (const auto& [path, entry] : ReadPaths(store_, tree)) {
      if (!IsDefinitionPath(path) || silent_.contains(entry.sha)) continue;
      std::string text = store_.Read(entry.sha, ObjectType::kBlob);
      if (Speaks(text, names_)) {
        Add(schema, text, parents);
      } else if (MayInherit(text)) {
        heirs.push_back(std::move(text));
      } else {
        silent_.insert(entry.sha);
      }
    }
    for (bool more = true; more;) {
      more = false;
      std::vector<std::string> rest;
      for (std::string& text : heirs) {
        if (Speaks(text, parents)) {
          Add(schema, text, parents);
          more = true;
        } else {
          rest.push_back(std::move(text));
        }
      }
      heirs = std::move(rest);
    }
    return schema;
  }

 private:
  static void Add(Schema& schema, const std::string& text, std::set<std::string>& parents) {
    Object object = ParseDefinition(text);
    ObjectId id = object.id;
    if (id.kind == Kind::kTable || id.kind == Kind::kForeignTable) parents.insert(id.name);
    schema.objects.insert_or_assign(std::move(id), std::move(object));
  }

  ObjectStore& store_;
  const std::set<std::string> names_;
  std::set<Sha> silent_;  // Most lie in all of the trees.
};

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
  Concerned concerned(store, told);
  const Schema schemas[] = {concerned.Read(*base), concerned.Read(ours), concerned.Read(theirs)};
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
  Concerned concerned(store, told);
  const Schema before = concerned.Read(*base);
  const Schema here = concerned.Read(ours);
  return RenamesOfSides(before, here, concerned.Read(theirs), told);
}

std::vector<std::string> RenamesBetweenTrees(ObjectStore& store, const Sha& from, const Sha& to,
                                             const std::vector<std::string>& told) {
  if (told.empty()) return {};
  Concerned concerned(store, told);
  const Schema before = concerned.Read(from);
  return NetRenames(before, concerned.Read(to), told).Told(before);
}

std::vector<std::string> RenamesBackBetweenTrees(ObjectStore& store, const Sha& from, const Sha& to,
                                                 const std::vector<std::string>& told) {
  if (told.empty()) return {};
  Concerned concerned(store, told);
  const Schema before = concerned.Read(from);
  const Schema after = concerned.Read(to);
  return RenameAll(before, after, NetRenames(before, after, told).Told(before)).back;
}

}  // namespace pggit
