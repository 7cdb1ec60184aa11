#include "core/catalog/server_identity.h"

#include <string>
#include <utility>
#include <vector>

namespace pggit {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// The first place outside quotes where `word` stands.
std::size_t FindUnquoted(std::string_view text, std::string_view word) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (!quoted && text.substr(i).starts_with(word)) return i;
  }
  return kNone;
}

std::string_view After(std::string_view text, std::string_view word) {
  const std::size_t at = FindUnquoted(text, word);
  return at == kNone ? std::string_view() : text.substr(at + word.size());
}

std::string Unquoted(std::string_view name) {
  if (name.size() < 2 || !name.starts_with('"')) return std::string(name);
  std::string result;
  for (std::size_t i = 1; i + 1 < name.size(); ++i) {
    result += name[i];
    if (name[i] == '"') ++i;
  }
  return result;
}

// The names of `a."B.c".d`.
std::vector<std::string> Names(std::string_view text) {
  std::vector<std::string> names;
  while (true) {
    const std::size_t dot = FindUnquoted(text, ".");
    names.push_back(Unquoted(text.substr(0, dot)));
    if (dot == kNone) return names;
    text.remove_prefix(dot + 1);
  }
}

// Types as signatures have them: those of pg_catalog go without their schema.
std::string WithoutCatalog(std::string_view types) {
  constexpr std::string_view kPrefix = "pg_catalog.";
  std::string result;
  bool quoted = false;
  for (std::size_t i = 0; i < types.size(); ++i) {
    const bool starts = i == 0 || types[i - 1] == '(' || types[i - 1] == ',' || types[i - 1] == ' ';
    if (!quoted && starts && types.substr(i).starts_with(kPrefix)) i += kPrefix.size();
    if (types[i] == '"') quoted = !quoted;
    result += types[i];
  }
  return result;
}

std::optional<IdentifiedObject> Named(Kind kind, std::string_view name,
                                      std::string_view signature = {}) {
  ObjectId id{kind, "", "", WithoutCatalog(signature)};
  if (!KindHasSchema(kind)) {
    id.name = Unquoted(name);
    return IdentifiedObject{std::move(id)};
  }
  std::vector<std::string> names = Names(name);
  if (names.size() < 2) return std::nullopt;
  id.schema = std::move(names[0]);
  id.name = std::move(names[1]);
  return IdentifiedObject{std::move(id)};
}

std::optional<IdentifiedObject> Signed(Kind kind, std::string_view signature) {
  return IdentifiedObject{{kind, "", "", WithoutCatalog(signature)}};
}

// The relation that `name` says, whichever kind it is.
std::optional<IdentifiedObject> SomeRelation(std::string_view name) {
  auto found = Named(Kind::kTable, name);
  if (found) found->kind_is_guess = true;
  return found;
}

// `name` and a signature that begins with `open`: public.f(integer), public.o USING btree.
std::optional<IdentifiedObject> WithSignature(Kind kind, std::string_view identity,
                                              std::string_view open) {
  const std::size_t at = FindUnquoted(identity, open);
  if (at == kNone) return std::nullopt;
  return Named(kind, identity.substr(0, at), identity.substr(at));
}

// "joe on server s": both may be quoted.
std::optional<IdentifiedObject> UserMapping(std::string_view identity) {
  constexpr std::string_view kOn = " on server ";
  const std::size_t at = FindUnquoted(identity, kOn);
  if (at == kNone) return std::nullopt;
  const std::string_view role = identity.substr(0, at);
  return Signed(Kind::kUserMapping, "FOR " + std::string(role == "public" ? "PUBLIC" : role) +
                                        " SERVER " + std::string(identity.substr(at + kOn.size())));
}

// "for hstore on language plperl".
std::optional<IdentifiedObject> Transform(std::string_view identity) {
  constexpr std::string_view kOn = " on language ";
  const std::size_t at = FindUnquoted(identity, kOn);
  if (at == kNone || !identity.starts_with("for ")) return std::nullopt;
  return Signed(Kind::kTransform, "FOR " + WithoutCatalog(identity.substr(4, at - 4)) +
                                      " LANGUAGE " + std::string(identity.substr(at + kOn.size())));
}

struct WholeObject {
  std::string_view type;
  Kind kind;
};

// What the server calls otherwise than SQL does; the rest is KindName() in small letters.
constexpr WholeObject kOtherNames[] = {
    {"composite type", Kind::kType},
    {"foreign-data wrapper", Kind::kForeignDataWrapper},
    {"statistics object", Kind::kStatistics},
};

std::optional<Kind> WholeKind(std::string_view type) {
  for (const WholeObject& other : kOtherNames) {
    if (other.type == type) return other.kind;
  }
  std::string upper;
  for (const char c : type) {
    upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return KindFromName(upper);
}

std::optional<IdentifiedObject> Whole(Kind kind, std::string_view identity) {
  switch (kind) {
    case Kind::kFunction:
    case Kind::kProcedure:
    case Kind::kAggregate:
    case Kind::kOperator: return WithSignature(kind, identity, "(");
    case Kind::kOperatorClass:
    case Kind::kOperatorFamily: return WithSignature(kind, identity, " USING ");
    case Kind::kCast: return Signed(kind, identity);
    case Kind::kUserMapping: return UserMapping(identity);
    case Kind::kTransform: return Transform(identity);
    case Kind::kDefaultPrivileges:
    case Kind::kSystemPrivileges: return std::nullopt;
    case Kind::kType: {
      auto found = Named(kind, identity);
      if (found) found->kind_is_guess = true;
      return found;
    }
    case Kind::kSchema:
    case Kind::kExtension:
    case Kind::kLanguage:
    case Kind::kAccessMethod:
    case Kind::kCollation:
    case Kind::kConversion:
    case Kind::kDomain:
    case Kind::kSequence:
    case Kind::kTextSearchParser:
    case Kind::kTextSearchTemplate:
    case Kind::kTextSearchDictionary:
    case Kind::kTextSearchConfiguration:
    case Kind::kForeignDataWrapper:
    case Kind::kServer:
    case Kind::kTable:
    case Kind::kForeignTable:
    case Kind::kView:
    case Kind::kMaterializedView:
    case Kind::kStatistics:
    case Kind::kPublication:
    case Kind::kSubscription:
    case Kind::kEventTrigger: return Named(kind, identity);
  }
  return std::nullopt;
}

}  // namespace

std::optional<IdentifiedObject> IdentifyObject(std::string_view type, std::string_view identity) {
  constexpr std::string_view kColumn = " column";
  if (type == "table constraint" || type == "trigger" || type == "rule" || type == "policy") {
    return SomeRelation(After(identity, " on "));
  }
  if (type == "default value") return SomeRelation(After(identity, "for "));
  if (type == "domain constraint") return Named(Kind::kDomain, After(identity, " on "));
  if (type == "publication relation" || type == "publication namespace") {
    return Named(Kind::kPublication, After(identity, " in publication "));
  }
  if (type == "operator of access method" || type == "function of access method") {
    return WithSignature(Kind::kOperatorFamily, After(identity, " of "), " USING ");
  }
  if (type.ends_with(kColumn)) type.remove_suffix(kColumn.size());
  const auto kind = WholeKind(type);
  if (!kind) return std::nullopt;
  return Whole(*kind, identity);
}

}  // namespace pggit
