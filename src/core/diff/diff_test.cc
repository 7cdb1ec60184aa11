#include "core/diff/diff.h"

#include <gtest/gtest.h>

#include "core/ddl/definition.h"
#include "core/ddl/document.h"

namespace pggit {
namespace {

// The changes from one definition to another, a line each: `modified column a: type integer ->
// text`.
std::vector<std::string> Told(const std::string& from, const std::string& to) {
  std::vector<std::string> lines;
  for (const Change& change : Diff(ParseDocument(from), ParseDocument(to))) {
    std::string line(ChangeTypeName(change.type));
    line += ' ' + Describe(change.object, change.element);
    for (const Fact& fact : change.facts) {
      line += "; " + fact.name + ": " + fact.from + " -> " + fact.to;
    }
    lines.push_back(line);
  }
  return lines;
}

using Lines = std::vector<std::string>;

constexpr char kUsers[] =
    "-- TABLE public.users\n"
    "CREATE TABLE public.users (\n"
    "    id integer NOT NULL,\n"
    "    email text DEFAULT 'x'::text\n"
    ");\n";

TEST(Diff, FindsNothingBetweenEqualSchemas) {
  EXPECT_EQ(Told(kUsers, kUsers), Lines());
}

TEST(Diff, TellsObjectsThatCameAndWent) {
  EXPECT_EQ(Told("", kUsers), Lines{"added TABLE public.users"});
  EXPECT_EQ(Told(kUsers, ""), Lines{"removed TABLE public.users"});
}

TEST(Diff, TellsWhatBecameOfColumnsAndIndexes) {
  const Lines told = Told(kUsers,
                          "-- TABLE public.users\n"
                          "CREATE TABLE public.users (\n"
                          "    id bigint NOT NULL,\n"
                          "    bio text NOT NULL\n"
                          ");\n"
                          "\n"
                          "CREATE INDEX users_bio ON public.users USING btree (bio);\n"
                          "COMMENT ON INDEX public.users_bio IS 'fast';\n");
  EXPECT_EQ(told,
            (Lines{"added column bio of TABLE public.users; type:  -> text; not null:  -> yes",
                   "removed column email of TABLE public.users; type: text -> ; expression: "
                   "'x'::text -> ",
                   "modified column id of TABLE public.users; type: integer -> bigint",
                   "added index users_bio of TABLE public.users; definition:  -> "
                   "USING btree (bio); comment:  -> fast"}));
}

TEST(Diff, TellsColumnsThatOnlyMoved) {
  const std::string moved =
      "-- TABLE public.users\n"
      "CREATE TABLE public.users (\n"
      "    email text DEFAULT 'x'::text,\n"
      "    id integer NOT NULL\n"
      ");\n";
  const auto changes = Diff(ParseDocument(kUsers), ParseDocument(moved));
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_TRUE(IsColumnOrderOnly(changes.front()));
  EXPECT_EQ(changes.front().facts, (std::vector<Fact>{{"column order", "id, email", "email, id"}}));
}

TEST(Diff, TellsATypeOfAnotherForm) {
  EXPECT_EQ(Told("-- TYPE public.t\nCREATE TYPE public.t AS ENUM (\n    'a'\n);\n",
                 "-- TYPE public.t\nCREATE TYPE public.t AS (\n    a integer\n);\n"),
            Lines{"modified TYPE public.t; form: enum -> composite"});
}

TEST(Diff, TellsPrivilegesAndWhatIsNeeded) {
  const std::string plain =
      "-- VIEW public.v\n-- returns n integer\nCREATE VIEW public.v AS\nSELECT 1 AS n;\n";
  EXPECT_EQ(
      Told(plain,
           "-- VIEW public.v\n-- needs SCHEMA app\n-- returns n integer\n"
           "CREATE VIEW public.v AS\nSELECT 1 AS n;\n\n"
           "GRANT SELECT ON TABLE public.v TO PUBLIC;\n"),
      Lines{"modified VIEW public.v; privileges:  -> PUBLIC has SELECT; needs:  -> SCHEMA app"});
}

}  // namespace
}  // namespace pggit
