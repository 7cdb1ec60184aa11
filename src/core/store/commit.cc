#include "core/store/commit.h"

#include <algorithm>

#include "core/base/error.h"

namespace pggit {

std::string EncodeCommit(const Commit& commit) {
  std::string content = HeaderText("tree", Hex(commit.tree));
  for (const Sha& parent : commit.parents) content += HeaderText("parent", Hex(parent));
  content += HeaderText("author", SignatureText(commit.author));
  content += HeaderText("committer", SignatureText(commit.committer));
  for (const auto& [key, value] : commit.more) content += HeaderText(key, value);
  content += '\n';
  content += commit.message;
  return content;
}

Commit DecodeCommit(std::string_view content) {
  HeaderReader reader("commit", content);
  Commit commit;
  commit.tree = reader.Id("tree");
  while (reader.Next("parent")) commit.parents.push_back(reader.Id("parent"));
  commit.author = ParseSignature(reader.Line("author"));
  commit.committer = ParseSignature(reader.Line("committer"));
  while (!reader.AtEnd()) commit.more.push_back(reader.Any());
  commit.message = reader.Rest();
  if (EncodeCommit(commit) != content) reader.Fail("it is not spelled as git spells it");
  return commit;
}

std::string_view Subject(std::string_view message) {
  return message.substr(0, message.find('\n'));
}

std::string CleanMessage(std::string_view message) {
  std::string clean;
  bool empty_line = false;
  while (!message.empty()) {
    std::string_view line = Subject(message);
    message.remove_prefix(std::min(line.size() + 1, message.size()));
    const std::size_t last = line.find_last_not_of(" \t\r\v\f");
    if (last == std::string_view::npos) {
      empty_line = !clean.empty();
      continue;
    }
    if (empty_line) clean += '\n';
    empty_line = false;
    clean += line.substr(0, last + 1);
    clean += '\n';
  }
  return clean;
}

}  // namespace pggit
