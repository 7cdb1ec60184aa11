#include "core/lint/lint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/ddl/document.h"
#include "core/plan/rename.h"

namespace pggit {
namespace {

using Strings = std::vector<std::string>;

std::vector<Finding> Found(const std::string& from, const std::string& to,
                           const Strings& told = {}) {
  const Schema target = ParseDocument(to);
  const Renamed renamed = RenameAll(ParseDocument(from), target, told);
  return Lint(renamed.schema, target, BuildPlan(renamed, target));
}

Strings Rules(const std::vector<Finding>& findings) {
  Strings rules;
  for (const Finding& finding : findings) rules.emplace_back(finding.rule->name);
  return rules;
}

std::string Table(const std::string& lines, const std::string& more = {}) {
  return "-- TABLE public.t\nCREATE TABLE public.t (\n    id integer NOT NULL,\n" + lines +
         "    CONSTRAINT t_pkey PRIMARY KEY (id)\n);\n" + more;
}

std::string Function(const std::string& options, const std::string& name = "f()") {
  return "-- FUNCTION public." + name + "\nCREATE FUNCTION public." + name +
         " RETURNS integer\n    LANGUAGE sql" + options + "\n    AS $$SELECT 1$$;\n";
}

std::string Mood(const std::string& values) {
  return "-- TYPE public.mood\nCREATE TYPE public.mood AS ENUM (\n" + values + "\n);\n";
}

/// A plan that breaks a rule, and one much like it that does not.
struct Case {
  std::string rule;
  std::string from;
  std::string to;
  std::string harmless;  ///< Another target.
  Strings told = {};
  Strings told_harmless = {};
};

const std::string kOther =
    "\n-- TABLE public.o\nCREATE TABLE public.o (\n    id integer NOT NULL,\n"
    "    CONSTRAINT o_pkey PRIMARY KEY (id)\n);\n";

std::string Key(const std::string& index) {
  return "-- TABLE public.o\nCREATE TABLE public.o (\n    id integer NOT NULL,\n"
         "    CONSTRAINT o_pkey PRIMARY KEY (id)\n);\n\n"
         "-- TABLE public.t\n-- constraint t_o_fkey needs TABLE public.o: column id, constraint "
         "o_pkey\nCREATE TABLE public.t (\n    id integer NOT NULL,\n    o integer,\n"
         "    CONSTRAINT t_o_fkey FOREIGN KEY (o) REFERENCES public.o(id),\n"
         "    CONSTRAINT t_pkey PRIMARY KEY (id)\n);\n" +
         index;
}

std::vector<Case> Cases() {
  const std::string index = "\nCREATE INDEX i ON public.t USING btree (a);\n";
  const std::string policy = "\nCREATE POLICY p ON public.t;\n";
  const std::string long_name(64, 'x');
  return {
      {"data-loss", Table("    a text,\n"), Table(""), Table("    a text,\n    b text,\n")},
      {"not-null-without-default", Table(""), Table("    a text NOT NULL,\n"),
       Table("    a text NOT NULL DEFAULT ''::text,\n")},
      {"volatile-default", Table(""), Table("    a uuid DEFAULT gen_random_uuid(),\n"),
       Table("    a uuid,\n")},
      {"table-rewrite", Table("    a integer,\n"), Table("    a bigint,\n"),
       Table("    a integer DEFAULT 1,\n")},
      {"blocking-scan", Table("    a text,\n"), Table("    a text NOT NULL,\n"),
       Table("    a text,\n",
             "\nALTER TABLE public.t ADD CONSTRAINT c CHECK ((a <> ''::text)) NOT VALID;\n")},
      {"blocking-index", Table("    a text,\n"), Table("    a text,\n", index),
       Table("    a text,\n") + kOther},
      {"breaking-rename",
       Table("    a text,\n"),
       Table("    b text,\n"),
       Table("    a text,\n"),
       {"public.t.a=b"}},
      {"breaking-change", Function(""), kOther.substr(1), Function("") + kOther},
      {"foreign-key-without-index", kOther.substr(1), Key(""),
       Key("\nCREATE INDEX i ON public.t USING btree (o, id);\n")},
      {"duplicate-index", Table("    a text,\n", index),
       Table("    a text,\n", index + "CREATE INDEX j ON public.t USING btree (a);\n"),
       Table("    a text,\n", index + "CREATE INDEX j ON public.t USING btree (a DESC);\n")},
      {"name-too-long", Table(""), Table("    " + long_name + " text,\n"),
       Table("    " + long_name.substr(1) + " text,\n")},
      {"name-clash", Table("    a text,\n"), Table("    a text,\n    \"A\" text,\n"),
       Table("    a text,\n    \"B\" text,\n")},
      {"policies-without-row-security", Table(""), Table("", policy),
       Table("", "\nALTER TABLE public.t ENABLE ROW LEVEL SECURITY;\n" + policy.substr(1))},
      {"definer-without-search-path", Function(""), Function(" SECURITY DEFINER"),
       Function(" SECURITY DEFINER\n    SET search_path TO 'pg_catalog'")},
      {"not-transactional", Mood("    'sad'"), Mood("    'sad',\n    'ok'"), Mood("    'sad'")},
      {"table-without-primary-key", kOther.substr(1),
       "-- TABLE public.o\nCREATE TABLE public.o (\n    id integer NOT NULL,\n    CONSTRAINT "
       "o_pkey PRIMARY KEY (id)\n);\n\n-- TABLE public.t\nCREATE TABLE public.t (\n    id "
       "integer\n);\n",
       kOther.substr(1) + '\n' + Table("")},
  };
}

TEST(Lint, FindsWhatBreaksARuleAndNothingElse) {
  for (const Case& each : Cases()) {
    SCOPED_TRACE(each.rule);
    const Strings rules = Rules(Found(each.from, each.to, each.told));
    EXPECT_EQ(std::ranges::count(rules, each.rule), 1) << each.rule;
    const Strings others = Rules(Found(each.from, each.harmless, each.told_harmless));
    EXPECT_EQ(std::ranges::count(others, each.rule), 0) << each.rule;
  }
}

TEST(Lint, HasACaseForEveryRule) {
  std::set<std::string> tested;
  for (const Case& each : Cases()) tested.insert(each.rule);
  std::set<std::string> rules;
  for (const LintRule& rule : LintRules()) rules.emplace(rule.name);
  EXPECT_EQ(tested, rules);
  EXPECT_TRUE(std::ranges::is_sorted(LintRules(), std::ranges::greater{}, &LintRule::severity));
}

TEST(Lint, SaysNothingOfWhatWasThereBefore) {
  const std::string silent = Table("    a text,\n", "\nCREATE POLICY p ON public.t;\n");
  EXPECT_TRUE(Found(silent, silent).empty());
  EXPECT_TRUE(
      Found(silent, Table("    a text DEFAULT 'x'::text,\n", "\nCREATE POLICY p ON public.t;\n"))
          .empty());
  EXPECT_TRUE(Found(Key(""), Key("") + "\nCOMMENT ON TABLE public.t IS 'x';\n").empty());
}

TEST(Lint, LeavesLocksOnNewTablesAlone) {
  EXPECT_TRUE(Found(kOther.substr(1),
                    kOther.substr(1) + '\n' +
                        Table("    a text,\n", "\nCREATE INDEX i ON public.t USING btree (a);\n"))
                  .empty());
}

TEST(Lint, TellsTheWorstFirst) {
  const std::vector<Finding> findings =
      Found(Table("    a text,\n    b text,\n"), Table("    b text NOT NULL,\n"));
  EXPECT_EQ(Rules(findings), (Strings{"data-loss", "blocking-scan"}));
  EXPECT_EQ(findings[0].message, "all values of column a of TABLE public.t are lost");
  EXPECT_EQ(findings[0].sql, "ALTER TABLE public.t DROP COLUMN a");
  EXPECT_EQ(findings[0].element, (Element{ElementKind::kColumn, "a"}));
}

TEST(Lint, KnowsVolatileFunctionsOfTheSchema) {
  const auto volatile_default = [](const std::string& options) {
    const std::string add = Table("    a integer DEFAULT public.f(),\n");
    const std::string needs = "-- TABLE public.t\n-- default a needs FUNCTION public.f()\n";
    const Strings rules = Rules(Found(Function(options) + '\n' + Table(""),
                                      Function(options) + '\n' + needs + add.substr(18)));
    return std::ranges::count(rules, "volatile-default") == 1;
  };
  EXPECT_TRUE(volatile_default(""));
  EXPECT_FALSE(volatile_default(" IMMUTABLE"));
}

}  // namespace
}  // namespace pggit
