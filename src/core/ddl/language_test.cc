#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/ddl/definition.h"

namespace pggit {
namespace {

Object ExpectCanonical(const std::string& text) {
  Object object = ParseDefinition(text);
  EXPECT_EQ(RenderDefinition(object), text);
  return object;
}

TEST(LanguageDefinition, EveryAttribute) {
  const Object object = ExpectCanonical(
      "-- LANGUAGE \"My \"\"own\"\"; Language\"\n"
      "-- needs FUNCTION public.call_handler()\n"
      "CREATE TRUSTED LANGUAGE \"My \"\"own\"\"; Language\"\n"
      "    HANDLER public.call_handler\n"
      "    INLINE public.inline\n"
      "    VALIDATOR \"my lang\".\"validate (x)\";\n"
      "\n"
      "ALTER LANGUAGE \"My \"\"own\"\"; Language\" OWNER TO alice;\n"
      "COMMENT ON LANGUAGE \"My \"\"own\"\"; Language\" IS 'mine';\n"
      "REVOKE ALL ON LANGUAGE \"My \"\"own\"\"; Language\" FROM PUBLIC;\n"
      "GRANT USAGE ON LANGUAGE \"My \"\"own\"\"; Language\" TO bob;\n");
  const auto& language = std::get<Language>(object.definition);
  EXPECT_TRUE(language.trusted);
  EXPECT_EQ(language.validator, "\"my lang\".\"validate (x)\"");
}

TEST(LanguageDefinition, HandlerIsEnough) {
  ExpectCanonical(
      "-- LANGUAGE mine\n"
      "CREATE LANGUAGE mine\n"
      "    HANDLER public.call_handler;\n");
}

TEST(TransformDefinition, BothWays) {
  const Object object = ExpectCanonical(
      "-- TRANSFORM FOR public.language LANGUAGE \"My Language\"\n"
      "-- needs LANGUAGE \"My Language\"\n"
      "CREATE TRANSFORM FOR public.language LANGUAGE \"My Language\" (\n"
      "    FROM SQL WITH FUNCTION prsd_lextype(internal),\n"
      "    TO SQL WITH FUNCTION public.\"to)\"(internal)\n"
      ");\n"
      "\n"
      "COMMENT ON TRANSFORM FOR public.language LANGUAGE \"My Language\" IS 'it''s one';\n");
  const auto& transform = std::get<Transform>(object.definition);
  EXPECT_EQ(transform.from_sql, "prsd_lextype(internal)");
  EXPECT_EQ(transform.to_sql, "public.\"to)\"(internal)");
}

TEST(TransformDefinition, OneWay) {
  ExpectCanonical(
      "-- TRANSFORM FOR integer LANGUAGE sql\n"
      "CREATE TRANSFORM FOR integer LANGUAGE sql (\n"
      "    TO SQL WITH FUNCTION int4recv(internal)\n"
      ");\n");
}

TEST(AccessMethodDefinition, TableAndIndex) {
  ExpectCanonical(
      "-- ACCESS METHOD my_heap\n"
      "CREATE ACCESS METHOD my_heap TYPE TABLE HANDLER heap_tableam_handler;\n"
      "COMMENT ON ACCESS METHOD my_heap IS 'mine';\n");
  ExpectCanonical(
      "-- ACCESS METHOD \"My Index\"\n"
      "-- needs FUNCTION public.\"h(\"(internal)\n"
      "CREATE ACCESS METHOD \"My Index\" TYPE INDEX HANDLER public.\"h(\";\n");
  EXPECT_THROW(ParseDefinition("-- ACCESS METHOD a\nCREATE ACCESS METHOD a TYPE x HANDLER h;\n"),
               Error);
}

}  // namespace
}  // namespace pggit
