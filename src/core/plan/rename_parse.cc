#include <algorithm>
#include <iterator>
#include <optional>

#include "core/base/error.h"
#include "core/base/identifier.h"
#include "core/ddl/lexer.h"
#include "core/diff/parts.h"
#include "core/model/parts_of.h"
#include "core/plan/rename.h"

namespace pggit {
namespace {

/// Something with a name, and how it can be spoken of.
struct Candidate {
  ObjectId object;
  Element element;
  std::string kind;  ///< "table", "column", "value" ...
  std::vector<std::string> path;
};

struct Spoken {
  std::string kind;  ///< Empty when it was not said.
  std::vector<std::string> path;
  std::string signature;  ///< Without spaces; empty when it was not said.
  std::string name;       ///< The new one.
};

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return 'A' <= c && c <= 'Z' ? c - 'A' + 'a' : c; });
  return lower;
}

std::string Squeezed(std::string_view sql) {
  std::string text;
  for (const Token& token : Lex(sql)) text += token.value + ' ';
  return text;
}

[[noreturn]] void Fail(const std::string& text) {
  throw Error(ErrorCode::kInvalidArgument, '"' + text + "\" tells no rename", {},
              "Write it as schema.old=new, or schema.table.old=new.");
}

class Reader {
 public:
  explicit Reader(const std::string& text) : text_(text), tokens_(LexOrFail()) {}

  Spoken Read() {
    Spoken spoken;
    while (IsName(Now()) && IsName(tokens_[at_ + 1])) {
      spoken.kind += (spoken.kind.empty() ? "" : " ") + Take();
    }
    spoken.path.push_back(TakeName());
    while (Accept(".")) spoken.path.push_back(TakeName());
    if (Now().kind == TokenKind::kSymbol && Now().value == "(") spoken.signature = Signature();
    if (!Accept("=")) Fail(text_);
    spoken.name = TakeName();
    if (Now().kind != TokenKind::kEnd || spoken.name.empty()) Fail(text_);
    return spoken;
  }

 private:
  std::vector<Token> LexOrFail() const {
    try {
      return Lex(text_);
    } catch (const Error&) {
      Fail(text_);
    }
  }

  const Token& Now() const { return tokens_[at_]; }
  std::string Take() { return tokens_[at_++].value; }

  // A value of an enum may be written as a name or as a literal.
  std::string TakeName() {
    if (!IsName(Now()) && Now().kind != TokenKind::kString) Fail(text_);
    return Take();
  }

  bool Accept(std::string_view symbol) {
    if (Now().kind != TokenKind::kSymbol || Now().value != symbol) return false;
    ++at_;
    return true;
  }

  std::string Signature() {
    const std::size_t begin = Now().begin;
    int depth = 0;
    do {
      if (Now().kind == TokenKind::kEnd) Fail(text_);
      if (Now().value == "(") ++depth;
      if (Now().value == ")") --depth;
      ++at_;
    } while (depth > 0);
    return Squeezed(text_.substr(begin, tokens_[at_ - 1].end - begin));
  }

