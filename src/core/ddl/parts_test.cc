#include "core/ddl/parts.h"

#include <gtest/gtest.h>

#include "core/ddl/definition.h"

namespace pggit {
namespace {

std::vector<std::string> Texts(const std::string& definition) {
  std::vector<std::string> texts;
  for (const Part& part : PartsOf(ParseDefinition(definition))) {
    std::string text(ElementKindName(part.element.kind));
    if (!part.element.name.empty()) text += ' ' + part.element.name;
    if (part.line > 0) text += std::to_string(part.line);
    texts.push_back(text + "| " + part.text);
  }
  return texts;
}

using Expected = std::vector<std::string>;

TEST(PartsOf, ATableIsItsColumnsConstraintsAndWhatIsSaidOfThem) {
  EXPECT_EQ(Texts("-- TABLE public.users\n"
                  "CREATE TABLE public.users (\n"
                  "    id integer NOT NULL,\n"
                  "    email text DEFAULT ''::text,\n"
                  "    CONSTRAINT users_pkey PRIMARY KEY (id)\n"
                  ");\n"
                  "\n"
                  "CREATE INDEX users_email ON public.users USING btree (email);\n"
                  "COMMENT ON TABLE public.users IS 'who';\n"
                  "COMMENT ON COLUMN public.users.email IS 'where';\n"),
            (Expected{"| CREATE TABLE public.users;\nCOMMENT ON TABLE public.users IS 'who'",
                      "column id| id integer NOT NULL",
                      ("column email| email text DEFAULT ''::text;\n"
                       "COMMENT ON COLUMN public.users.email IS 'where'"),
                      "constraint users_pkey| CONSTRAINT users_pkey PRIMARY KEY (id)",
                      ("index users_email| CREATE INDEX users_email ON public.users USING btree "
                       "(email)")}));
}

TEST(PartsOf, AConstraintThatWasNeverCheckedIsOnePartToo) {
  const Expected parts = Texts(
      "-- TABLE public.t\n"
      "CREATE TABLE public.t (\n"
      "    a integer\n"
      ");\n"
      "\n"
      "ALTER TABLE public.t ADD CONSTRAINT positive CHECK ((a > 0)) NOT VALID;\n");
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[2],
            "constraint positive| ALTER TABLE public.t ADD CONSTRAINT positive CHECK ((a > 0)) "
            "NOT VALID");
}

TEST(PartsOf, OtherStatementsGoByLinesWithoutTheCommaBetweenThem) {
  EXPECT_EQ(
      Texts("-- TYPE public.mood\n"
            "CREATE TYPE public.mood AS ENUM (\n"
            "    'sad',\n"
            "    'happy'\n"
            ");\n"),
      (Expected{"1| CREATE TYPE public.mood AS ENUM (", "2|     'sad'", "3|     'happy'", "4| )"}));
}

TEST(PartText, IsThePartOrTheWholeDefinition) {
  const std::string definition = "-- TABLE public.t\nCREATE TABLE public.t (\n    a integer\n);\n";
  const Object object = ParseDefinition(definition);
  EXPECT_EQ(PartText(object, {ElementKind::kColumn, "a"}), "a integer");
  EXPECT_EQ(PartText(object, {}), definition);
  EXPECT_EQ(PartText(object, {ElementKind::kColumn, "b"}), std::nullopt);
}

TEST(PartsOf, AStatementOfOneLineIsTheObjectItself) {
  EXPECT_EQ(Texts("-- SCHEMA app\nCREATE SCHEMA app;\n"), (Expected{"| CREATE SCHEMA app"}));
}

}  // namespace
}  // namespace pggit
