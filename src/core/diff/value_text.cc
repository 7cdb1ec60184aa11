#include "core/diff/value_text.h"

#include "core/base/identifier.h"

namespace pggit {
namespace {

std::string RoleText(const std::string& role) {
  return role.empty() ? "PUBLIC" : QuoteIdentifier(role);
}

}  // namespace

void AddMember(std::string& text, std::string_view name, std::string_view member) {
  if (member.empty()) return;
  if (!text.empty()) text += ", ";
  text.append(name).append(" ").append(member);
}

std::string ValueText(Enabled value) {
  switch (value) {
    case Enabled::kOrigin: return "yes";
    case Enabled::kDisabled: return "no";
    case Enabled::kReplica: return "on a replica";
    case Enabled::kAlways: return "always";
  }
  return "";
}

std::string ValueText(Generated value) {
  switch (value) {
    case Generated::kNever: return "";
    case Generated::kStored: return "stored";
    case Generated::kVirtual: return "virtual";
  }
  return "";
}

std::string ValueText(ConstraintKind value) {
  switch (value) {
    case ConstraintKind::kCheck: return "check";
    case ConstraintKind::kPrimaryKey: return "primary key";
    case ConstraintKind::kUnique: return "unique";
    case ConstraintKind::kExclusion: return "exclusion";
    case ConstraintKind::kForeignKey: return "foreign key";
    case ConstraintKind::kNotNull: return "not null";
  }
  return "";
}

std::string ValueText(CastMethod value) {
  switch (value) {
    case CastMethod::kFunction: return "function";
    case CastMethod::kInOut: return "input and output";
    case CastMethod::kBinary: return "none";
  }
  return "";
}

std::string ValueText(CastContext value) {
  switch (value) {
    case CastContext::kExplicit: return "explicit";
    case CastContext::kAssignment: return "assignment";
    case CastContext::kImplicit: return "implicit";
  }
  return "";
}

std::string ValueText(const Option& value) {
  return QuoteIdentifier(value.name) + '=' + QuoteLiteral(value.value);
}

std::string ValueText(const SecurityLabel& value) {
  return QuoteIdentifier(value.provider) + ": " + QuoteLiteral(value.label);
}

std::string ValueText(const Grant& value) {
  std::string text = RoleText(value.grantee);
  if (!value.privileges.empty()) text += " has " + ValueText(value.privileges);
  if (!value.grantable.empty()) text += " may grant " + ValueText(value.grantable);
  if (!value.grantor.empty()) text += " from " + RoleText(value.grantor);
  return text;
}

std::string ValueText(const Privileges& value) {
  std::string text;
  for (const std::string& role : value.revoked) {
    if (!text.empty()) text += "; ";
    text += "nothing by default to " + RoleText(role);
  }
  for (const Grant& grant : value.grants) {
    if (!text.empty()) text += "; ";
    text += ValueText(grant);
  }
  return text;
}

std::string ValueText(const Dependency& value) {
  std::string text = Describe(value.on);
  for (const Element& element : value.elements) {
    text += &element == &value.elements.front() ? ": " : ", ";
    text += std::string(ElementKindName(element.kind)) + ' ' + QuoteIdentifier(element.name);
  }
  return text;
}

}  // namespace pggit
