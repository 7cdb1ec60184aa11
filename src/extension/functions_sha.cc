// The type pggit_v0.sha: reading, writing, comparing.
//
// These run inside every index scan and every cast, so they are plain functions of the server: none
// holds an object that needs destroying, throws, or calls the server for more than memory and its
// own error. An error may therefore jump over them, and they do without the boundary's landing
// place.

#include <algorithm>
#include <cstring>

#include "core/base/hex.h"
#include "extension/sha_datum.h"

extern "C" {
#include "common/hashfn.h"
#include "lib/stringinfo.h"
}

#define PGGIT_SHA_FUNCTION(name)                                    \
  extern "C" PGGIT_EXPORT const Pg_finfo_record* pg_finfo_##name(); \
  extern "C" PGGIT_EXPORT Datum name(FunctionCallInfo fcinfo);      \
  extern "C" {                                                      \
  PG_FUNCTION_INFO_V1(name);                                        \
  }                                                                 \
  Datum name(FunctionCallInfo fcinfo)

namespace pggit {
namespace {

// Gives the 32 bytes at `bytes`.
Datum Give(const void* bytes) {
  void* const copy = palloc(Sha::kBytes);
  std::memcpy(copy, bytes, Sha::kBytes);
  return PointerGetDatum(copy);
}

Datum Give(const Sha& sha) {
  return Give(sha.bytes.data());
}

std::string_view TextOf(FunctionCallInfo fcinfo, int index) {
  const auto* const value = PG_GETARG_TEXT_PP(index);
  return {VARDATA_ANY(value), static_cast<std::size_t>(VARSIZE_ANY_EXHDR(value))};
}

int Sign(std::strong_ordering order) {
  if (order < 0) return -1;
  return order > 0 ? 1 : 0;
}

int Compare(FunctionCallInfo fcinfo) {
  return Sign(ShaArg(fcinfo, 0) <=> ShaArg(fcinfo, 1));
}

// An id against any text, in the order of the digits: upper case is lower case, and a text that is
// no id is less or greater than each.
int CompareWithText(const Sha& sha, std::string_view other) {
  char hex[Sha::kDigits];
  WriteHex(sha.bytes, hex);
  const std::size_t common = std::min(other.size(), sizeof hex);
  for (std::size_t i = 0; i < common; ++i) {
    const char c =
        other[i] >= 'A' && other[i] <= 'F' ? static_cast<char>(other[i] - 'A' + 'a') : other[i];
    if (hex[i] != c) {
      return static_cast<unsigned char>(hex[i]) < static_cast<unsigned char>(c) ? -1 : 1;
    }
  }
  return Sign(sizeof hex <=> other.size());
}

ShaRange PrefixArg(FunctionCallInfo fcinfo) {
  const std::string_view prefix = TextOf(fcinfo, 0);
  const auto range = RangeOfPrefix(prefix);
  if (!range) {
    ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                    errmsg("\"%.*s\" is not the beginning of an object id",
                           static_cast<int>(prefix.size()), prefix.data()),
                    errdetail("An id has 64 hexadecimal digits.")));
  }
  return *range;
}

}  // namespace
}  // namespace pggit

PGGIT_SHA_FUNCTION(pggit_sha_in) {
  const char* const input = PG_GETARG_CSTRING(0);
  const auto sha = pggit::ParseSha(input);
  if (!sha) {
    ereport(ERROR, (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
                    errmsg("invalid input syntax for type pggit_v0.sha: \"%s\"", input),
                    errdetail("An id has 64 hexadecimal digits.")));
  }
  return pggit::Give(*sha);
}

PGGIT_SHA_FUNCTION(pggit_sha_out) {
  auto* const hex = static_cast<char*>(palloc(pggit::Sha::kDigits + 1));
  pggit::WriteHex(pggit::ShaArg(fcinfo, 0).bytes, hex);
  hex[pggit::Sha::kDigits] = '\0';
  return CStringGetDatum(hex);
}

PGGIT_SHA_FUNCTION(pggit_sha_recv) {
  auto* const message = reinterpret_cast<StringInfo>(PG_GETARG_POINTER(0));
  if (message->len - message->cursor < static_cast<int>(pggit::Sha::kBytes)) {
    ereport(ERROR,
            (errcode(ERRCODE_PROTOCOL_VIOLATION), errmsg("insufficient data left in message")));
  }
  const char* const bytes = message->data + message->cursor;
  message->cursor += static_cast<int>(pggit::Sha::kBytes);
  return pggit::Give(bytes);
}

