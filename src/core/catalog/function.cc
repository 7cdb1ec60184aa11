#include <algorithm>
#include <array>
#include <set>

#include "core/catalog/kinds.h"
#include "core/catalog/letters.h"
#include "core/catalog/names.h"

namespace pggit {
namespace {

std::string VolatilityName(char letter) {
  switch (letter) {
    case 'i': return "IMMUTABLE";
    case 's': return "STABLE";
    default: return "";
  }
}

// The settings whose value is a list of names, each quoted where it has to be.
bool IsListOfNames(std::string_view setting) {
  constexpr auto kLists = std::to_array<std::string_view>(
      {"local_preload_libraries", "search_path", "session_preload_libraries",
       "shared_preload_libraries", "temp_tablespaces", "unix_socket_directories"});
  return std::find(kLists.begin(), kLists.end(), setting) != kLists.end();
}

std::string_view WithoutSpace(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// `a, "B c"` as a, B c.
std::vector<std::string> SplitNames(std::string_view list) {
  std::vector<std::string> names;
  while (true) {
    list = WithoutSpace(list);
    std::string name;
    if (list.starts_with('"')) {
      list.remove_prefix(1);
      while (!list.empty()) {
        const char c = list.front();
        list.remove_prefix(1);
        if (c == '"') {
          if (!list.starts_with('"')) break;
          list.remove_prefix(1);
        }
        name += c;
      }
    } else {
      name = WithoutSpace(list.substr(0, list.find(',')));
    }
    names.push_back(std::move(name));
    const std::size_t comma = list.find(',');
    if (comma == std::string_view::npos) return names;
    list.remove_prefix(comma + 1);
  }
}

FunctionSetting SettingFrom(std::string_view text) {
  FunctionSetting setting;
  const std::size_t equals = std::min(text.find('='), text.size());
  setting.name = text.substr(0, equals);
  text.remove_prefix(std::min(equals + 1, text.size()));
  if (IsListOfNames(setting.name)) {
    setting.values = SplitNames(text);
  } else {
    setting.values.emplace_back(text);
  }
  return setting;
}

// The functions that the server made together with something else, a range type say, are parts of
// that.
std::set<Oid32> ReadMadeWithOthers(Reader& reader) {
  std::set<Oid32> made;
  for (const DependRow& row : reader.depend_rows()) {
    if (row.from.catalog != Catalog::kProcedure || row.type != 'i') continue;
    made.insert(row.from.oid);
    if (!reader.IsMember(row.from)) reader.AliasFace(row.from, row.on);
  }
  return made;
}

}  // namespace

void ReadFunctions(Reader& reader) {
  const std::set<Oid32> made_with_others = ReadMadeWithOthers(reader);
  reader.ForEach(
      "SELECT p.oid, n.nspname, p.proname, p.prokind = 'p',"
      // A procedure is named by what it gives back too.
      " CASE WHEN p.prokind = 'p' AND 'o' = ANY (p.proargmodes) THEN"
      "  (SELECT pg_catalog.array_agg(CASE a.mode WHEN 'o' THEN 'OUT ' ELSE '' END"
      "    || a.type::pg_catalog.regtype ORDER BY a.number)"
      "   FROM ROWS FROM (pg_catalog.unnest(p.proallargtypes), pg_catalog.unnest(p.proargmodes))"
      "    WITH ORDINALITY AS a (type, mode, number))"
      " ELSE (p.proargtypes::pg_catalog.oid[]::pg_catalog.regtype[])[0:]::text[] END, p.proowner,"
      " p.proacl IS NOT NULL, p.proacl, pg_catalog.pg_get_function_arguments(p.oid),"
      " pg_catalog.pg_get_function_result(p.oid), l.lanname,"
      " p.protrftypes::pg_catalog.regtype[], p.prokind = 'w', p.provolatile, p.proisstrict,"
      " p.prosecdef, p.proleakproof,"
      " CASE WHEN p.procost <> CASE WHEN l.lanname IN ('internal', 'c') THEN 1 ELSE 100 END"
      "  THEN p.procost END,"
      " CASE WHEN p.proretset AND p.prorows <> 1000 THEN p.prorows END,"
      " p.prosupport::pg_catalog.regprocedure, p.proparallel, p.proconfig, p.probin,"
      " pg_catalog.pg_get_function_sqlbody(p.oid), p.prosrc"
      " FROM pg_catalog.pg_proc p"
      " JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace AND {user_schema}"
      " JOIN pg_catalog.pg_language l ON l.oid = p.prolang"
      " WHERE p.prokind IN ('f', 'p', 'w') AND {function p.oid}",
      [&](Cells& cells) {
        const CatalogAddress address{Catalog::kProcedure, cells.Oid()};
        if (reader.IsMember(address) || made_with_others.contains(address.oid)) return;
        ObjectId id{Kind::kFunction, cells.Text(), cells.Text(), ""};
        if (cells.Bool()) id.kind = Kind::kProcedure;
        id.signature = '(' + TypeList(cells.Array()) + ')';
        Object& object = reader.Add(address, id, Function{});
        const Oid32 owner = cells.Oid();
        const bool has_acl = cells.Bool();
        reader.SetOwnerAndPrivileges(object, 'f', owner, has_acl, cells.Array());
        Function& function = std::get<Function>(object.definition);
        function.arguments = cells.Text();
        function.result = cells.TextOrEmpty();
        function.language = cells.Text();
        function.transforms = cells.Array();
        function.window = cells.Bool();
        function.volatility = VolatilityName(cells.Letter());
        function.strict = cells.Bool();
        function.security_definer = cells.Bool();
        function.leakproof = cells.Bool();
        function.cost = cells.TextOrEmpty();
        function.rows = cells.TextOrEmpty();
        function.support = FunctionName(cells.View());
        function.parallel = ParallelFromLetter(cells.Letter());
        for (const std::string& setting : cells.Array()) {
          function.settings.push_back(SettingFrom(setting));
        }
        function.library = cells.TextOrEmpty();
        function.sql_body = cells.TextOrEmpty();
        if (function.sql_body.empty()) function.source = cells.Text();
      });
}

}  // namespace pggit
