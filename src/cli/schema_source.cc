#include "cli/schema_source.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <set>
#include <system_error>

#include "core/base/error.h"
#include "core/ddl/definition.h"
#include "core/ddl/document.h"
#include "core/model/format.h"
#include "core/model/path.h"

namespace pggit::cli {
namespace {

namespace fs = std::filesystem;

constexpr char kFormatFile[] = ".pggit/format";

[[noreturn]] void FailIo(const std::string& what, const fs::path& path, int reason) {
  throw Error(ErrorCode::kInternal, "cannot " + what + " \"" + path.string() + '"',
              std::strerror(reason));
}

std::string ReadAll(std::FILE* file, const fs::path& name) {
  std::string text;
  char buffer[65536];
  std::size_t got = 0;
  while ((got = std::fread(buffer, 1, sizeof buffer, file)) > 0) text.append(buffer, got);
  if (std::ferror(file) != 0) FailIo("read", name, errno);
  return text;
}

std::string ReadFile(const fs::path& path) {
  std::FILE* const file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) FailIo("read", path, errno);
  try {
    std::string text = ReadAll(file, path);
    std::fclose(file);
    return text;
  } catch (...) {
    std::fclose(file);
    throw;
  }
}

// Writes beside the file and renames over it: a reader sees the old text or the new.
void WriteFile(const fs::path& path, const std::string& text) {
  const fs::path fresh = path.string() + ".new";
  std::FILE* const file = std::fopen(fresh.c_str(), "wb");
  if (file == nullptr) FailIo("write", path, errno);
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  const bool kept = std::fflush(file) == 0 && written;
  const int reason = errno;
  const bool closed = std::fclose(file) == 0;
  if (!kept || !closed) {
    std::error_code ignored;
    fs::remove(fresh, ignored);
    FailIo("write", path, reason);
  }
  std::error_code error;
  fs::rename(fresh, path, error);
  if (error) FailIo("write", path, error.value());
}

// The definitions below `directory`, as paths relative to it.
std::set<std::string> DefinitionsIn(const fs::path& directory) {
  std::set<std::string> paths;
  for (const auto& entry : fs::recursive_directory_iterator(directory)) {
    const std::string path = entry.path().lexically_relative(directory).generic_string();
    const bool definition = path.ends_with(".sql") && !path.starts_with('.');
    if (entry.is_regular_file() && definition) paths.insert(path);
  }
  return paths;
}

Schema LoadTree(const fs::path& directory) {
  if (!fs::exists(directory / kFormatFile)) {
    throw Error(ErrorCode::kInvalidArgument,
                "directory \"" + directory.string() + "\" holds no schema",
                std::string("It has no file ") + kFormatFile + '.',
                "Make one with \"pggit snapshot -o " + directory.string() + "\".");
  }
  ParseFormat(ReadFile(directory / kFormatFile));
  Schema schema;
  for (const std::string& path : DefinitionsIn(directory)) {
    Object object;
    try {
      object = ParseDefinition(ReadFile(directory / path));
    } catch (const Error& error) {
      throw Error(error.code(), path + ": " + error.what(), error.detail(), error.hint());
    }
    if (PathOf(object.id) != path) {
      throw Error(ErrorCode::kInvalidDefinition, path + " defines " + Describe(object.id),
                  "That belongs in " + PathOf(object.id) + '.');
    }
    const ObjectId id = object.id;
    schema.objects.emplace(id, std::move(object));
  }
  return schema;
}

void RequireOurs(const fs::path& directory) {
  if (!fs::exists(directory)) return;
  if (!fs::is_directory(directory)) {
    throw Error(ErrorCode::kInvalidArgument, '"' + directory.string() + "\" is not a directory");
  }
  if (fs::is_empty(directory) || fs::exists(directory / kFormatFile)) return;
  throw Error(ErrorCode::kInvalidArgument,
              "directory \"" + directory.string() + "\" is not empty and holds no schema",
              std::string("It has no file ") + kFormatFile + '.', "Name a new directory with -o.");
}

// Takes away definitions that no object has any more, and directories that are empty then.
void RemoveStale(const fs::path& directory, const std::set<std::string>& stale) {
  for (const std::string& path : stale) {
    fs::path place = directory / path;
    fs::remove(place);
    for (place = place.parent_path(); place != directory && fs::is_empty(place);
         place = place.parent_path()) {
      fs::remove(place);
    }
  }
}

}  // namespace

std::string ReadText(const std::string& file) {
  return file == "-" ? ReadAll(stdin, "standard input") : ReadFile(file);
}

Schema LoadSchema(const std::string& input) {
  if (input != "-" && fs::is_directory(input)) return LoadTree(input);
  return ParseDocument(ReadText(input));
}

void SaveTree(const Schema& schema, const std::string& format, const std::string& directory) {
  try {
    const fs::path root(directory);
    RequireOurs(root);
    fs::create_directories(root / fs::path(kFormatFile).parent_path());
    std::set<std::string> stale = DefinitionsIn(root);
    for (const auto& [id, object] : schema.objects) {
      const std::string path = PathOf(id);
      stale.erase(path);
      fs::create_directories((root / path).parent_path());
      WriteFile(root / path, RenderDefinition(object));
    }
    RemoveStale(root, stale);
    WriteFile(root / kFormatFile, format);
  } catch (const fs::filesystem_error& error) {
    FailIo("write", error.path1(), error.code().value());
  }
}

void SaveDocument(const Schema& schema, const std::string& file) {
  WriteFile(file, RenderDocument(schema));
}

}  // namespace pggit::cli
