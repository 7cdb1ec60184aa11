#include "extension/array_datum.h"

#include "core/base/hex.h"

extern "C" {
#include "catalog/pg_type_d.h"
#include "utils/array.h"
#include "utils/builtins.h"
}

namespace pggit {

std::vector<std::string> TextArrayArg(FunctionCallInfo fcinfo, int index) {
  struct Elements {
    Datum* values;
    bool* nulls;
    int count;
  };
  const Elements elements = Server([&] {
    Elements found{};
    deconstruct_array(PG_GETARG_ARRAYTYPE_P(index), TEXTOID, -1, false, TYPALIGN_INT, &found.values,
                      &found.nulls, &found.count);
    for (int i = 0; i < found.count; ++i) {
      if (!found.nulls[i]) found.values[i] = PointerGetDatum(DatumGetTextPP(found.values[i]));
    }
    return found;
  });
  std::vector<std::string> texts;
  for (int i = 0; i < elements.count; ++i) {
    if (elements.nulls[i]) {
      throw Error(ErrorCode::kInvalidArgument, "an element of the array must not be null");
    }
    const auto* const value = reinterpret_cast<const text*>(DatumGetPointer(elements.values[i]));
    texts.emplace_back(VARDATA_ANY(value), static_cast<std::size_t>(VARSIZE_ANY_EXHDR(value)));
  }
  return texts;
}

std::vector<std::string> OptionalTexts(FunctionCallInfo fcinfo, int index) {
  if (PG_NARGS() <= index || PG_ARGISNULL(index)) return {};
  return TextArrayArg(fcinfo, index);
}

Datum TextArrayDatum(const std::vector<std::string>& values) {
  const std::string* const texts = values.data();
  const auto count = static_cast<int>(values.size());
  return Server([=] {
    auto* const elements =
        static_cast<Datum*>(palloc(sizeof(Datum) * static_cast<std::size_t>(count + 1)));
    for (int i = 0; i < count; ++i) {
      elements[i] = PointerGetDatum(
          cstring_to_text_with_len(texts[i].data(), static_cast<int>(texts[i].size())));
    }
    return PointerGetDatum(construct_array(elements, count, TEXTOID, -1, false, TYPALIGN_INT));
  });
}

std::string ByteaText(std::string_view bytes) {
  return "\\x" + HexOf({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

}  // namespace pggit
