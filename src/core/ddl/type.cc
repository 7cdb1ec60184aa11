#include "core/base/identifier.h"
#include "core/ddl/collate.h"
#include "core/ddl/kinds.h"
#include "core/ddl/settings.h"
#include "core/ddl/text.h"

namespace pggit {
namespace {

constexpr Setting<RangeType> kRangeSettings[] = {
    {"SUBTYPE", &RangeType::subtype},         {"SUBTYPE_OPCLASS", &RangeType::operator_class},
    {"COLLATION", &RangeType::collation},     {"CANONICAL", &RangeType::canonical},
    {"SUBTYPE_DIFF", &RangeType::difference}, {"MULTIRANGE_TYPE_NAME", &RangeType::multirange_name},
};

constexpr Setting<BaseType> kBaseSettings[] = {
    {"INPUT", &BaseType::input},
    {"OUTPUT", &BaseType::output},
    {"RECEIVE", &BaseType::receive},
    {"SEND", &BaseType::send},
    {"TYPMOD_IN", &BaseType::typmod_in},
    {"TYPMOD_OUT", &BaseType::typmod_out},
    {"ANALYZE", &BaseType::analyze},
    {"SUBSCRIPT", &BaseType::subscript},
    {"INTERNALLENGTH", &BaseType::internal_length},
    {"ALIGNMENT", &BaseType::alignment},
    {"STORAGE", &BaseType::storage},
    {"CATEGORY", &BaseType::category, /*literal=*/true},
    {"ELEMENT", &BaseType::element},
    {"DELIMITER", &BaseType::delimiter, /*literal=*/true},
};

constexpr std::span<const Setting<RangeType>> RangeSettings() {
  return kRangeSettings;
}
constexpr std::span<const Setting<BaseType>> BaseSettings() {
  return kBaseSettings;
}

// A type whose support functions speak of it exists by name before they do.
void RenderWithShell(const ObjectId& id, const std::string& definition, bool shell,
                     std::vector<Piece>& pieces) {
  const std::string create = "CREATE TYPE " + SqlName(id);
  Element element;
  if (shell) {
    pieces.push_back({{}, create});
    element = {ElementKind::kMember, kTypeDefinition};
  }
  pieces.push_back({std::move(element), create + definition});
}

CompositeType ParseComposite(Cursor& cursor) {
  CompositeType type;
  cursor.ExpectSymbol("(");
  while (!cursor.SeesSymbol(")")) {
    TypeAttribute attribute;
    attribute.name = cursor.Name();
    attribute.type = cursor.TextUntil({"COLLATE", ","});
    attribute.collation = ParseCollate(cursor);
    type.attributes.push_back(std::move(attribute));
    if (!cursor.AcceptSymbol(",")) break;
  }
  cursor.ExpectSymbol(")");
  return type;
}

EnumType ParseEnum(Cursor& cursor) {
  EnumType type;
  cursor.ExpectSymbol("(");
  while (!cursor.SeesSymbol(")")) {
    type.values.push_back(cursor.String());
    if (!cursor.AcceptSymbol(",")) break;
  }
  cursor.ExpectSymbol(")");
  return type;
}

BaseType ParseBase(Cursor& cursor) {
  BaseType type;
  ParseSettings(cursor, BaseSettings(), type, [&] {
    if (cursor.Accept("PASSEDBYVALUE")) {
      type.passed_by_value = true;
      return;
    }
    const bool is_default = cursor.Accept("DEFAULT");
    const bool preferred = !is_default && cursor.Accept("PREFERRED");
    if (!is_default && !preferred) cursor.Expect("COLLATABLE");
    cursor.ExpectSymbol("=");
    if (is_default) {
      type.default_value = cursor.String();
      return;
    }
    cursor.Expect("TRUE");
    (preferred ? type.preferred : type.collatable) = true;
  });
  return type;
}

Definition ParseForm(Cursor& cursor) {
  if (cursor.SeesSymbol(";")) return ShellType{};
  if (cursor.SeesSymbol("(")) return ParseBase(cursor);
  cursor.Expect("AS");
  if (cursor.Accept("ENUM")) return ParseEnum(cursor);
  if (!cursor.Accept("RANGE")) return ParseComposite(cursor);
  RangeType range;
  ParseSettings(cursor, RangeSettings(), range);
  return range;
}

}  // namespace

void Render(const ObjectId& id, const ShellType& /*type*/, Form /*form*/,
            std::vector<Piece>& pieces) {
  pieces.push_back({{}, "CREATE TYPE " + SqlName(id)});
}

void Render(const ObjectId& id, const CompositeType& type, Form /*form*/,
            std::vector<Piece>& pieces) {
  std::vector<std::string> lines;
  for (const TypeAttribute& attribute : type.attributes) {
    std::string line = QuoteIdentifier(attribute.name) + ' ' + attribute.type;
    line += RenderCollate(attribute.collation);
    lines.push_back(std::move(line));
  }
  pieces.push_back({{}, "CREATE TYPE " + SqlName(id) + " AS " + InParentheses(lines)});
}

void Render(const ObjectId& id, const EnumType& type, Form /*form*/, std::vector<Piece>& pieces) {
  std::vector<std::string> lines;
  for (const std::string& value : type.values) lines.push_back(QuoteLiteral(value));
  pieces.push_back({{}, "CREATE TYPE " + SqlName(id) + " AS ENUM " + InParentheses(lines)});
}

void Render(const ObjectId& id, const RangeType& type, Form form, std::vector<Piece>& pieces) {
  std::vector<std::string> lines;
  AppendSettings(RangeSettings(), type, lines);
  RenderWithShell(id, " AS RANGE " + InParentheses(lines),
                  form != Form::kCanonical && StartsAsShell(type), pieces);
}

void Render(const ObjectId& id, const BaseType& type, Form form, std::vector<Piece>& pieces) {
  std::vector<std::string> lines;
  AppendSettings(BaseSettings(), type, lines);
  if (type.passed_by_value) lines.emplace_back("PASSEDBYVALUE");
  if (type.preferred) lines.emplace_back("PREFERRED = true");
  if (type.default_value) lines.push_back("DEFAULT = " + QuoteLiteral(*type.default_value));
  if (type.collatable) lines.emplace_back("COLLATABLE = true");
  RenderWithShell(id, ' ' + InParentheses(lines), form != Form::kCanonical && StartsAsShell(type),
                  pieces);
}

Definition ParseType(Cursor& cursor) {
  cursor.Expect("CREATE TYPE");
  cursor.QualifiedText();
  Definition definition = ParseForm(cursor);
  cursor.ExpectSymbol(";");
  return definition;
}

}  // namespace pggit
