#include <algorithm>

#include "core/base/identifier.h"
#include "core/ddl/kinds.h"
#include "core/ddl/settings.h"
#include "core/ddl/text.h"

namespace pggit {
namespace {

constexpr Setting<TextSearchParser> kParserSettings[] = {
    {"START", &TextSearchParser::start},
    {"GETTOKEN", &TextSearchParser::get_token},
    {"END", &TextSearchParser::end},
    {"HEADLINE", &TextSearchParser::headline},
    {"LEXTYPES", &TextSearchParser::token_types},
};

constexpr Setting<TextSearchTemplate> kTemplateSettings[] = {
    {"INIT", &TextSearchTemplate::init},
    {"LEXIZE", &TextSearchTemplate::lexize},
};

template <class T>
void RenderSettings(const ObjectId& id, std::span<const Setting<T>> settings, const T& object,
                    std::vector<Piece>& pieces) {
  std::vector<std::string> lines;
  AppendSettings(settings, object, lines);
  pieces.push_back({{}, "CREATE " + Describe(id) + ' ' + InParentheses(lines)});
}

template <class T>
T ParseObject(Cursor& cursor, std::string_view create, std::span<const Setting<T>> settings) {
  T object;
  cursor.Expect(create);
  cursor.QualifiedText();
  ParseSettings(cursor, settings, object);
  cursor.ExpectSymbol(";");
  return object;
}

}  // namespace

void Render(const ObjectId& id, const TextSearchParser& parser, Form /*form*/,
            std::vector<Piece>& pieces) {
  RenderSettings<TextSearchParser>(id, kParserSettings, parser, pieces);
}

TextSearchParser ParseTextSearchParser(Cursor& cursor) {
  return ParseObject<TextSearchParser>(cursor, "CREATE TEXT SEARCH PARSER", kParserSettings);
}

void Render(const ObjectId& id, const TextSearchTemplate& text_template, Form /*form*/,
            std::vector<Piece>& pieces) {
  RenderSettings<TextSearchTemplate>(id, kTemplateSettings, text_template, pieces);
}

TextSearchTemplate ParseTextSearchTemplate(Cursor& cursor) {
  return ParseObject<TextSearchTemplate>(cursor, "CREATE TEXT SEARCH TEMPLATE", kTemplateSettings);
}

void Render(const ObjectId& id, const TextSearchDictionary& dictionary, Form /*form*/,
            std::vector<Piece>& pieces) {
  std::vector<std::string> lines = {"TEMPLATE = " + dictionary.template_name};
  lines.insert(lines.end(), dictionary.settings.begin(), dictionary.settings.end());
  pieces.push_back({{}, "CREATE " + Describe(id) + ' ' + InParentheses(lines)});
}

TextSearchDictionary ParseTextSearchDictionary(Cursor& cursor) {
  TextSearchDictionary dictionary;
  cursor.Expect("CREATE TEXT SEARCH DICTIONARY");
  cursor.QualifiedText();
  cursor.ExpectSymbol("(");
  cursor.Expect("TEMPLATE");
  cursor.ExpectSymbol("=");
  dictionary.template_name = cursor.QualifiedText();
  while (cursor.AcceptSymbol(",")) dictionary.settings.push_back(cursor.TextUntil({","}));
  cursor.ExpectSymbol(")");
  cursor.ExpectSymbol(";");
  return dictionary;
}

void Render(const ObjectId& id, const TextSearchConfiguration& configuration, Form /*form*/,
            std::vector<Piece>& pieces) {
  pieces.push_back({{}, "CREATE " + Describe(id) + " (PARSER = " + configuration.parser + ')'});
  for (const TextSearchMapping& mapping : configuration.mappings) {
    pieces.push_back({{ElementKind::kMember, mapping.token_type},
                      "ALTER " + Describe(id) + " ADD MAPPING FOR " +
                          QuoteIdentifier(mapping.token_type) + " WITH " +
                          Join(mapping.dictionaries, ", ")});
  }
}

TextSearchConfiguration ParseTextSearchConfiguration(Cursor& cursor) {
  TextSearchConfiguration configuration;
  cursor.Expect("CREATE TEXT SEARCH CONFIGURATION");
  cursor.QualifiedText();
  cursor.ExpectSymbol("(");
  cursor.Expect("PARSER");
  cursor.ExpectSymbol("=");
  configuration.parser = cursor.QualifiedText();
  cursor.ExpectSymbol(")");
  cursor.ExpectSymbol(";");
  while (cursor.Sees("ALTER TEXT SEARCH CONFIGURATION")) {
    const std::size_t statement = cursor.position();
    cursor.Expect("ALTER TEXT SEARCH CONFIGURATION");
    cursor.QualifiedText();
    if (!cursor.Accept("ADD MAPPING FOR")) {  // The owner's statement comes next.
      cursor.Rewind(statement);
      break;
    }
    TextSearchMapping mapping;
    mapping.token_type = cursor.Name();
    cursor.Expect("WITH");
    do {
      mapping.dictionaries.push_back(cursor.QualifiedText());
    } while (cursor.AcceptSymbol(","));
    cursor.ExpectSymbol(";");
    configuration.mappings.push_back(std::move(mapping));
  }
  return configuration;
}

}  // namespace pggit
