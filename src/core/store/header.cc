#include "core/store/header.h"

#include "core/base/error.h"

namespace pggit {

void HeaderReader::Fail(const std::string& problem) const {
  throw Error(ErrorCode::kIntegrity, "malformed " + std::string(what_) + ": " + problem);
}

bool HeaderReader::Next(std::string_view key) const {
  return text_.size() > key.size() && text_.starts_with(key) && text_[key.size()] == ' ';
}

std::string_view HeaderReader::TakeLine() {
  const std::size_t end = text_.find('\n');
  if (end == std::string_view::npos) Fail("it ends within its header");
  const std::string_view line = text_.substr(0, end);
  if (line.find('\0') != std::string_view::npos) Fail("its header has a zero byte");
  text_.remove_prefix(end + 1);
  return line;
}

std::string HeaderReader::Line(std::string_view key) {
  if (!Next(key)) Fail("line \"" + std::string(key) + "\" is missing");
  return std::string(TakeLine().substr(key.size() + 1));
}

Sha HeaderReader::Id(std::string_view key) {
  const std::string value = Line(key);
  const auto sha = ParseSha(value);
  if (!sha || Hex(*sha) != value) Fail("line \"" + std::string(key) + "\" has no object id");
  return *sha;
}

Header HeaderReader::Any() {
  const std::string_view line = TakeLine();
  const std::size_t space = line.find(' ');
  if (space == 0 || space == std::string_view::npos) Fail("its header has a line without a key");
  Header header{std::string(line.substr(0, space)), std::string(line.substr(space + 1))};
  while (!text_.empty() && text_.front() == ' ') {
    header.value += '\n';
    header.value += TakeLine().substr(1);
  }
  return header;
}

std::string HeaderReader::Rest() {
  if (text_.empty()) Fail("the empty line after its header is missing");
  if (text_.front() != '\n') Fail("its header has a line too many");
  return std::string(text_.substr(1));
}

std::string HeaderText(std::string_view key, std::string_view value) {
  std::string text(key);
  text += ' ';
  for (const char c : value) {
    text += c;
    if (c == '\n') text += ' ';
  }
  text += '\n';
  return text;
}

}  // namespace pggit
