#pragma once

namespace pggit {

/// That the privileges on something the server itself brings are not as it came: what it is stands
/// in the signature, ON FUNCTION pg_catalog.pg_sleep(double precision). The privileges are told as
/// all objects', against those it came with.
struct SystemPrivileges {
  bool operator==(const SystemPrivileges&) const = default;
};

}  // namespace pggit
