#pragma once

#include <string>

#include "core/store/sha.h"

namespace pggit {

/// The content of a tree that this session had to do with lately, which takes many rows to put
/// together; nullptr when it is not among them. Good until the next CacheTree(). Says nothing of
/// whether the tree is stored.
const std::string* FindCachedTree(const Sha& sha);

/// Keeps the content of a tree, in place of those that were not asked for longest.
void CacheTree(const Sha& sha, std::string content);

}  // namespace pggit
