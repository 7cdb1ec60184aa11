#include "core/audit/renames_in_log.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/ddl/lexer.h"

namespace pggit {
namespace {

using Tokens = std::vector<Token>;
using Path = std::vector<std::string>;

/// What the server calls something, and where: of a part its name stands last.
struct Place {
  std::string type;  ///< "table column"; "value" for one of an enum.
  Path path;
  std::string signature = {};  ///< `(integer)`

  auto operator<=>(const Place&) const = default;
};

struct LoggedRename {
  Place before;
  Place after;
  std::string kind;  ///< As ParseRename() calls it.
};

bool IsPart(const std::string& type) {
  return type.ends_with(" column") || type.ends_with(" constraint") || type == "trigger" ||
         type == "policy" || type == "rule" || type == "value";
}

// public.users.email, public.f(integer), c on public.users
std::optional<Place> PlaceOf(const DdlCommand::Touched& touched) {
  const auto tokens = LexIfSql(touched.identity);
  if (!tokens || !IsName(tokens->front())) return std::nullopt;
  Place place{touched.type, {}, {}};
  std::string part;
  std::size_t i = 0;
  if (IsPart(touched.type) && IsWord((*tokens)[1], "on")) {
    part = tokens->front().value;
    i = 2;
  }
  for (; IsName((*tokens)[i]); i += 2) {
    place.path.push_back((*tokens)[i].value);
    const Token& next = (*tokens)[i + 1];
    if (IsSymbol(next, "(")) {
      place.signature = touched.identity.substr(next.begin);
    }
    if (!IsSymbol(next, ".")) break;
  }
  if (!part.empty()) place.path.push_back(part);
  if (place.path.empty()) return std::nullopt;
  return place;
}

/// `... RENAME [COLUMN] old TO new`, or `ALTER TABLE old RENAME TO new`: the names at its end.
struct Tail {
  std::string before;
  std::string after;
  bool is_value = false;
};

// The name of what a whole statement renames.
std::optional<std::string> ObjectNamed(const Tokens& tokens, std::size_t rename) {
  // TRIGGER, POLICY and RULE have theirs before ON.
  for (std::size_t i = 1; i < rename; ++i) {
    if (IsWord(tokens[i], "on") && IsName(tokens[i - 1])) return tokens[i - 1].value;
  }
  std::size_t last = rename - 1;
  if (tokens[last].value == ")") {
    int depth = 0;
    do {
      if (tokens[last].value == ")") ++depth;
      if (tokens[last].value == "(") --depth;
      if (last == 0) return std::nullopt;
      --last;
    } while (depth > 0);
  } else if (tokens[last].value == "*" && last > 0) {
    --last;
  }
  return IsName(tokens[last]) ? std::optional(tokens[last].value) : std::nullopt;
}

std::optional<Tail> TailOf(const std::string& statement) {
  const auto read = LexIfSql(statement);
  if (!read || !IsWord(read->front(), "alter")) return std::nullopt;
  const Tokens& tokens = *read;
  std::size_t end = tokens.size() - 1;
  while (end > 0 && tokens[end - 1].value == ";") --end;
  if (end > 0 && (IsWord(tokens[end - 1], "cascade") || IsWord(tokens[end - 1], "restrict"))) --end;
  if (end < 5 || !IsWord(tokens[end - 2], "to")) return std::nullopt;
  Tail tail;
  tail.after = tokens[end - 1].value;
  const std::size_t to = end - 2;
  if (IsWord(tokens[to - 1], "rename")) {
    const auto name = ObjectNamed(tokens, to - 1);
    if (!name) return std::nullopt;
    tail.before = *name;
    return tail;
  }
  tail.before = tokens[to - 1].value;
  tail.is_value = tokens[to - 1].kind == TokenKind::kString;
  const bool plain = IsWord(tokens[to - 2], "rename");
  const bool spoken = to >= 3 && IsWord(tokens[to - 3], "rename");
  return plain || spoken ? std::optional(tail) : std::nullopt;
}

std::string KindOf(const DdlCommand& command, const Place& place) {
  if (place.type == "composite type column") return "attribute";
  if (place.type.ends_with(" column")) return "column";
  if (place.type.ends_with(" constraint")) return "constraint";
  if (place.type == "type" && command.tag == "ALTER DOMAIN") return "domain";
  if (place.type == "statistics object") return "statistics";
  return place.type;
}

std::optional<LoggedRename> RenameOf(const DdlCommand& command) {
  if (command.touched.size() != 1 || !command.tag.starts_with("ALTER ")) return std::nullopt;
  const auto tail = TailOf(command.statement);
  auto place = tail ? PlaceOf(command.touched.front()) : std::nullopt;
  if (!place) return std::nullopt;
  if (tail->is_value) {
    place->type = "value";
    place->path.push_back(tail->after);
  }
  if (place->path.back() != tail->after) return std::nullopt;
  LoggedRename rename{*place, *place, KindOf(command, *place)};
  rename.before.path.back() = tail->before;
  return rename;
}

std::string TextOf(const LoggedRename& rename) {
  std::string text = rename.kind;
  for (const std::string& name : rename.before.path) {
    text += (&name == rename.before.path.data() ? ' ' : '.') + QuoteIdentifier(name);
  }
  return text + rename.before.signature + '=' + QuoteIdentifier(rename.after.path.back());
}

bool LiesIn(const Place& place, const Place& owner) {
  return place.path.size() > owner.path.size() &&
         std::equal(owner.path.begin(), owner.path.end(), place.path.begin());
}

/// Follows what was there before the commands.
class Follower {
 public:
  void Run(const DdlCommand& command) {
    if (const auto rename = RenameOf(command)) return Follow(*rename);
    const bool makes = command.tag.starts_with("CREATE") || command.tag.starts_with("DROP") ||
                       command.tag == "SELECT INTO" || command.tag.starts_with("IMPORT");
    const bool only_says = command.tag == "COMMENT" || command.tag == "SECURITY LABEL" ||
                           command.tag == "GRANT" || command.tag == "REVOKE";
    for (const DdlCommand::Touched& touched : command.touched) {
      if (!makes && (only_says || !IsPart(touched.type))) continue;
      if (const auto place = PlaceOf(touched)) End(*place);
    }
  }

