#pragma once

#include "core/model/schema.h"

namespace pggit {

// Members of types and of what works on them: domains, collations, casts, operators.

template <class F>
void EachField(const ShellType*, F /*field*/) {}

template <class F>
void EachField(const TypeAttribute*, F field) {
  field("type", &TypeAttribute::type);
  field("collation", &TypeAttribute::collation);
}

template <class F>
void EachField(const CompositeType*, F field) {
  field("attributes", &CompositeType::attributes);
}

template <class F>
void EachField(const EnumType*, F field) {
  field("values", &EnumType::values);
}

template <class F>
void EachField(const RangeType*, F field) {
  field("subtype", &RangeType::subtype);
  field("operator class", &RangeType::operator_class);
  field("collation", &RangeType::collation);
  field("canonical", &RangeType::canonical);
  field("difference", &RangeType::difference);
  field("multirange", &RangeType::multirange_name);
}

template <class F>
void EachField(const BaseType*, F field) {
  field("input", &BaseType::input);
  field("output", &BaseType::output);
  field("receive", &BaseType::receive);
  field("send", &BaseType::send);
  field("typmod in", &BaseType::typmod_in);
  field("typmod out", &BaseType::typmod_out);
  field("analyze", &BaseType::analyze);
  field("subscript", &BaseType::subscript);
  field("internal length", &BaseType::internal_length);
  field("passed by value", &BaseType::passed_by_value);
  field("alignment", &BaseType::alignment);
  field("storage", &BaseType::storage);
  field("category", &BaseType::category);
  field("preferred", &BaseType::preferred);
  field("default", &BaseType::default_value);
  field("element", &BaseType::element);
  field("delimiter", &BaseType::delimiter);
  field("collatable", &BaseType::collatable);
}

template <class F>
void EachField(const Domain*, F field) {
  field("type", &Domain::base_type);
  field("collation", &Domain::collation);
  field("not null", &Domain::not_null);
  field("default", &Domain::default_expression);
  field("constraints", &Domain::constraints);
}

template <class F>
void EachField(const Collation*, F field) {
  field("provider", &Collation::provider);
  field("locale", &Collation::locale);
  field("order", &Collation::lc_collate);
  field("character classes", &Collation::lc_ctype);
  field("deterministic", &Collation::deterministic);
  field("rules", &Collation::icu_rules);
}

template <class F>
void EachField(const Conversion*, F field) {
  field("from", &Conversion::from);
  field("to", &Conversion::to);
  field("function", &Conversion::function);
  field("default", &Conversion::is_default);
}

template <class F>
void EachField(const Cast*, F field) {
  field("method", &Cast::method);
  field("function", &Cast::function);
  field("context", &Cast::context);
}

template <class F>
void EachField(const Transform*, F field) {
  field("from SQL", &Transform::from_sql);
  field("to SQL", &Transform::to_sql);
}

template <class F>
void EachField(const Operator*, F field) {
  field("function", &Operator::function);
  field("left type", &Operator::left_type);
  field("right type", &Operator::right_type);
  field("commutator", &Operator::commutator);
  field("negator", &Operator::negator);
  field("restriction", &Operator::restriction);
  field("join", &Operator::join);
  field("hashes", &Operator::hashes);
  field("merges", &Operator::merges);
}

template <class F>
void EachField(const FamilyOperator*, F field) {
  field("strategy", &FamilyOperator::strategy);
  field("name", &FamilyOperator::name);
  field("sort family", &FamilyOperator::sort_family);
}

template <class F>
void EachField(const FamilyFunction*, F field) {
  field("number", &FamilyFunction::number);
  field("left type", &FamilyFunction::left_type);
  field("right type", &FamilyFunction::right_type);
  field("name", &FamilyFunction::name);
}

template <class F>
void EachField(const FamilyMembers*, F field) {
  field("operators", &FamilyMembers::operators);
  field("functions", &FamilyMembers::functions);
}

template <class F>
void EachField(const OperatorFamily*, F field) {
  field("members", &OperatorFamily::loose);
}

template <class F>
void EachField(const OperatorClass*, F field) {
  field("default", &OperatorClass::is_default);
  field("type", &OperatorClass::type);
  field("family", &OperatorClass::family);
  field("storage", &OperatorClass::storage);
  field("members", &OperatorClass::members);
}

}  // namespace pggit
