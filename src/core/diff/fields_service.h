#pragma once

#include "core/model/schema.h"

namespace pggit {

// Members of what stands around: schemas, extensions, foreign data, replication, privileges.

template <class F>
void EachField(const Namespace*, F /*field*/) {}

template <class F>
void EachField(const Grant*, F field) {
  field("grantee", &Grant::grantee);
  field("grantor", &Grant::grantor);
  field("privileges", &Grant::privileges);
  field("grantable", &Grant::grantable);
}

template <class F>
void EachField(const Privileges*, F field) {
  field("revoked", &Privileges::revoked);
  field("grants", &Privileges::grants);
}

template <class F>
void EachField(const MemberPrivileges*, F field) {
  field("member", &MemberPrivileges::member);
  field("column", &MemberPrivileges::column);
  field("privileges", &MemberPrivileges::privileges);
}

template <class F>
void EachField(const Extension*, F field) {
  field("schema", &Extension::schema);
  field("privileges", &Extension::privileges);
}

template <class F>
void EachField(const Option*, F field) {
  field("name", &Option::name);
  field("value", &Option::value);
}

template <class F>
void EachField(const SecurityLabel*, F field) {
  field("provider", &SecurityLabel::provider);
  field("label", &SecurityLabel::label);
}

template <class F>
void EachField(const ForeignDataWrapper*, F field) {
  field("handler", &ForeignDataWrapper::handler);
  field("validator", &ForeignDataWrapper::validator);
  field("options", &ForeignDataWrapper::options);
}

template <class F>
void EachField(const ForeignServer*, F field) {
  field("type", &ForeignServer::type);
  field("version", &ForeignServer::version);
  field("wrapper", &ForeignServer::wrapper);
  field("options", &ForeignServer::options);
}

template <class F>
void EachField(const UserMapping*, F field) {
  field("options", &UserMapping::options);
}

template <class F>
void EachField(const PublishedTable*, F field) {
  field("columns", &PublishedTable::columns);
  field("filter", &PublishedTable::filter);
}

template <class F>
void EachField(const Publication*, F field) {
  field("all tables", &Publication::all_tables);
  field("tables", &Publication::tables);
  field("schemas", &Publication::schemas);
  field("options", &Publication::options);
}

template <class F>
void EachField(const Subscription*, F field) {
  field("connection", &Subscription::connection);
  field("publications", &Subscription::publications);
  field("options", &Subscription::options);
}

template <class F>
void EachField(const DefaultPrivileges*, F field) {
  field("privileges", &DefaultPrivileges::privileges);
}

template <class F>
void EachField(const SystemPrivileges*, F /*field*/) {}

}  // namespace pggit
