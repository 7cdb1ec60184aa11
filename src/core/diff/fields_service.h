#pragma once

#include <tuple>

#include "core/diff/field.h"
#include "core/model/schema.h"

namespace pggit {

// Members of what stands around: schemas, extensions, foreign data, replication, privileges.

constexpr auto FieldsOf(const Namespace*) {
  return std::tuple{};
}

constexpr auto FieldsOf(const Grant*) {
  return std::tuple{Field{"grantee", &Grant::grantee}, Field{"grantor", &Grant::grantor},
                    Field{"privileges", &Grant::privileges}, Field{"grantable", &Grant::grantable}};
}

constexpr auto FieldsOf(const Privileges*) {
  return std::tuple{Field{"revoked", &Privileges::revoked}, Field{"grants", &Privileges::grants}};
}

constexpr auto FieldsOf(const MemberPrivileges*) {
  return std::tuple{Field{"member", &MemberPrivileges::member},
                    Field{"column", &MemberPrivileges::column},
                    Field{"privileges", &MemberPrivileges::privileges}};
}

constexpr auto FieldsOf(const Extension*) {
  return std::tuple{Field{"schema", &Extension::schema},
                    Field{"privileges", &Extension::privileges}};
}

constexpr auto FieldsOf(const Option*) {
  return std::tuple{Field{"name", &Option::name}, Field{"value", &Option::value}};
}

constexpr auto FieldsOf(const SecurityLabel*) {
  return std::tuple{Field{"provider", &SecurityLabel::provider},
                    Field{"label", &SecurityLabel::label}};
}

constexpr auto FieldsOf(const ForeignDataWrapper*) {
  return std::tuple{Field{"handler", &ForeignDataWrapper::handler},
                    Field{"validator", &ForeignDataWrapper::validator},
                    Field{"options", &ForeignDataWrapper::options}};
}

constexpr auto FieldsOf(const ForeignServer*) {
  return std::tuple{Field{"type", &ForeignServer::type}, Field{"version", &ForeignServer::version},
                    Field{"wrapper", &ForeignServer::wrapper},
                    Field{"options", &ForeignServer::options}};
}

constexpr auto FieldsOf(const UserMapping*) {
  return std::tuple{Field{"options", &UserMapping::options}};
}

constexpr auto FieldsOf(const PublishedTable*) {
  return std::tuple{Field{"columns", &PublishedTable::columns},
                    Field{"filter", &PublishedTable::filter}};
}

constexpr auto FieldsOf(const Publication*) {
  return std::tuple{Field{"all tables", &Publication::all_tables},
                    Field{"tables", &Publication::tables}, Field{"schemas", &Publication::schemas},
                    Field{"options", &Publication::options}};
}

constexpr auto FieldsOf(const Subscription*) {
  return std::tuple{Field{"connection", &Subscription::connection},
                    Field{"publications", &Subscription::publications},
                    Field{"options", &Subscription::options}};
}

constexpr auto FieldsOf(const DefaultPrivileges*) {
  return std::tuple{Field{"privileges", &DefaultPrivileges::privileges}};
}

constexpr auto FieldsOf(const SystemPrivileges*) {
  return std::tuple{};
}

}  // namespace pggit
