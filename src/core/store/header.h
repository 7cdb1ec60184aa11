#pragma once

#include <string>
#include <string_view>

#include "core/store/sha.h"

namespace pggit {

/// The lines at the beginning of a commit or a tag: `key value`, in a fixed order, up to an empty
/// line. A value may go on in lines that begin with a space.
struct Header {
  std::string key;
  std::string value;  ///< Its lines joined by '\n', without the spaces.

  bool operator==(const Header&) const = default;
};

/// Reads headers from the front of a text. Every method throws Error(kIntegrity) naming `what`
/// ("commit", "tag") where the text is not as expected. The text must outlive the reader.
class HeaderReader {
 public:
  HeaderReader(std::string_view what, std::string_view content) : what_(what), text_(content) {}

  /// Whether the next header's key is `key`.
  bool Next(std::string_view key) const;
  /// The value of the next header, which must have that key and be a single line.
  std::string Line(std::string_view key);
  /// The id in the value of the next header.
  Sha Id(std::string_view key);
  /// Whether the empty line is next.
  bool AtEnd() const { return text_.empty() || text_.front() == '\n'; }
  /// The next header, whatever its key.
  Header Any();
  /// What follows the empty line.
  std::string Rest();

  [[noreturn]] void Fail(const std::string& problem) const;

 private:
  std::string_view TakeLine();

  std::string_view what_;
  std::string_view text_;
};

/// `key value` and a line end, further lines of the value set off by a space.
std::string HeaderText(std::string_view key, std::string_view value);

}  // namespace pggit
