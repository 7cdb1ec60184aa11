#include "core/model/path.h"

#include <utility>

#include "core/model/path_component.h"
#include "core/model/signature.h"

namespace pggit {
namespace {

// No schema's directory has this name: PathComponent escapes it.
constexpr std::string_view kDatabase = "_database";
constexpr std::string_view kSchemaFile = "schema";
constexpr std::string_view kSuffix = ".sql";

// Takes what stands before the next slash off `path`; nothing when there is none.
std::optional<std::string_view> TakeDirectory(std::string_view& path) {
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const std::string_view directory = path.substr(0, slash);
  path.remove_prefix(slash + 1);
  return directory;
}

// An object whose schema is known, from what follows: tables/users.
std::optional<ObjectId> InDirectory(std::string schema, std::string_view rest) {
  const auto directory = TakeDirectory(rest);
  const auto kind = directory ? KindFromDirectory(*directory) : std::nullopt;
  const auto name = NameInPath(rest);
  if (!kind || *kind == Kind::kSchema || !name) return std::nullopt;
  if (KindHasSchema(*kind) == schema.empty()) return std::nullopt;
  const std::size_t signature = FindSignature(*kind, *name);
  if (signature == std::string::npos) return std::nullopt;
  if ((signature == 0) != KindIsNamedBySignature(*kind)) return std::nullopt;
  return ObjectId{*kind, std::move(schema), name->substr(0, signature), name->substr(signature)};
}

}  // namespace

std::string PathOf(const ObjectId& id) {
  std::string path;
  if (id.kind == Kind::kSchema) {
    path = PathComponent(id.name) + '/';
    path += kSchemaFile;
  } else {
    path = KindHasSchema(id.kind) ? PathComponent(id.schema) : std::string(kDatabase);
    path += '/';
    path += KindDirectory(id.kind);
    path += '/' + PathComponent(id.name + id.signature);
  }
  path += kSuffix;
  return path;
}

std::optional<ObjectId> FromPath(std::string_view path) {
  if (!path.ends_with(kSuffix)) return std::nullopt;
  path.remove_suffix(kSuffix.size());
  const auto first = TakeDirectory(path);
  if (!first) return std::nullopt;
  if (*first == kDatabase) return InDirectory("", path);
  auto schema = NameInPath(*first);
  if (!schema || schema->empty()) return std::nullopt;
  if (path == kSchemaFile) return ObjectId{Kind::kSchema, "", *std::move(schema), ""};
  return InDirectory(*std::move(schema), path);
}

}  // namespace pggit
