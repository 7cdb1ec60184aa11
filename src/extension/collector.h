#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/history/reachable.h"
#include "extension/repository.h"

namespace pggit {

/// An object that nothing kept names.
struct Garbage {
  Sha sha;
  ObjectType type = ObjectType::kBlob;
  std::size_t size = 0;
};

/// Finds what nothing names any more, and takes it away, all in the caller's transaction.
///
/// What is named: by refs, by entries of the reflog that are kept, and by every other table of
/// pggit's schemas with a column of the type sha, those to come included. What is younger than the
/// setting pggit.gc_prune_expire is kept too, with all that it names.
///
/// `spi` must outlive it.
class Collector : private ReachableSource {
 public:
  /// With `to_remove`, waits for whoever writes to the store and keeps others waiting from now on.
  /// Throws Error(kNotSupported) in a transaction that does not see what others commit.
  Collector(Spi& spi, bool to_remove);

  /// Lets go entries of the reflog by the settings pggit.gc_reflog_expire and
  /// pggit.gc_reflog_expire_unreachable: those of the second, shorter time are of commits that
  /// their ref does not have. Gives how many.
  std::size_t ExpireReflog();

  /// What can go, in the order of ids.
  std::vector<Garbage> Find();

  /// Takes `garbage` away. Trees that stay and are stored by one that goes are stored whole.
  void Remove(const std::vector<Garbage>& garbage);

 private:
  using ReflogKey = std::pair<std::string, std::string>;  // name and number of the movement

  SpiObjectStore& Objects() override { return repository_.Objects(); }
  StoredTree Form(const Sha& tree) override { return repository_.Objects().Form(tree); }

  void ReachNamed();
  std::vector<Garbage> Unreached(std::vector<Garbage>& young);
  void StoreWhole(const std::vector<Garbage>& going);
  void Write(const char* sql, const std::vector<std::string>& arguments);

  Spi& spi_;
  const bool to_remove_;
  Repository repository_;
  Reachable reachable_{*this};
  std::set<ReflogKey> expired_;
};

}  // namespace pggit