PGGIT_SHA_FUNCTION(pggit_sha_send) {
  auto* const bytes = static_cast<bytea*>(palloc(VARHDRSZ + pggit::Sha::kBytes));
  SET_VARSIZE(bytes, VARHDRSZ + pggit::Sha::kBytes);
  std::memcpy(VARDATA(bytes), PG_GETARG_POINTER(0), pggit::Sha::kBytes);
  return PointerGetDatum(bytes);
}

PGGIT_SHA_FUNCTION(pggit_sha_from_bytes) {
  const std::string_view bytes = pggit::TextOf(fcinfo, 0);
  if (bytes.size() != pggit::Sha::kBytes) {
    ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("an object id has 32 bytes"),
                    errdetail("There are %d.", static_cast<int>(bytes.size()))));
  }
  return pggit::Give(bytes.data());
}

PGGIT_SHA_FUNCTION(pggit_sha_eq) {
  return BoolGetDatum(pggit::Compare(fcinfo) == 0);
}
PGGIT_SHA_FUNCTION(pggit_sha_ne) {
  return BoolGetDatum(pggit::Compare(fcinfo) != 0);
}
PGGIT_SHA_FUNCTION(pggit_sha_lt) {
  return BoolGetDatum(pggit::Compare(fcinfo) < 0);
}
PGGIT_SHA_FUNCTION(pggit_sha_le) {
  return BoolGetDatum(pggit::Compare(fcinfo) <= 0);
}
PGGIT_SHA_FUNCTION(pggit_sha_gt) {
  return BoolGetDatum(pggit::Compare(fcinfo) > 0);
}
PGGIT_SHA_FUNCTION(pggit_sha_ge) {
  return BoolGetDatum(pggit::Compare(fcinfo) >= 0);
}
PGGIT_SHA_FUNCTION(pggit_sha_cmp) {
  return Int32GetDatum(pggit::Compare(fcinfo));
}

PGGIT_SHA_FUNCTION(pggit_sha_hash) {
  const pggit::Sha sha = pggit::ShaArg(fcinfo, 0);
  return UInt32GetDatum(hash_bytes(sha.bytes.data(), pggit::Sha::kBytes));
}

PGGIT_SHA_FUNCTION(pggit_sha_hash_extended) {
  const pggit::Sha sha = pggit::ShaArg(fcinfo, 0);
  return UInt64GetDatum(hash_bytes_extended(sha.bytes.data(), pggit::Sha::kBytes,
                                            static_cast<uint64>(PG_GETARG_INT64(1))));
}

PGGIT_SHA_FUNCTION(pggit_sha_cmp_text) {
  return Int32GetDatum(pggit::CompareWithText(pggit::ShaArg(fcinfo, 0), pggit::TextOf(fcinfo, 1)));
}
PGGIT_SHA_FUNCTION(pggit_sha_eq_text) {
  return BoolGetDatum(pggit::CompareWithText(pggit::ShaArg(fcinfo, 0), pggit::TextOf(fcinfo, 1)) ==
                      0);
}
PGGIT_SHA_FUNCTION(pggit_sha_ne_text) {
  return BoolGetDatum(pggit::CompareWithText(pggit::ShaArg(fcinfo, 0), pggit::TextOf(fcinfo, 1)) !=
                      0);
}
PGGIT_SHA_FUNCTION(pggit_text_eq_sha) {
  return BoolGetDatum(pggit::CompareWithText(pggit::ShaArg(fcinfo, 1), pggit::TextOf(fcinfo, 0)) ==
                      0);
}
PGGIT_SHA_FUNCTION(pggit_text_ne_sha) {
  return BoolGetDatum(pggit::CompareWithText(pggit::ShaArg(fcinfo, 1), pggit::TextOf(fcinfo, 0)) !=
                      0);
}

PGGIT_SHA_FUNCTION(pggit_sha_first) {
  return pggit::Give(pggit::PrefixArg(fcinfo).first);
}
PGGIT_SHA_FUNCTION(pggit_sha_last) {
  return pggit::Give(pggit::PrefixArg(fcinfo).last);
}
