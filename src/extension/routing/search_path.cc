#include "extension/routing/search_path.h"

#include <cstdlib>
#include <cstring>

#include "extension/boundary.h"

extern "C" {
#include "catalog/namespace.h"
#include "utils/guc.h"
#include "utils/guc_tables.h"
}

namespace pggit {
namespace {

char* set_path = nullptr;         // what the setting says; the server's settings keep it
char* searched_path = nullptr;    // ours, while on a branch
const char* on_branch = nullptr;  // the setting pggit.current_branch keeps it
GucStringAssignHook assign_path = nullptr;

bool IsBlank(const char* text) {
  return text[std::strspn(text, " \t\r\n\f\v")] == '\0';
}

char* Append(char* out, const char* text) {
  const std::size_t length = std::strlen(text);
  std::memcpy(out, text, length);
  return out + length;
}

// A branch's name may have the quote that ends an identifier.
char* AppendInQuotes(char* out, const char* text) {
  for (; *text != '\0'; ++text) {
    if (*text == '"') *out++ = '"';
    *out++ = *text;
  }
  return out;
}

// The list for a branch; the caller frees it. Null without memory.
char* PathFor(const char* branch, const char* path) {
  constexpr std::size_t kQuotesAndCommas = 16;
  const std::size_t size = sizeof(kBranchHalf) + 2 * std::strlen(branch) + sizeof(kMainHalf) +
                           sizeof(kPathEnd) + 2 * std::strlen(path) + kQuotesAndCommas;
  auto* const text = static_cast<char*>(std::malloc(size));
  if (text == nullptr) return nullptr;
  char* out = Append(Append(text, "\""), kBranchHalf);
  out = Append(Append(AppendInQuotes(out, branch), "\", "), path);
  out = Append(Append(Append(out, ", \""), kMainHalf), "\", ");
  out = Append(Append(out, path), ", \"");
  out = Append(Append(out, kPathEnd), "\"");
  *out = '\0';
  return text;
}

char nothing_of_the_users[] = "pg_catalog";

void Search(char* path) noexcept {
  char* const old = searched_path;
  if (on_branch == nullptr || path == nullptr || IsBlank(path)) {
    searched_path = nullptr;
    namespace_search_path = path;
  } else {
    searched_path = PathFor(on_branch, path);
    namespace_search_path = searched_path != nullptr ? searched_path : nothing_of_the_users;
  }
  std::free(old);
  // It looks at neither; it has the path put together anew.
  assign_path(path, nullptr);
}

void AssignPath(const char* value, void* /*extra*/) {
  Search(const_cast<char*>(value));
}

}  // namespace

bool TakeSearchPath() {
  if (assign_path != nullptr) return true;
  config_generic* const setting = Server([] { return FindSetting("search_path"); });
  if (setting == nullptr || setting->vartype != PGC_STRING) return false;
  auto* const text = reinterpret_cast<config_string*>(setting);
  if (text->variable != &namespace_search_path || text->assign_hook == nullptr) return false;
  set_path = namespace_search_path;
  assign_path = text->assign_hook;
  text->variable = &set_path;
  text->assign_hook = AssignPath;
  return true;
}

void SearchFor(const char* branch) noexcept {
  on_branch = branch;
  if (assign_path != nullptr) Search(set_path);
}

}  // namespace pggit
