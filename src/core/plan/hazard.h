#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pggit {

/// What a statement may cost besides its work. The order is that in which costs are told.
enum class Hazard : std::uint8_t {
  kDataLoss,          ///< Rows or values are gone, or may be cut.
  kBreakingChange,    ///< Queries that worked may fail.
  kIrreversible,      ///< No statement brings back what was.
  kNotTransactional,  ///< Its effect can only be used when its transaction has ended.
  kRewrite,           ///< The table is written anew.
  kFullScan,          ///< Every row is read.
  kIndexBuild,
};

inline constexpr int kHazardCount = static_cast<int>(Hazard::kIndexBuild) + 1;

/// "data loss", "breaking change" ...
std::string_view HazardName(Hazard hazard);

class Hazards {
 public:
  Hazards() = default;
  Hazards(std::initializer_list<Hazard> hazards) {
    for (const Hazard hazard : hazards) Add(hazard);
  }

  void Add(Hazard hazard) { bits_ |= Bit(hazard); }
  void Add(Hazards others) { bits_ |= others.bits_; }
  bool Has(Hazard hazard) const { return (bits_ & Bit(hazard)) != 0; }
  bool empty() const { return bits_ == 0; }
  std::vector<Hazard> List() const;

  auto operator<=>(const Hazards&) const = default;

 private:
  static unsigned Bit(Hazard hazard) { return 1U << static_cast<unsigned>(hazard); }

  unsigned bits_ = 0;
};

/// The server's lock modes on a relation, weakest first.
enum class LockMode {
  kNone,
  kAccessShare,
  kShareUpdateExclusive,
  kShare,
  kShareRowExclusive,
  kAccessExclusive,
};

/// "ACCESS EXCLUSIVE" ...; empty for kNone.
std::string_view LockModeName(LockMode mode);

/// What one statement costs.
struct Cost {
  Hazards hazards;
  LockMode lock = LockMode::kNone;
  std::string locked;  ///< The relation that the lock is on, as SQL names it.
  std::string note;    ///< One sentence of what is lost, or must be known; may be empty.

  auto operator<=>(const Cost&) const = default;
};

}  // namespace pggit