  std::vector<std::string> Renames() const {
    std::vector<std::string> renames;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (!dead_.contains(i)) renames.push_back(texts_[i]);
    }
    return renames;
  }

 private:
  bool IsFresh(const Place& place) const {
    return std::ranges::any_of(fresh_, [&](const Place& fresh) {
      return fresh == place || (!IsPart(fresh.type) && LiesIn(place, fresh));
    });
  }

  // What lies in a thing goes along when it gets another name.
  static Place Moved(Place place, const LoggedRename& rename) {
    const Place& before = rename.before;
    if (place == before) return rename.after;
    const bool holds = !IsPart(before.type) && before.type != "index" && LiesIn(place, before);
    if (holds) std::ranges::copy(rename.after.path, place.path.begin());
    return place;
  }

  void Follow(const LoggedRename& rename) {
    const bool is_fresh = IsFresh(rename.before);
    std::set<Place> fresh;
    for (const Place& place : fresh_) fresh.insert(Moved(place, rename));
    std::map<Place, std::vector<std::size_t>> chains;
    for (auto& [place, chain] : chains_) chains[Moved(place, rename)] = std::move(chain);
    fresh_ = std::move(fresh);
    chains_ = std::move(chains);
    if (is_fresh) return;
    fresh_.erase(rename.after);
    chains_[rename.after].push_back(texts_.size());
    texts_.push_back(TextOf(rename));
  }

  // Something else has the name from now on, or nothing.
  void End(const Place& place) {
    for (auto chain = chains_.begin(); chain != chains_.end();) {
      const bool goes =
          chain->first == place || (!IsPart(place.type) && LiesIn(chain->first, place));
      if (goes) dead_.insert(chain->second.begin(), chain->second.end());
      chain = goes ? chains_.erase(chain) : std::next(chain);
    }
    fresh_.insert(place);
  }

  std::vector<std::string> texts_;
  std::set<std::size_t> dead_;
  std::map<Place, std::vector<std::size_t>> chains_;  // renames, by where they led
  std::set<Place> fresh_;
};

}  // namespace

std::vector<std::string> RenamesIn(const std::vector<DdlCommand>& commands) {
  Follower follower;
  for (const DdlCommand& command : commands) follower.Run(command);
  return follower.Renames();
}

}  // namespace pggit
