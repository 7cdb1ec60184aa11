#include "core/plan/rename_proposals.h"

#include <gtest/gtest.h>

#include "core/ddl/document.h"

namespace pggit {
namespace {

using Proposals = std::vector<RenameProposal>;

Proposals Proposed(const std::string& from, const std::string& to) {
  return ProposeRenames(ParseDocument(from), ParseDocument(to));
}

std::string Table(const std::string& name, const std::string& lines) {
  return "-- TABLE public." + name + "\nCREATE TABLE public." + name + " (\n" + lines + "\n);\n";
}

TEST(RenameProposals, NamesATableWithTheSameColumnsAndItsParts) {
  const std::string key = ",\n    CONSTRAINT ";
  EXPECT_EQ(
      Proposed(Table("a", "    x text,\n    y date" + key + "a_pkey PRIMARY KEY (x)"),
               Table("b", "    x text,\n    y date" + key + "b_pkey PRIMARY KEY (x)")),
      (Proposals{{"public.a=b", "same columns"}, {"public.b.a_pkey=b_pkey", "same definition"}}));
}

TEST(RenameProposals, NamesAColumnOfTheSameTypeAndPosition) {
  EXPECT_EQ(Proposed(Table("a", "    id integer,\n    mail text,\n    z date"),
                     Table("a", "    id integer,\n    email text,\n    z date")),
            (Proposals{{"public.a.mail=email", "same type and position"}}));
}

TEST(RenameProposals, StaysSilentWithoutEvidence) {
  const std::string old = Table("a", "    id integer,\n    mail text,\n    z date");
  EXPECT_TRUE(Proposed(old, Table("a", "    id integer,\n    email date,\n    z date")).empty());
  EXPECT_TRUE(Proposed(old, Table("a", "    id integer,\n    z date,\n    email text")).empty());
  EXPECT_TRUE(Proposed(old, Table("a", "    id integer,\n    z date")).empty());
  EXPECT_TRUE(Proposed(old, old).empty());
}

TEST(RenameProposals, StaysSilentWhereTwoThingsLookAlike) {
  EXPECT_TRUE(
      Proposed(Table("a", "    x text"), Table("b", "    x text") + '\n' + Table("c", "    x text"))
          .empty());
  EXPECT_TRUE(Proposed(Table("a", "    id integer,\n    x text,\n    y text"),
                       Table("a", "    id integer,\n    p text,\n    q text"))
                  .empty());
}

TEST(RenameProposals, NamesAValueInTheSamePlace) {
  const auto mood = [](const std::string& value) {
    return "-- TYPE public.mood\nCREATE TYPE public.mood AS ENUM (\n    'ok',\n    '" + value +
           "'\n);\n";
  };
  EXPECT_EQ(Proposed(mood("sad"), mood("blue")),
            (Proposals{{"public.mood.sad=blue", "same place among the values"}}));
}

TEST(RenameProposals, AreQuotedForAShell) {
  EXPECT_EQ(ShellWord("public.a=b"), "public.a=b");
  EXPECT_EQ(ShellWord("public.\"it's\"=b"), "'public.\"it'\\''s\"=b'");
}

}  // namespace
}  // namespace pggit
