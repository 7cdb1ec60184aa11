#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/ddl/attributes.h"
#include "core/ddl/definition.h"

namespace pggit {
namespace {

// A text that ParseDefinition takes is canonical: it has checked that rendering gives it back.
Object ExpectCanonical(const std::string& text) {
  Object object = ParseDefinition(text);
  EXPECT_EQ(RenderDefinition(object), text);
  return object;
}

Function FunctionOf(const std::string& text) {
  return std::get<Function>(ExpectCanonical(text).definition);
}

Object FunctionWithSource(const std::string& source) {
  Function function;
  function.result = "text";
  function.language = "plpgsql";
  function.source = source;
  return {{Kind::kFunction, "public", "f", "()"}, {}, function};
}

TEST(FunctionDefinition, EveryAttribute) {
  const Function function = FunctionOf(
      "-- FUNCTION public.f(integer,\"a, b)\",text[])\n"
      "-- needs TYPE public.\"a, b)\"\n"
      "CREATE FUNCTION public.f(a integer, OUT b text, c \"a, b)\" DEFAULT 'x)'::\"a, b)\", "
      "VARIADIC d text[] DEFAULT '{}'::text[]) RETURNS SETOF public.language\n"
      "    LANGUAGE plpgsql TRANSFORM FOR TYPE public.cost, FOR TYPE hstore WINDOW IMMUTABLE "
      "STRICT "
      "SECURITY DEFINER LEAKPROOF COST 1e+06 ROWS 0.5 SUPPORT public.\"Support\" PARALLEL "
      "RESTRICTED\n"
      "    SET search_path TO 'pg_catalog', 'my \"schema', ''\n"
      "    SET \"DateStyle\" TO 'ISO, DMY'\n"
      "    SET app.\"User\" TO E'o''neil\\\\n'\n"
      "    AS $$\n"
      "BEGIN\n"
      "  RETURN a; -- ; END\n"
      "END\n"
      "$$;\n"
      "\n"
      "ALTER FUNCTION public.f(integer,\"a, b)\",text[]) OWNER TO alice;\n"
      "COMMENT ON FUNCTION public.f(integer,\"a, b)\",text[]) IS 'a function';\n"
      "REVOKE ALL ON FUNCTION public.f(integer,\"a, b)\",text[]) FROM PUBLIC;\n"
      "GRANT EXECUTE ON FUNCTION public.f(integer,\"a, b)\",text[]) TO bob;\n");
  EXPECT_EQ(function.result, "SETOF public.language");
  EXPECT_EQ(function.language, "plpgsql");
  EXPECT_EQ(function.transforms, (std::vector<std::string>{"public.cost", "hstore"}));
  EXPECT_EQ(function.cost, "1e+06");
  EXPECT_EQ(function.support, "public.\"Support\"");
  ASSERT_EQ(function.settings.size(), 3U);
  EXPECT_EQ(function.settings[0].values,
            (std::vector<std::string>{"pg_catalog", "my \"schema", ""}));
  EXPECT_EQ(function.settings[2].name, "app.User");
  EXPECT_EQ(function.settings[2].values, std::vector<std::string>{"o'neil\\n"});
  EXPECT_EQ(function.source, "\nBEGIN\n  RETURN a; -- ; END\nEND\n");
}

TEST(FunctionDefinition, BodyIsQuotedByATagItDoesNotHold) {
  const std::vector<std::string> sources = {
      "",          "plain",    "it's $1",           "$$",  "ends in $",
      "$$ $body$", "$$ $body", "$body1$ $body$ $$", "\\n", "$$a$body$b$body1$body2",
  };
  for (const std::string& source : sources) {
    const Object object = FunctionWithSource(source);
    EXPECT_EQ(ParseDefinition(RenderDefinition(object)), object) << source;
  }
  EXPECT_NE(RenderDefinition(FunctionWithSource("$1")).find("AS $$$1$$;"), std::string::npos);
  EXPECT_NE(RenderDefinition(FunctionWithSource("$")).find("AS $body$$$body$;"), std::string::npos);
}

TEST(FunctionDefinition, CodeInALibrary) {
  const Function function = FunctionOf(
      "-- FUNCTION public.f(internal)\n"
      "CREATE FUNCTION public.f(internal) RETURNS language_handler\n"
      "    LANGUAGE c\n"
      "    AS '$libdir/it''s', 'f_symbol';\n");
  EXPECT_EQ(function.library, "$libdir/it's");
  EXPECT_EQ(function.source, "f_symbol");
}

TEST(FunctionDefinition, SqlBodyEndsWhereItsOwnBlockEnds) {
  const Function function = FunctionOf(
      "-- FUNCTION public.f(integer)\n"
      "-- needs TABLE public.t: column id\n"
      "CREATE FUNCTION public.f(a integer) RETURNS TABLE(language text, \"end\" integer)\n"
      "    LANGUAGE sql STABLE\n"
      "    SET search_path TO ''\n"
      "BEGIN ATOMIC\n"
      " DELETE FROM public.t WHERE (t.note = 'END;'::text);\n"
      " SELECT\n"
      "         CASE\n"
      "             WHEN (t.id > 1) THEN\n"
      "             CASE t.\"case\"\n"
      "                 WHEN 1 THEN ';'::text\n"
      "                 ELSE t.\"end\"\n"
      "             END\n"
      "             ELSE NULL::text\n"
      "         END AS \"end\"\n"
      "    FROM public.t;\n"
      "END;\n"
      "\n"
      "COMMENT ON FUNCTION public.f(integer) IS 'a body of SQL';\n");
  EXPECT_TRUE(function.source.empty());
  EXPECT_TRUE(function.sql_body.starts_with("BEGIN ATOMIC"));
  EXPECT_TRUE(function.sql_body.ends_with("FROM public.t;\nEND"));
}

TEST(FunctionDefinition, SqlBodyOfOneExpression) {
  const Function function = FunctionOf(
      "-- FUNCTION public.f(integer)\n"
      "CREATE FUNCTION public.f(a integer DEFAULT 3) RETURNS integer\n"
      "    LANGUAGE sql\n"
      "RETURN CASE WHEN (a > 0) THEN a ELSE ( SELECT 1) END;\n");
  EXPECT_EQ(function.sql_body, "RETURN CASE WHEN (a > 0) THEN a ELSE ( SELECT 1) END");
}

TEST(FunctionDefinition, ProcedureReturnsNothing) {
  const Object object = ExpectCanonical(
      "-- PROCEDURE \"a.b\".\"p(integer) needs: x\"(integer,OUT text)\n"
      "CREATE PROCEDURE \"a.b\".\"p(integer) needs: x\"(IN \"select\" integer, OUT b text)\n"
      "    LANGUAGE sql\n"
      "BEGIN ATOMIC\n"
      "END;\n"
      "\n"
      "GRANT EXECUTE ON PROCEDURE \"a.b\".\"p(integer) needs: x\"(IN integer,OUT text) TO "
      "alice;\n");
  EXPECT_EQ(object.id.name, "p(integer) needs: x");
  EXPECT_EQ(object.id.signature, "(integer,OUT text)");
  EXPECT_TRUE(std::get<Function>(object.definition).result.empty());
}

TEST(FunctionDefinition, RefusesABodyWithoutEnd) {
  EXPECT_THROW(ParseDefinition("-- FUNCTION public.f()\n"
                               "CREATE FUNCTION public.f() RETURNS integer\n"
                               "    LANGUAGE sql\n"
                               "BEGIN ATOMIC\n"
                               " SELECT CASE WHEN true THEN 1 END;\n"),
               Error);
}

TEST(AggregateDefinition, EveryParameter) {
  const Object object = ExpectCanonical(
      "-- AGGREGATE public.mean(numeric)\n"
      "CREATE AGGREGATE public.mean(\"a value\" numeric) (\n"
      "    SFUNC = public.step,\n"
      "    STYPE = timestamp with time zone[],\n"
      "    SSPACE = 128,\n"
      "    FINALFUNC = \"a, b\".\"finish)\",\n"
      "    FINALFUNC_EXTRA,\n"
      "    FINALFUNC_MODIFY = SHAREABLE,\n"
      "    COMBINEFUNC = public.combine,\n"
      "    SERIALFUNC = numeric_avg_serialize,\n"
      "    DESERIALFUNC = numeric_avg_deserialize,\n"
      "    INITCOND = E'it''s, \\\\ )',\n"
      "    MSFUNC = public.step,\n"
      "    MINVFUNC = public.back,\n"
      "    MSTYPE = \"my, type\",\n"
      "    MSSPACE = 64,\n"
      "    MFINALFUNC = public.finish,\n"
      "    MFINALFUNC_EXTRA,\n"
      "    MFINALFUNC_MODIFY = READ_WRITE,\n"
      "    MINITCOND = '',\n"
      "    SORTOP = OPERATOR(public.<),\n"
      "    PARALLEL = SAFE\n"
      ");\n");
  const auto& aggregate = std::get<Aggregate>(object.definition);
  EXPECT_EQ(aggregate.state_type, "timestamp with time zone[]");
  EXPECT_EQ(aggregate.initial_condition, "it's, \\ )");
  EXPECT_EQ(aggregate.moving_initial_condition, "");
  EXPECT_EQ(aggregate.moving_state_type, "\"my, type\"");
}

TEST(AggregateDefinition, OrderedSetIsGrantedAsAFunction) {
  ExpectCanonical(
      "-- AGGREGATE public.place(VARIADIC \"any\" ORDER BY VARIADIC \"any\")\n"
      "CREATE AGGREGATE public.place(VARIADIC \"any\" ORDER BY VARIADIC \"any\") (\n"
      "    SFUNC = ordered_set_transition_multi,\n"
      "    STYPE = internal,\n"
      "    HYPOTHETICAL\n"
      ");\n"
      "\n"
      "ALTER AGGREGATE public.place(VARIADIC \"any\" ORDER BY VARIADIC \"any\") OWNER TO alice;\n"
      "COMMENT ON AGGREGATE public.place(VARIADIC \"any\" ORDER BY VARIADIC \"any\") IS 'x';\n"
      "REVOKE ALL ON FUNCTION public.place(VARIADIC \"any\") FROM PUBLIC;\n");
}

TEST(GrantTarget, AggregatesGoByTheFunctionsArguments) {
  const auto target = [](const char* signature) {
    return GrantTarget({Kind::kAggregate, "public", "a", signature});
  };
  EXPECT_EQ(target("(*)"), "FUNCTION public.a()");
  EXPECT_EQ(target("(integer,text)"), "FUNCTION public.a(integer,text)");
  EXPECT_EQ(target("(ORDER BY anyelement)"), "FUNCTION public.a(anyelement)");
  EXPECT_EQ(target("(integer ORDER BY \"order by\",text)"),
            "FUNCTION public.a(integer,\"order by\",text)");
  EXPECT_EQ(target("(integer,VARIADIC \"any\" ORDER BY VARIADIC \"any\")"),
            "FUNCTION public.a(integer,VARIADIC \"any\")");
}

}  // namespace
}  // namespace pggit
