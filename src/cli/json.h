#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace pggit::cli {

/// A JSON value to print. Objects keep the order their members were added in.
class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::vector<std::pair<std::string, Json>>;
  using Value =
      std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object>;

  Json() : value_(nullptr) {}
  Json(bool value) : value_(value) {}                      // NOLINT: implicit
  Json(int value) : value_(std::int64_t{value}) {}         // NOLINT: implicit
  Json(std::int64_t value) : value_(value) {}              // NOLINT: implicit
  Json(double value) : value_(value) {}                    // NOLINT: implicit
  Json(const char* value) : value_(std::string(value)) {}  // NOLINT: implicit
  Json(std::string value) : value_(std::move(value)) {}    // NOLINT: implicit
  Json(Array value) : value_(std::move(value)) {}          // NOLINT: implicit
  Json(Object value) : value_(std::move(value)) {}         // NOLINT: implicit

  const Value& value() const { return value_; }

 private:
  Value value_;
};

/// The text, null when it is empty: an answer that is not there is null in every document.
Json TextOrNull(const std::string& text);

/// `value` as indented UTF-8 text without a newline at its end. Bytes that are not UTF-8 become
/// U+FFFD.
std::string Dump(const Json& value);

}  // namespace pggit::cli
