#include "core/plan/restore.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/base/error.h"
#include "core/ddl/document.h"

namespace pggit {
namespace {

// The script of the schema that `document` holds, one statement an element, schemas left out.
std::vector<std::string> Restore(const std::string& document) {
  std::vector<std::string> sql;
  for (Statement& statement : PlanRestore(ParseDocument(document))) {
    if (statement.object.kind != Kind::kSchema) sql.push_back(std::move(statement.sql));
  }
  return sql;
}

std::string Joined(const std::vector<std::string>& sql) {
  std::string text;
  for (const std::string& statement : sql) text += statement + ";\n";
  return text;
}

std::string Script(const std::string& document) {
  return Joined(Restore(document));
}

TEST(PlanRestore, KindsAndNamesDecideWhatNeedsDoNot) {
  EXPECT_EQ(Script("-- TABLE public.a\n"
                   "-- column s needs VIEW public.v\n"
                   "CREATE TABLE public.a (\n"
                   "    s public.v\n"
                   ");\n"
                   "\n"
                   "-- TABLE public.b\n"
                   "CREATE TABLE public.b (\n"
                   "    id integer NOT NULL,\n"
                   "    CONSTRAINT b_pkey PRIMARY KEY (id)\n"
                   ");\n"
                   "\n"
                   "-- VIEW public.v\n"
                   "-- needs TABLE public.b: column id, constraint b_pkey\n"
                   "-- returns id integer\n"
                   "CREATE VIEW public.v AS\n"
                   "SELECT b.id\n"
                   "   FROM public.b\n"
                   "  GROUP BY b.id;\n"),
            "CREATE TABLE public.b (\n"
            "    id integer NOT NULL\n"
            ");\n"
            "ALTER TABLE ONLY public.b ADD CONSTRAINT b_pkey PRIMARY KEY (id);\n"
            "CREATE VIEW public.v AS\n"
            "SELECT b.id\n"
            "   FROM public.b\n"
            "  GROUP BY b.id;\n"
            "CREATE TABLE public.a (\n"
            "    s public.v\n"
            ");\n");
}

TEST(PlanRestore, ForeignKeysMayGoInCircles) {
  EXPECT_EQ(Script("-- TABLE public.a\n"
                   "-- constraint f needs TABLE public.b: column id, constraint b_pkey\n"
                   "CREATE TABLE public.a (\n"
                   "    id integer NOT NULL,\n"
                   "    CONSTRAINT a_pkey PRIMARY KEY (id),\n"
                   "    CONSTRAINT f FOREIGN KEY (id) REFERENCES public.b(id)\n"
                   ");\n"
                   "\n"
                   "COMMENT ON CONSTRAINT f ON public.a IS 'to b';\n"
                   "\n"
                   "-- TABLE public.b\n"
                   "-- constraint f needs TABLE public.a: column id, constraint a_pkey\n"
                   "CREATE TABLE public.b (\n"
                   "    id integer NOT NULL,\n"
                   "    CONSTRAINT b_pkey PRIMARY KEY (id),\n"
                   "    CONSTRAINT f FOREIGN KEY (id) REFERENCES public.a(id)\n"
                   ");\n"),
            "CREATE TABLE public.a (\n"
            "    id integer NOT NULL\n"
            ");\n"
            "CREATE TABLE public.b (\n"
            "    id integer NOT NULL\n"
            ");\n"
            "ALTER TABLE ONLY public.a ADD CONSTRAINT a_pkey PRIMARY KEY (id);\n"
            "ALTER TABLE ONLY public.b ADD CONSTRAINT b_pkey PRIMARY KEY (id);\n"
            "ALTER TABLE public.a ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES public.b(id);\n"
            "COMMENT ON CONSTRAINT f ON public.a IS 'to b';\n"
            "ALTER TABLE public.b ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES public.a(id);\n");
}

TEST(PlanRestore, ViewsInACircleAreMadeInTwoSteps) {
  const std::string script = Script(
      "-- VIEW public.v\n"
      "-- needs VIEW public.w: column \"X\"\n"
      "-- returns \"X\" text COLLATE \"C\"\n"
      "CREATE VIEW public.v AS\n"
      "SELECT w.\"X\"\n"
      "   FROM public.w;\n"
      "\n"
      "-- VIEW public.w\n"
      "-- needs VIEW public.v: column \"X\"\n"
      "-- returns \"X\" text\n"
      "CREATE VIEW public.w AS\n"
      "SELECT v.\"X\"\n"
      "   FROM public.v;\n");
  EXPECT_EQ(script,
            "CREATE VIEW public.v AS\n"
            "SELECT\n"
            "    NULL::text COLLATE \"C\" AS \"X\";\n"
            "CREATE VIEW public.w AS\n"
            "SELECT v.\"X\"\n"
            "   FROM public.v;\n"
            "CREATE OR REPLACE VIEW public.v AS\n"
            "SELECT w.\"X\"\n"
            "   FROM public.w;\n");
}

TEST(PlanRestore, AttachesPartitionsAndTheirKeysInOrder) {
  EXPECT_EQ(Script("-- TABLE public.a_part\n"
                   "-- needs TABLE public.m\n"
                   "CREATE TABLE public.a_part (\n"
                   "    at date NOT NULL,\n"
                   "    CONSTRAINT a_pkey PRIMARY KEY (at)\n"
                   ");\n"
                   "\n"
                   "ALTER TABLE ONLY public.m ATTACH PARTITION public.a_part DEFAULT;\n"
                   "ALTER INDEX public.m_pkey ATTACH PARTITION public.a_pkey;\n"
                   "\n"
                   "-- TABLE public.m\n"
                   "CREATE TABLE public.m (\n"
                   "    at date NOT NULL,\n"
                   "    CONSTRAINT m_pkey PRIMARY KEY (at)\n"
                   ")\n"
                   "PARTITION BY RANGE (at);\n"),
            "CREATE TABLE public.m (\n"
            "    at date NOT NULL\n"
            ")\n"
            "PARTITION BY RANGE (at);\n"
            "CREATE TABLE public.a_part (\n"
            "    at date NOT NULL\n"
            ");\n"
            "ALTER TABLE ONLY public.m ATTACH PARTITION public.a_part DEFAULT;\n"
            "ALTER TABLE ONLY public.m ADD CONSTRAINT m_pkey PRIMARY KEY (at);\n"
            "ALTER TABLE ONLY public.a_part ADD CONSTRAINT a_pkey PRIMARY KEY (at);\n"
            "ALTER INDEX public.m_pkey ATTACH PARTITION public.a_pkey;\n");
}

TEST(PlanRestore, OwnersAgreeBeforeASequenceIsGivenAway) {
  EXPECT_EQ(Script("-- SEQUENCE public.s\n"
                   "CREATE SEQUENCE public.s;\n"
                   "ALTER SEQUENCE public.s OWNED BY public.t.id;\n"
                   "ALTER SEQUENCE public.s OWNER TO bob;\n"
                   "\n"
                   "-- TABLE public.t\n"
                   "-- default id needs SEQUENCE public.s\n"
                   "CREATE TABLE public.t (\n"
                   "    id bigint DEFAULT nextval('public.s'::regclass)\n"
                   ");\n"
                   "\n"
                   "ALTER TABLE public.t OWNER TO bob;\n"
                   "REVOKE ALL ON TABLE public.t FROM bob;\n"),
            "CREATE SEQUENCE public.s;\n"
            "ALTER SEQUENCE public.s OWNER TO bob;\n"
            "CREATE TABLE public.t (\n"
            "    id bigint\n"
            ");\n"
            "ALTER TABLE ONLY public.t ALTER COLUMN id SET DEFAULT "
            "nextval('public.s'::regclass);\n"
            "ALTER TABLE public.t OWNER TO bob;\n"
            "ALTER SEQUENCE public.s OWNED BY public.t.id;\n"
            "REVOKE ALL ON TABLE public.t FROM bob;\n");
}

TEST(PlanRestore, NamesTheObjectsOfACircleItCannotOpen) {
  try {
    Restore(
        "-- TABLE public.a\n"
        "-- column x needs TABLE public.b\n"
        "CREATE TABLE public.a (\n"
        "    x public.b\n"
        ");\n"
        "\n"
        "-- TABLE public.b\n"
        "-- column x needs TABLE public.a\n"
        "CREATE TABLE public.b (\n"
        "    x public.a\n"
        ");\n");
    FAIL() << "a circle has no order";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kDependencyCycle);
    EXPECT_EQ(error.detail(), "They are:\n  TABLE public.a\n  TABLE public.b");
  }
}

TEST(PlanRestore, TakesTheSchemaPublicAwayWhenThereIsNone) {
  const std::vector<Statement> plan =
      PlanRestore(ParseDocument("-- SCHEMA app\nCREATE SCHEMA app;\n"));
  ASSERT_EQ(plan.size(), 2U);
  EXPECT_EQ(plan[0].sql, "DROP SCHEMA IF EXISTS public");
  EXPECT_EQ(plan[1].sql, "CREATE SCHEMA app");
}

TEST(PlanRestore, TypeIsGivenAwayWhenItIsComplete) {
  const std::string script = Script(
      "-- FUNCTION public.t_in(cstring)\n"
      "-- needs TYPE public.t\n"
      "CREATE FUNCTION public.t_in(cstring) RETURNS public.t\n"
      "    LANGUAGE internal\n"
      "    AS $$int4in$$;\n"
      "\n"
      "-- FUNCTION public.t_out(public.t)\n"
      "-- needs TYPE public.t\n"
      "CREATE FUNCTION public.t_out(public.t) RETURNS cstring\n"
      "    LANGUAGE internal\n"
      "    AS $$int4out$$;\n"
      "\n"
      "-- TYPE public.t\n"
      "-- member definition needs FUNCTION public.t_in(cstring)\n"
      "-- member definition needs FUNCTION public.t_out(public.t)\n"
      "CREATE TYPE public.t (\n"
      "    INPUT = public.t_in,\n"
      "    OUTPUT = public.t_out\n"
      ");\n"
      "\n"
      "ALTER TYPE public.t OWNER TO alice;\n");
  EXPECT_LT(script.find("CREATE TYPE public.t ("), script.find("OWNER TO"));
}

TEST(PlanRestore, FunctionsWithSqlBodiesThatNeedEachOther) {
  EXPECT_EQ(Script("-- FUNCTION public.f()\n"
                   "-- needs FUNCTION public.g()\n"
                   "CREATE FUNCTION public.f() RETURNS integer\n"
                   "    LANGUAGE sql\n"
                   "RETURN public.g();\n"
                   "\n"
                   "-- FUNCTION public.g()\n"
                   "-- needs FUNCTION public.f()\n"
                   "CREATE FUNCTION public.g() RETURNS integer\n"
                   "    LANGUAGE sql\n"
                   "RETURN public.f();\n"),
            "CREATE FUNCTION public.f() RETURNS integer\n"
            "    LANGUAGE sql\n"
            "    AS $$$$;\n"
            "CREATE FUNCTION public.g() RETURNS integer\n"
            "    LANGUAGE sql\n"
            "RETURN public.f();\n"
            "CREATE OR REPLACE FUNCTION public.f() RETURNS integer\n"
            "    LANGUAGE sql\n"
            "RETURN public.g();\n");
}

TEST(PlanRestore, FunctionWithSqlBodyThatCallsItself) {
  EXPECT_EQ(Script("-- FUNCTION public.\"F\"()\n"
                   "CREATE FUNCTION public.\"F\"() RETURNS integer\n"
                   "    LANGUAGE sql\n"
                   "RETURN public.\"F\"();\n"),
            "CREATE FUNCTION public.\"F\"() RETURNS integer\n"
            "    LANGUAGE sql\n"
            "    AS $$$$;\n"
            "CREATE OR REPLACE FUNCTION public.\"F\"() RETURNS integer\n"
            "    LANGUAGE sql\n"
            "RETURN public.\"F\"();\n");
}

TEST(PlanRestore, FunctionAndMaterializedViewThatNeedEachOther) {
  const std::string script = Script(
      "-- FUNCTION public.f(public.status)\n"
      "-- needs TYPE public.status\n"
      "-- needs MATERIALIZED VIEW public.m: column n\n"
      "CREATE FUNCTION public.f(public.status) RETURNS bigint\n"
      "    LANGUAGE sql\n"
      "BEGIN ATOMIC\n"
      " SELECT m.n\n"
      "    FROM public.m;\n"
      "END;\n"
      "\n"
      "-- TYPE public.status\n"
      "CREATE TYPE public.status AS ENUM (\n"
      "    'new'\n"
      ");\n"
      "\n"
      "-- MATERIALIZED VIEW public.m\n"
      "-- needs FUNCTION public.f(public.status)\n"
      "CREATE MATERIALIZED VIEW public.m AS\n"
      "SELECT public.f('new'::public.status) AS n\n"
      "WITH NO DATA;\n");
  const auto at = [&](const char* text) { return script.find(text); };
  EXPECT_LT(at("CREATE TYPE"), at("AS $$$$"));
  EXPECT_LT(at("AS $$$$"), at("CREATE MATERIALIZED VIEW"));
  EXPECT_LT(at("CREATE MATERIALIZED VIEW"), at("CREATE OR REPLACE FUNCTION"));
  EXPECT_NE(at("CREATE OR REPLACE FUNCTION"), std::string::npos);
}

TEST(PlanRestore, NoBodyHelpsWhereTheSignatureIsOnTheCircle) {
  EXPECT_THROW(Script("-- FUNCTION public.f(public.d)\n"
                      "-- needs DOMAIN public.d\n"
                      "CREATE FUNCTION public.f(public.d) RETURNS integer\n"
                      "    LANGUAGE sql\n"
                      "RETURN 1;\n"
                      "\n"
                      "-- DOMAIN public.d\n"
                      "-- needs FUNCTION public.f(public.d)\n"
                      "CREATE DOMAIN public.d AS integer DEFAULT public.f(1);\n"),
               Error);
}

}  // namespace
}  // namespace pggit