  const std::string& text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

void AddParts(const Object& object, std::vector<Candidate>& candidates) {
  const ObjectId& id = object.id;
  const auto add = [&](Element element, const std::string& kind) {
    std::vector<std::string> path{id.schema, id.name, element.name};
    candidates.push_back({id, std::move(element), kind, std::move(path)});
  };
  // Indexes and sequences have names of their own in the schema.
  const auto add_relation = [&](const Element& element) {
    candidates.push_back(
        {id, element, std::string(ElementKindName(element.kind)), {id.schema, element.name}});
  };
  const auto add_all = [&](const auto* parts) {
    if (!parts) return;
    for (const auto& part : *parts) {
      const Element element = PartElement(part);
      add(element, std::string(ElementKindName(element.kind)));
      if (element.kind == ElementKind::kIndex) add_relation(element);
    }
  };
  add_all(IndexesOf(object.definition));
  add_all(RulesOf(object.definition));
  add_all(TriggersOf(object.definition));
  if (const Table* table = std::get_if<Table>(&object.definition)) {
    add_all(&table->columns);
    add_all(&table->constraints);
    add_all(&table->policies);
    for (const Column& column : table->columns) {
      if (column.identity) add_relation({ElementKind::kSequence, column.identity->sequence});
    }
  } else if (const View* view = std::get_if<View>(&object.definition)) {
    add_all(&view->columns);
  } else if (const auto* type = std::get_if<CompositeType>(&object.definition)) {
    for (const TypeAttribute& part : type->attributes) add(PartElement(part), "attribute");
  } else if (const Domain* domain = std::get_if<Domain>(&object.definition)) {
    add_all(&domain->constraints);
  } else if (const EnumType* mood = std::get_if<EnumType>(&object.definition)) {
    for (const std::string& value : mood->values) add({ElementKind::kMember, value}, "value");
  }
}

std::vector<Candidate> CandidatesIn(const Schema& schema) {
  std::vector<Candidate> candidates;
  for (const auto& [id, object] : schema.objects) {
    if (id.name.empty()) continue;
    std::vector<std::string> path;
    if (KindHasSchema(id.kind)) path.push_back(id.schema);
    path.push_back(id.name);
    candidates.push_back({id, {}, Lower(KindName(id.kind)), std::move(path)});
    AddParts(object, candidates);
  }
  return candidates;
}

bool Matches(const Candidate& candidate, const Spoken& spoken) {
  if (candidate.path != spoken.path) return false;
  if (!spoken.kind.empty() && candidate.kind != spoken.kind) return false;
  if (spoken.signature.empty()) return true;
  return candidate.element == Element{} && Squeezed(candidate.object.signature) == spoken.signature;
}

std::vector<Candidate> Find(const std::vector<Candidate>& all, Spoken spoken) {
  std::vector<Candidate> found;
  const auto search = [&] {
    std::ranges::copy_if(all, std::back_inserter(found),
                         [&](const Candidate& candidate) { return Matches(candidate, spoken); });
  };
  search();
  if (!found.empty()) return found;
  spoken.path.insert(spoken.path.begin(), "public");
  search();
  return found;
}

std::string PathText(const Candidate& candidate) {
  std::string text;
  for (const std::string& name : candidate.path) {
    text += (text.empty() ? "" : ".") + QuoteIdentifier(name);
  }
  return candidate.element == Element{} ? text + candidate.object.signature : text;
}

std::string DescribeAny(const Candidate& candidate) {
  if (candidate.kind != "value") return Describe(candidate.object, candidate.element);
  return "value " + QuoteIdentifier(candidate.element.name) + " of " + Describe(candidate.object);
}

}  // namespace

Rename ParseRename(const Schema& schema, const std::string& text) {
  const Spoken spoken = Reader(text).Read();
  const std::vector<Candidate> found = Find(CandidatesIn(schema), spoken);
  if (found.empty()) {
    throw Error(ErrorCode::kUnknownRevision, "nothing has the old name in \"" + text + '"', {},
                "Write it as schema.old=new, or schema.table.old=new; quote names as in SQL.");
  }
  if (found.size() > 1) {
    std::string detail = "It may be:";
    for (const Candidate& candidate : found) detail += "\n  " + DescribeAny(candidate);
    throw Error(ErrorCode::kUnknownRevision, "several things have the old name in \"" + text + '"',
                detail,
                "Put the kind before the name: \"" + found.front().kind + ' ' +
                    PathText(found.front()) + '=' + QuoteIdentifier(spoken.name) + "\".");
  }
  const Candidate& one = found.front();
  if (!CanRename(schema.objects.at(one.object), one.element)) {
    throw Error(ErrorCode::kNotSupported, "cannot rename " + DescribeAny(one),
                "No statement gives it another name and leaves all else as it is.",
                "Leave the rename out: the plan drops it and makes it anew.");
  }
  return {one.object, one.element, spoken.name};
}

std::string RenameText(const Schema& schema, const Rename& rename, bool with_kind) {
  const std::vector<Candidate> all = CandidatesIn(schema);
  const auto own = std::ranges::find_if(all, [&](const Candidate& candidate) {
    return candidate.object == rename.object && candidate.element == rename.element;
  });
  if (own == all.end()) throw InternalError("nothing to rename");
  const std::string text = PathText(*own) + '=' + QuoteIdentifier(rename.name);
  return with_kind || Find(all, Reader(text).Read()).size() > 1 ? own->kind + ' ' + text : text;
}

}  // namespace pggit
