#include "cli/migration_folder.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "cli/schema_source.h"
#include "core/base/error.h"

namespace pggit::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void FailIo(const fs::path& path, int reason) {
  if (reason == EEXIST) {
    throw Error(ErrorCode::kInvalidArgument, '"' + path.string() + "\" is there already",
                "Another migration was made meanwhile. No file was written.",
                "Make it again, so that it gets the next number.");
  }
  throw Error(ErrorCode::kInternal, "cannot write \"" + path.string() + '"', std::strerror(reason));
}

// With `fresh`, fails where a file is there.
void WriteFile(const fs::path& path, const std::string& text, bool fresh) {
  std::FILE* const file = std::fopen(path.c_str(), fresh ? "wbx" : "wb");
  if (file == nullptr) FailIo(path, errno);
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  const bool kept = std::fflush(file) == 0 && written;
  const int reason = errno;
  const bool closed = std::fclose(file) == 0;
  if (kept && closed) return;
  std::error_code ignored;
  fs::remove(path, ignored);
  FailIo(path, reason);
}

// A reader sees the old text or the new.
void ReplaceFile(const fs::path& path, const std::string& text) {
  const fs::path fresh = path.string() + ".new";
  WriteFile(fresh, text, /*fresh=*/false);
  std::error_code error;
  fs::rename(fresh, path, error);
  if (error) FailIo(path, error.value());
}

}  // namespace

std::vector<std::string> FilesBelow(const std::string& folder) {
  std::vector<std::string> names;
  if (!fs::exists(folder)) return names;
  if (!fs::is_directory(folder)) {
    throw Error(ErrorCode::kInvalidArgument, '"' + folder + "\" is not a directory");
  }
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
  }
  return names;
}

std::string TextIfThere(const std::string& folder, const std::string& file) {
  const fs::path path = fs::path(folder) / file;
  return fs::exists(path) ? ReadText(path.string()) : "";
}

void WriteMigration(const std::string& folder, const std::vector<MigrationFile>& files) {
  std::vector<fs::path> written;
  try {
    for (const MigrationFile& file : files) {
      const fs::path path = fs::path(folder) / file.path;
      fs::create_directories(path.parent_path());
      if (file.replaces) {
        ReplaceFile(path, file.text);
        continue;
      }
      WriteFile(path, file.text, /*fresh=*/true);
      written.push_back(path);
    }
  } catch (const std::exception& error) {
    std::error_code ignored;
    for (const fs::path& path : written) fs::remove(path, ignored);
    const auto* const io = dynamic_cast<const fs::filesystem_error*>(&error);
    if (io) FailIo(io->path1(), io->code().value());
    throw;
  }
}

}  // namespace pggit::cli
