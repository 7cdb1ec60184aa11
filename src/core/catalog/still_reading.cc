#include "core/catalog/still_reading.h"

#include <cstdint>
#include <exception>
#include <optional>
#include <string>

#include "core/base/error.h"
#include "core/catalog/stillness.h"

namespace pggit {

void ReadStill(RowSource& source, const std::function<void()>& read) {
  std::optional<CatalogMark> mark;  // Of a moment not later than the reading's snapshot.
  for (int attempt = 0; attempt < kReadAttempts; ++attempt) {
    std::optional<std::uint32_t> quiet;
    std::exception_ptr failure;
    bool begun = false;
    bool still = false;
    try {
      source.WithSnapshot([&] {
        quiet = QuietFrom(source);
        begun = true;
        read();
        still = IsStillQuiet(source, quiet);
        if (!still) mark = MarkCatalogs(source);
      });
    } catch (const CatalogMoved& moved) {
      failure = moved.cause();
    } catch (const InternalError&) {
      failure = std::current_exception();  // Rows that do not fit together, perhaps.
    }
    if (failure && !begun) std::rethrow_exception(failure);
    if (failure && quiet) source.WithSnapshot([&] { still = IsStillQuiet(source, quiet); });
    if (mark && !still) {
      source.WithSnapshot([&] { still = IsUnchanged(source, *mark); });
    }
    if (still) {
      if (failure) std::rethrow_exception(failure);
      return;
    }
    // What failed while others wrote is only to be believed when it fails again with a mark from
    // before.
    if (failure) source.WithSnapshot([&] { mark = MarkCatalogs(source); });
  }
  throw Error(ErrorCode::kSerializationFailure, "the schema kept changing while it was read",
              "It was read " + std::to_string(kReadAttempts) + " times.",
              "Try again when no other session changes the schema.");
}

}  // namespace pggit
