#include "core/ddl/parts.h"

#include <algorithm>
#include <string_view>

#include "core/base/lines.h"
#include "core/ddl/definition.h"
#include "core/ddl/table_lines.h"

namespace pggit {
namespace {

// What a table without columns has between its name and what follows.
constexpr std::string_view kNoLines = " (\n)";

// The part of `element`, made when there is none. What a column's default or an identity's
// sequence is belongs to the column.
Part& PartFor(std::vector<Part>& parts, Element element) {
  if (element.kind == ElementKind::kDefault) element.kind = ElementKind::kColumn;
  const auto found = std::ranges::find_if(
      parts, [&](const Part& part) { return part.line == 0 && part.element == element; });
  if (found != parts.end()) return *found;
  parts.push_back({std::move(element), 0, ""});
  return parts.back();
}

void Append(std::string& text, std::string_view statement) {
  if (!text.empty()) text += ";\n";
  text += statement;
}

// A line, without what only says that another one follows.
std::string_view Bare(std::string_view line) {
  if (line.ends_with(',')) line.remove_suffix(1);
  return line;
}

void AddLines(std::vector<Part>& parts, std::string_view sql) {
  std::size_t number = 0;
  for (const std::string_view line : SplitLines(sql)) {
    parts.push_back({{}, ++number, std::string(Bare(line))});
  }
}

// The table with nothing between its parentheses, then what stood there.
void AddTable(std::vector<Part>& parts, const ObjectId& id, const Table& table) {
  Table bare = table;
  bare.columns.clear();
  bare.constraints.clear();
  std::string sql = Pieces({id, {}, bare}, Form::kCanonical).front().sql;
  if (const auto nothing = sql.find(kNoLines); nothing != std::string::npos) {
    sql.erase(nothing, kNoLines.size());
  }
  parts.push_back({{}, 0, std::move(sql)});
  for (const Column& column : table.columns) {
    if (column.inherited) continue;
    PartFor(parts, {ElementKind::kColumn, column.name}).text =
        RenderColumn(id, column, Form::kCanonical);
  }
  for (const Constraint& constraint : table.constraints) {
    if (!IsInline(constraint, Form::kCanonical)) continue;
    PartFor(parts, {ElementKind::kConstraint, constraint.name}).text = RenderConstraint(constraint);
  }
}

}  // namespace

std::vector<Part> PartsOf(const Object& object) {
  std::vector<Part> parts;
  const std::vector<Piece> pieces = Pieces(object, Form::kCanonical);
  auto piece = pieces.begin();
  if (const Table* const table = std::get_if<Table>(&object.definition)) {
    AddTable(parts, object.id, *table);
    ++piece;
  } else if (piece != pieces.end() && piece->sql.find('\n') != std::string::npos) {
    AddLines(parts, piece->sql);
    ++piece;
  }
  for (; piece != pieces.end(); ++piece) Append(PartFor(parts, piece->element).text, piece->sql);
  return parts;
}

std::optional<std::string> PartText(const Object& object, const Element& element) {
  if (element.kind == ElementKind::kSelf) return RenderDefinition(object);
  for (const Part& part : PartsOf(object)) {
    if (part.element == element) return part.text;
  }
  return std::nullopt;
}

}  // namespace pggit
