#pragma once

namespace pggit {

/// A schema. Its name, owner, privileges and comment say everything: it has no attributes.
struct Namespace {
  bool operator==(const Namespace&) const = default;
};

}  // namespace pggit
