// The type pggit_v0.sha: reading, writing, comparing.

#include <algorithm>
#include <cstring>

#include "extension/datum.h"
#include "extension/sha_datum.h"

extern "C" {
#include "common/hashfn.h"
#include "lib/stringinfo.h"
}

namespace pggit {
namespace {

int Sign(std::strong_ordering order) {
  if (order < 0) return -1;
  return order > 0 ? 1 : 0;
}

int Compare(FunctionCallInfo fcinfo) {
  return Sign(ShaFromDatum(fcinfo->args[0].value) <=> ShaFromDatum(fcinfo->args[1].value));
}

// An id against any text, in the order of the digits: upper case is lower case, and a text that is
// no id is less or greater than each.
int CompareWithText(const Sha& sha, std::string other) {
  std::ranges::transform(other, other.begin(), [](char c) {
    return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return Sign(Hex(sha) <=> other);
}

ShaRange PrefixArg(FunctionCallInfo fcinfo) {
  const std::string prefix = TextArg(fcinfo, 0);
  const auto range = RangeOfPrefix(prefix);
  if (!range) {
    throw Error(ErrorCode::kInvalidArgument,
                "\"" + prefix + "\" is not the beginning of an object id",
                "An id has 64 hexadecimal digits.");
  }
  return *range;
}

}  // namespace

Sha ShaFromDatum(Datum value) {
  Sha sha;
  std::memcpy(sha.bytes.data(), DatumGetPointer(value), Sha::kBytes);
  return sha;
}

Datum ShaDatum(const Sha& sha) {
  return Server([&] {
    void* const copy = palloc(Sha::kBytes);
    std::memcpy(copy, sha.bytes.data(), Sha::kBytes);
    return PointerGetDatum(copy);
  });
}

}  // namespace pggit

PGGIT_FUNCTION(pggit_sha_in) {
  const char* const input = PG_GETARG_CSTRING(0);
  const auto sha = pggit::ParseSha(input);
  if (!sha) {
    pggit::Server([input] {
      ereport(ERROR, (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
                      errmsg("invalid input syntax for type pggit_v0.sha: \"%s\"", input),
                      errdetail("An id has 64 hexadecimal digits.")));
    });
  }
  return pggit::ShaDatum(*sha);
}

PGGIT_FUNCTION(pggit_sha_out) {
  const std::string hex = pggit::Hex(pggit::ShaFromDatum(fcinfo->args[0].value));
  return pggit::Server([input = hex.c_str()] { return CStringGetDatum(pstrdup(input)); });
}

PGGIT_FUNCTION(pggit_sha_recv) {
  return pggit::Server([fcinfo] {
    auto* const message = reinterpret_cast<StringInfo>(PG_GETARG_POINTER(0));
    auto* const bytes = static_cast<char*>(palloc(pggit::Sha::kBytes));
    if (message->len - message->cursor < static_cast<int>(pggit::Sha::kBytes)) {
      ereport(ERROR,
              (errcode(ERRCODE_PROTOCOL_VIOLATION), errmsg("insufficient data left in message")));
    }
    std::memcpy(bytes, message->data + message->cursor, pggit::Sha::kBytes);
    message->cursor += static_cast<int>(pggit::Sha::kBytes);
    return PointerGetDatum(bytes);
  });
}

PGGIT_FUNCTION(pggit_sha_send) {
  return pggit::Server([fcinfo] {
    auto* const bytes = static_cast<bytea*>(palloc(VARHDRSZ + pggit::Sha::kBytes));
    SET_VARSIZE(bytes, VARHDRSZ + pggit::Sha::kBytes);
    std::memcpy(VARDATA(bytes), PG_GETARG_POINTER(0), pggit::Sha::kBytes);
    return PointerGetDatum(bytes);
  });
}

PGGIT_FUNCTION(pggit_sha_from_bytes) {
  const std::string bytes = pggit::TextArg(fcinfo, 0);
  if (bytes.size() != pggit::Sha::kBytes) {
    throw pggit::Error(pggit::ErrorCode::kInvalidArgument, "an object id has 32 bytes",
                       "There are " + std::to_string(bytes.size()) + '.');
  }
  return pggit::ShaDatum(pggit::ShaFromRaw(bytes));
}

PGGIT_FUNCTION(pggit_sha_eq) {
  return BoolGetDatum(pggit::Compare(fcinfo) == 0);
}
PGGIT_FUNCTION(pggit_sha_ne) {
  return BoolGetDatum(pggit::Compare(fcinfo) != 0);
}
PGGIT_FUNCTION(pggit_sha_lt) {
  return BoolGetDatum(pggit::Compare(fcinfo) < 0);
}
PGGIT_FUNCTION(pggit_sha_le) {
  return BoolGetDatum(pggit::Compare(fcinfo) <= 0);
}
PGGIT_FUNCTION(pggit_sha_gt) {
  return BoolGetDatum(pggit::Compare(fcinfo) > 0);
}
PGGIT_FUNCTION(pggit_sha_ge) {
  return BoolGetDatum(pggit::Compare(fcinfo) >= 0);
}
PGGIT_FUNCTION(pggit_sha_cmp) {
  return Int32GetDatum(pggit::Compare(fcinfo));
}

PGGIT_FUNCTION(pggit_sha_hash) {
  const pggit::Sha sha = pggit::ShaFromDatum(fcinfo->args[0].value);
  return UInt32GetDatum(hash_bytes(sha.bytes.data(), pggit::Sha::kBytes));
}

PGGIT_FUNCTION(pggit_sha_hash_extended) {
  const pggit::Sha sha = pggit::ShaFromDatum(fcinfo->args[0].value);
  return UInt64GetDatum(hash_bytes_extended(sha.bytes.data(), pggit::Sha::kBytes,
                                            static_cast<uint64>(PG_GETARG_INT64(1))));
}

PGGIT_FUNCTION(pggit_sha_cmp_text) {
  return Int32GetDatum(pggit::CompareWithText(pggit::ShaFromDatum(fcinfo->args[0].value),
                                              pggit::TextArg(fcinfo, 1)));
}
PGGIT_FUNCTION(pggit_sha_eq_text) {
  return BoolGetDatum(pggit::CompareWithText(pggit::ShaFromDatum(fcinfo->args[0].value),
                                             pggit::TextArg(fcinfo, 1)) == 0);
}
PGGIT_FUNCTION(pggit_sha_ne_text) {
  return BoolGetDatum(pggit::CompareWithText(pggit::ShaFromDatum(fcinfo->args[0].value),
                                             pggit::TextArg(fcinfo, 1)) != 0);
}
PGGIT_FUNCTION(pggit_text_eq_sha) {
  return BoolGetDatum(pggit::CompareWithText(pggit::ShaFromDatum(fcinfo->args[1].value),
                                             pggit::TextArg(fcinfo, 0)) == 0);
}
PGGIT_FUNCTION(pggit_text_ne_sha) {
  return BoolGetDatum(pggit::CompareWithText(pggit::ShaFromDatum(fcinfo->args[1].value),
                                             pggit::TextArg(fcinfo, 0)) != 0);
}

PGGIT_FUNCTION(pggit_sha_first) {
  return pggit::ShaDatum(pggit::PrefixArg(fcinfo).first);
}
PGGIT_FUNCTION(pggit_sha_last) {
  return pggit::ShaDatum(pggit::PrefixArg(fcinfo).last);
}
