#pragma once

#include <tuple>

#include "core/diff/field.h"
#include "core/model/schema.h"

namespace pggit {

// Members of types and of what works on them: domains, collations, casts, operators.

constexpr auto FieldsOf(const ShellType*) {
  return std::tuple{};
}

constexpr auto FieldsOf(const TypeAttribute*) {
  return std::tuple{Field{"type", &TypeAttribute::type},
                    Field{"collation", &TypeAttribute::collation}};
}

constexpr auto FieldsOf(const CompositeType*) {
  return std::tuple{Field{"attributes", &CompositeType::attributes}};
}

constexpr auto FieldsOf(const EnumType*) {
  return std::tuple{Field{"values", &EnumType::values}};
}

constexpr auto FieldsOf(const RangeType*) {
  return std::tuple{Field{"subtype", &RangeType::subtype},
                    Field{"operator class", &RangeType::operator_class},
                    Field{"collation", &RangeType::collation},
                    Field{"canonical", &RangeType::canonical},
                    Field{"difference", &RangeType::difference},
                    Field{"multirange", &RangeType::multirange_name}};
}

constexpr auto FieldsOf(const BaseType*) {
  return std::tuple{Field{"input", &BaseType::input},
                    Field{"output", &BaseType::output},
                    Field{"receive", &BaseType::receive},
                    Field{"send", &BaseType::send},
                    Field{"typmod in", &BaseType::typmod_in},
                    Field{"typmod out", &BaseType::typmod_out},
                    Field{"analyze", &BaseType::analyze},
                    Field{"subscript", &BaseType::subscript},
                    Field{"internal length", &BaseType::internal_length},
                    Field{"passed by value", &BaseType::passed_by_value},
                    Field{"alignment", &BaseType::alignment},
                    Field{"storage", &BaseType::storage},
                    Field{"category", &BaseType::category},
                    Field{"preferred", &BaseType::preferred},
                    Field{"default", &BaseType::default_value},
                    Field{"element", &BaseType::element},
                    Field{"delimiter", &BaseType::delimiter},
                    Field{"collatable", &BaseType::collatable}};
}

constexpr auto FieldsOf(const Domain*) {
  return std::tuple{Field{"type", &Domain::base_type}, Field{"collation", &Domain::collation},
                    Field{"not null", &Domain::not_null},
                    Field{"default", &Domain::default_expression},
                    Field{"constraints", &Domain::constraints}};
}

constexpr auto FieldsOf(const Collation*) {
  return std::tuple{Field{"provider", &Collation::provider},
                    Field{"locale", &Collation::locale},
                    Field{"order", &Collation::lc_collate},
                    Field{"character classes", &Collation::lc_ctype},
                    Field{"deterministic", &Collation::deterministic},
                    Field{"rules", &Collation::icu_rules}};
}

constexpr auto FieldsOf(const Conversion*) {
  return std::tuple{Field{"from", &Conversion::from}, Field{"to", &Conversion::to},
                    Field{"function", &Conversion::function},
                    Field{"default", &Conversion::is_default}};
}

constexpr auto FieldsOf(const Cast*) {
  return std::tuple{Field{"method", &Cast::method}, Field{"function", &Cast::function},
                    Field{"context", &Cast::context}};
}

constexpr auto FieldsOf(const Transform*) {
  return std::tuple{Field{"from SQL", &Transform::from_sql}, Field{"to SQL", &Transform::to_sql}};
}

constexpr auto FieldsOf(const Operator*) {
  return std::tuple{Field{"function", &Operator::function},
                    Field{"left type", &Operator::left_type},
                    Field{"right type", &Operator::right_type},
                    Field{"commutator", &Operator::commutator},
                    Field{"negator", &Operator::negator},
                    Field{"restriction", &Operator::restriction},
                    Field{"join", &Operator::join},
                    Field{"hashes", &Operator::hashes},
                    Field{"merges", &Operator::merges}};
}

constexpr auto FieldsOf(const FamilyOperator*) {
  return std::tuple{Field{"strategy", &FamilyOperator::strategy},
                    Field{"name", &FamilyOperator::name},
                    Field{"sort family", &FamilyOperator::sort_family}};
}

constexpr auto FieldsOf(const FamilyFunction*) {
  return std::tuple{
      Field{"number", &FamilyFunction::number}, Field{"left type", &FamilyFunction::left_type},
      Field{"right type", &FamilyFunction::right_type}, Field{"name", &FamilyFunction::name}};
}

constexpr auto FieldsOf(const FamilyMembers*) {
  return std::tuple{Field{"operators", &FamilyMembers::operators},
                    Field{"functions", &FamilyMembers::functions}};
}

constexpr auto FieldsOf(const OperatorFamily*) {
  return std::tuple{Field{"members", &OperatorFamily::loose}};
}

constexpr auto FieldsOf(const OperatorClass*) {
  return std::tuple{Field{"default", &OperatorClass::is_default},
                    Field{"type", &OperatorClass::type}, Field{"family", &OperatorClass::family},
                    Field{"storage", &OperatorClass::storage},
                    Field{"members", &OperatorClass::members}};
}

}  // namespace pggit
