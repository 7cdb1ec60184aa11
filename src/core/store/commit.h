#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/store/header.h"
#include "core/store/sha.h"
#include "core/store/signature.h"

namespace pggit {

/// A commit: a tree, where it came from, who says so and why.
struct Commit {
  Sha tree;
  std::vector<Sha> parents;  ///< The first is the branch it was made on.
  Signature author;
  Signature committer;
  std::vector<Header> more;  ///< What else stands in the header: encoding, signatures. In order.
  std::string message;

  bool operator==(const Commit&) const = default;
};

/// The content of the commit object: `tree`, `parent`s, `author`, `committer`, the rest of the
/// header, an empty line, the message.
std::string EncodeCommit(const Commit& commit);

/// Reads it back; EncodeCommit(DecodeCommit(x)) == x. Throws Error(kIntegrity) on anything else.
Commit DecodeCommit(std::string_view content);

/// The first line of a message.
std::string_view Subject(std::string_view message);

/// A message as git keeps it: no spaces at line ends, no empty lines at both ends, one between
/// paragraphs, a line end at the end. Empty when there is nothing in it.
std::string CleanMessage(std::string_view message);

}  // namespace pggit
