#include "core/plan/schema_move.h"

#include <algorithm>
#include <vector>

#include "core/base/identifier.h"
#include "core/ddl/lexer.h"
#include "core/plan/rename.h"

namespace pggit {
namespace {

/// The tokens of one text, and what becomes of it.
class Mover {
 public:
  Mover(const std::string& text, const std::vector<Token>& tokens, const SchemaMove& move)
      : text_(text), tokens_(tokens), move_(move) {}

  std::string Run() {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      const Token& token = At(i);
      if (IsWord(token, "search_path") && i > 0 && IsWord(At(i - 1), "set")) {
        i = MovePath(i + 1);
      } else if (token.kind == TokenKind::kString) {
        MoveLiteral(i);
      } else if (IsName(token) && move_.names.contains(token.value) && MeansSchema(i)) {
        Replace(token, QuoteIdentifier(move_.names.at(token.value)));
      }
    }
    return result_.append(text_, copied_);
  }

 private:
  const Token& At(std::size_t i) const { return tokens_[std::min(i, tokens_.size() - 1)]; }

  bool MeansSchema(std::size_t i) const {
    if (i > 0 && IsSymbol(At(i - 1), ".")) return false;
    if (IsSymbol(At(i + 1), ".")) {
      const auto& kept = IsName(At(i + 2)) ? move_.kept : move_.kept_operators;
      return !kept.contains({At(i).value, At(i + 2).value});
    }
    return i > 0 && IsWord(At(i - 1), "schema");
  }

  // Which one it is, is known to the server.
  void MoveLiteral(std::size_t i) {
    if (!IsSymbol(At(i + 1), "::") || !At(i + 2).value.starts_with("reg")) return;
    const std::string& value = At(i).value;
    if (At(i + 2).value == "regnamespace") {
      const auto tokens = LexIfSql(value);
      if (!tokens || tokens->size() != 2 || !IsName(tokens->front())) return;
      const auto name = move_.names.find(tokens->front().value);
      if (name != move_.names.end()) Replace(At(i), QuoteLiteral(QuoteIdentifier(name->second)));
      return;
    }
    const std::string moved = MoveSchemas(value, move_);
    if (moved != value) Replace(At(i), QuoteLiteral(moved));
  }

  // TO 'a', 'b': the last token of it.
  std::size_t MovePath(std::size_t i) {
    while (At(i + 1).kind == TokenKind::kString) {
      const auto name = move_.names.find(At(++i).value);
      if (name != move_.names.end()) {
        Replace(At(i), QuoteLiteral(name->second) + ", " + QuoteLiteral(name->first));
      }
      if (!IsSymbol(At(i + 1), ",")) break;
      ++i;
    }
    return i;
  }

  void Replace(const Token& token, const std::string& with) {
    result_.append(text_, copied_, token.begin - copied_);
    result_ += with;
    copied_ = token.end;
  }

  const std::string& text_;
  const std::vector<Token>& tokens_;
  const SchemaMove& move_;
  std::string result_;
  std::size_t copied_ = 0;
};

// 'other', 'name' and 'other' alone become 'name'.
void MovePathBack(std::vector<std::string>& path, const std::map<std::string, std::string>& names) {
  for (std::size_t i = 0; i < path.size(); ++i) {
    const auto moved =
        std::ranges::find_if(names, [&](const auto& name) { return name.second == path[i]; });
    if (moved == names.end()) continue;
    path[i] = moved->first;
    if (i + 1 < path.size() && path[i + 1] == moved->first) {
      path.erase(path.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }
}

}  // namespace

bool IsOfSchema(const ObjectId& id) {
  if (id.kind == Kind::kSchema || KindHasSchema(id.kind)) return true;
  if (id.kind != Kind::kDefaultPrivileges) return false;
  return std::ranges::any_of(Lex(id.signature),
                             [](const Token& token) { return IsWord(token, "schema"); });
}

void MoveAllOf(const Schema& schema, SchemaMove& move) {
  for (const auto& [id, object] : schema.objects) {
    if (id.kind == Kind::kOperator) {
      move.kept_operators.erase({id.schema, id.name});
      continue;
    }
    const std::string& space = id.schema;
    const auto take = [&](const std::string& name) { move.kept.erase({space, name}); };
    take(id.name);
    if (const Table* const table = std::get_if<Table>(&object.definition)) {
      for (const Index& index : table->indexes) take(index.name);
      for (const Constraint& constraint : table->constraints) take(constraint.name);
      for (const Column& column : table->columns) {
        if (column.identity) take(column.identity->sequence);
      }
    }
    if (const auto* const view = std::get_if<MaterializedView>(&object.definition)) {
      for (const Index& index : view->indexes) take(index.name);
    }
  }
}

std::string MoveSchemas(const std::string& sql, const SchemaMove& move) {
  const auto tokens = LexIfSql(sql);
  return tokens ? Mover(sql, *tokens, move).Run() : sql;
}

ObjectId MoveSchemas(ObjectId id, const SchemaMove& move) {
  std::string& name = id.kind == Kind::kSchema ? id.name : id.schema;
  if (const auto found = move.names.find(name); found != move.names.end()) name = found->second;
  if (!id.signature.empty()) id.signature = MoveSchemas(id.signature, move);
  return id;
}

void MoveBack(Schema& schema, const std::map<std::string, std::string>& names, int server_major) {
  for (const auto& [name, moved] : names) {
    const ObjectId id{Kind::kSchema, "", moved, ""};
    if (!schema.objects.contains(id)) continue;
    ApplyRename(schema, {id, {}, name}, {.server_major = server_major});
  }
  for (auto& [id, object] : schema.objects) {
    Function* const function = std::get_if<Function>(&object.definition);
    if (function == nullptr) continue;
    for (FunctionSetting& setting : function->settings) {
      if (setting.name == "search_path") MovePathBack(setting.values, names);
    }
  }
}

}  // namespace pggit
