#include "core/catalog/snapshot.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/catalog/still_reading.h"

namespace pggit {

Snapshot TakeSnapshot(Reader& reader) {
  Snapshot snapshot{std::move(reader.schema()), reader.ignored(), reader.unsupported()};
  std::sort(snapshot.ignored.begin(), snapshot.ignored.end());
  std::sort(snapshot.unsupported.begin(), snapshot.unsupported.end());
  return snapshot;
}

Snapshot ReadSnapshot(RowSource& source, const SnapshotOptions& options,
                      const ReadProgress& progress) {
  std::optional<Snapshot> snapshot;
  ReadStill(source, [&] {
    Reader reader(source, options);
    ReadAll(reader, progress);
    snapshot = TakeSnapshot(reader);
  });
  return *std::move(snapshot);
}

void RequireSupported(const Snapshot& snapshot, const std::string& hint) {
  if (snapshot.unsupported.empty()) return;
  constexpr std::size_t kListed = 20;
  std::string detail;
  for (std::size_t i = 0; i < std::min(snapshot.unsupported.size(), kListed); ++i) {
    const Omission& omission = snapshot.unsupported[i];
    detail += (i > 0 ? "\n" : "") + omission.what + ": " + omission.why;
  }
  if (snapshot.unsupported.size() > kListed) {
    detail += "\nand " + std::to_string(snapshot.unsupported.size() - kListed) + " more";
  }
  throw Error(ErrorCode::kUnsupportedObject,
              std::to_string(snapshot.unsupported.size()) +
                  (snapshot.unsupported.size() == 1 ? " object" : " objects") +
                  " cannot be represented in a definition",
              detail, hint);
}

}  // namespace pggit
