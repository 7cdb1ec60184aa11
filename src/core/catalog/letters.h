#pragma once

#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/model/relation_parts.h"

namespace pggit {

/// pg_trigger.tgenabled and pg_rewrite.ev_enabled.
inline Enabled EnabledFromLetter(char letter) {
  switch (letter) {
    case 'O': return Enabled::kOrigin;
    case 'D': return Enabled::kDisabled;
    case 'R': return Enabled::kReplica;
    case 'A': return Enabled::kAlways;
    default: throw InternalError(std::string("unknown enabled state '") + letter + '\'');
  }
}

/// pg_proc.proparallel; empty for UNSAFE, which functions start with.
inline std::string ParallelFromLetter(char letter) {
  switch (letter) {
    case 's': return "SAFE";
    case 'r': return "RESTRICTED";
    case 'u': return "";
    default: throw InternalError(std::string("unknown parallel mark '") + letter + '\'');
  }
}

/// pg_attribute.attstorage.
inline std::string StorageName(char letter) {
  switch (letter) {
    case 'p': return "PLAIN";
    case 'e': return "EXTERNAL";
    case 'm': return "MAIN";
    default: return "EXTENDED";
  }
}

/// pg_attribute.attcompression; empty for the server's default.
inline std::string CompressionName(char letter) {
  switch (letter) {
    case 'p': return "pglz";
    case 'l': return "lz4";
    default: return "";
  }
}

/// pg_class.relreplident; an index's name is put in when the index is read.
inline std::string ReplicaIdentity(char letter) {
  switch (letter) {
    case 'n': return "NOTHING";
    case 'f': return "FULL";
    default: return "";
  }
}

/// A query as pg_get_viewdef() prints it, without the space before and the semicolon after it.
inline std::string TrimmedQuery(std::string_view query) {
  while (!query.empty() && query.front() == ' ') query.remove_prefix(1);
  if (query.ends_with(';')) query.remove_suffix(1);
  return std::string(query);
}

}  // namespace pggit
