#include <algorithm>
#include <string_view>

#include "core/catalog/kinds.h"

namespace pggit {
namespace {

void ReadParsers(Reader& reader) {
  reader.ForEach(
      "SELECT p.oid, n.nspname, p.prsname, p.prsstart, p.prstoken, p.prsend,"
      " CASE WHEN p.prsheadline <> 0 THEN p.prsheadline END, p.prslextype"
      " FROM pg_catalog.pg_ts_parser p"
      " JOIN pg_catalog.pg_namespace n ON n.oid = p.prsnamespace AND {user_schema}",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kTsParser, cells.Oid()};
        const ObjectId id{Kind::kTextSearchParser, cells.Text(), cells.Text(), ""};
        if (reader.IsMember(address)) return;
        TextSearchParser parser;
        parser.start = cells.Text();
        parser.get_token = cells.Text();
        parser.end = cells.Text();
        parser.headline = cells.TextOrEmpty();
        parser.token_types = cells.Text();
        reader.Add(address, id, std::move(parser));
      });
}

void ReadTemplates(Reader& reader) {
  reader.ForEach(
      "SELECT t.oid, n.nspname, t.tmplname, CASE WHEN t.tmplinit <> 0 THEN t.tmplinit END,"
      " t.tmpllexize"
      " FROM pg_catalog.pg_ts_template t"
      " JOIN pg_catalog.pg_namespace n ON n.oid = t.tmplnamespace AND {user_schema}",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kTsTemplate, cells.Oid()};
        const ObjectId id{Kind::kTextSearchTemplate, cells.Text(), cells.Text(), ""};
        if (reader.IsMember(address)) return;
        TextSearchTemplate text_template;
        text_template.init = cells.TextOrEmpty();
        text_template.lexize = cells.Text();
        reader.Add(address, id, std::move(text_template));
      });
}

// Splits `a = 'x', "b" = 2` at the commas outside quotes, which the server doubles inside them.
std::vector<std::string> SplitSettings(std::string_view text) {
  std::vector<std::string> settings;
  char quote = '\0';
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quote != '\0') {
      if (text[i] == quote) quote = '\0';
    } else if (text[i] == '\'' || text[i] == '"') {
      quote = text[i];
    } else if (text.substr(i).starts_with(", ")) {
      settings.emplace_back(text.substr(begin, i - begin));
      begin = i + 2;
    }
  }
  if (begin < text.size()) settings.emplace_back(text.substr(begin));
  return settings;
}

void ReadDictionaries(Reader& reader) {
  reader.ForEach(
      "SELECT d.oid, n.nspname, d.dictname, d.dictowner,"
      " pg_catalog.quote_ident(tn.nspname) || '.' || pg_catalog.quote_ident(t.tmplname),"
      " d.dictinitoption"
      " FROM pg_catalog.pg_ts_dict d"
      " JOIN pg_catalog.pg_namespace n ON n.oid = d.dictnamespace AND {user_schema}"
      " JOIN pg_catalog.pg_ts_template t ON t.oid = d.dicttemplate"
      " JOIN pg_catalog.pg_namespace tn ON tn.oid = t.tmplnamespace",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kTsDictionary, cells.Oid()};
        const ObjectId id{Kind::kTextSearchDictionary, cells.Text(), cells.Text(), ""};
        if (reader.IsMember(address)) return;
        Object& object = reader.Add(address, id, TextSearchDictionary{});
        reader.SetOwnerAndPrivileges(object, '\0', cells.Oid(), /*has_acl=*/false, {});
        TextSearchDictionary& dictionary = std::get<TextSearchDictionary>(object.definition);
        dictionary.template_name = cells.Text();
        dictionary.settings = SplitSettings(cells.TextOrEmpty());
      });
}

void ReadConfigurations(Reader& reader) {
  reader.ForEach(
      "SELECT c.oid, n.nspname, c.cfgname, c.cfgowner,"
      " pg_catalog.quote_ident(pn.nspname) || '.' || pg_catalog.quote_ident(p.prsname)"
      " FROM pg_catalog.pg_ts_config c"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.cfgnamespace AND {user_schema}"
      " JOIN pg_catalog.pg_ts_parser p ON p.oid = c.cfgparser"
      " JOIN pg_catalog.pg_namespace pn ON pn.oid = p.prsnamespace",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kTsConfig, cells.Oid()};
        const ObjectId id{Kind::kTextSearchConfiguration, cells.Text(), cells.Text(), ""};
        if (reader.IsMember(address)) return;
        Object& object = reader.Add(address, id, TextSearchConfiguration{});
        reader.SetOwnerAndPrivileges(object, '\0', cells.Oid(), /*has_acl=*/false, {});
        std::get<TextSearchConfiguration>(object.definition).parser = cells.Text();
      });
  reader.ForEach(
      "SELECT c.oid, token.alias,"
      " pg_catalog.quote_ident(dn.nspname) || '.' || pg_catalog.quote_ident(d.dictname)"
      " FROM pg_catalog.pg_ts_config c"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.cfgnamespace AND {user_schema}"
      " CROSS JOIN LATERAL pg_catalog.ts_token_type(c.cfgparser) token"
      " JOIN pg_catalog.pg_ts_config_map m ON m.mapcfg = c.oid AND m.maptokentype = token.tokid"
      " JOIN pg_catalog.pg_ts_dict d ON d.oid = m.mapdict"
      " JOIN pg_catalog.pg_namespace dn ON dn.oid = d.dictnamespace"
      " ORDER BY c.oid, token.tokid, m.mapseqno",
      [&](Cells& cells) {
        auto* configuration =
            reader.FindDefinition<TextSearchConfiguration>({Catalog::kTsConfig, cells.Oid()});
        if (!configuration) return;
        const std::string token_type = cells.Text();
        std::vector<TextSearchMapping>& mappings = configuration->mappings;
        if (mappings.empty() || mappings.back().token_type != token_type) {
          mappings.push_back({token_type, {}});
        }
        mappings.back().dictionaries.push_back(cells.Text());
      });
  for (auto& [id, object] : reader.schema().objects) {
    if (auto* configuration = std::get_if<TextSearchConfiguration>(&object.definition)) {
      std::sort(configuration->mappings.begin(), configuration->mappings.end());
    }
  }
}

}  // namespace

void ReadTextSearch(Reader& reader) {
  ReadParsers(reader);
  ReadTemplates(reader);
  ReadDictionaries(reader);
  ReadConfigurations(reader);
}

}  // namespace pggit
