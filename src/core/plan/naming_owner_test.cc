#include "core/plan/naming_owner.h"

#include <gtest/gtest.h>

#include "core/plan/plan.h"

namespace pggit {
namespace {

const ObjectId kUsers{Kind::kTable, "public", "users", ""};

TEST(NamingOwner, AsksForTheOwnerOfWhatIsThere) {
  EXPECT_EQ(NamingOwner(kUsers, "GRANT SELECT ON TABLE public.users TO CURRENT_USER"),
            "DO $$BEGIN EXECUTE pg_catalog.concat('GRANT SELECT ON TABLE public.users TO ', "
            "pg_catalog.quote_ident(pg_catalog.pg_get_userbyid((SELECT relowner FROM "
            "pg_catalog.pg_class WHERE oid = 'public.users'::pg_catalog.regclass)))); END$$");
  EXPECT_EQ(NamingOwner({Kind::kSchema, "", "app", ""},
                        "GRANT ALL ON SCHEMA app TO CURRENT_USER WITH GRANT OPTION"),
            "DO $$BEGIN EXECUTE pg_catalog.concat('GRANT ALL ON SCHEMA app TO ', "
            "pg_catalog.quote_ident(pg_catalog.pg_get_userbyid((SELECT nspowner FROM "
            "pg_catalog.pg_namespace WHERE nspname = 'app'))), ' WITH GRANT OPTION'); END$$");
}

TEST(NamingOwner, LeavesOtherRolesAlone) {
  for (const char* statement : {"GRANT SELECT ON TABLE public.users TO alice",
                                "REVOKE ALL ON TABLE public.users FROM PUBLIC CASCADE",
                                "GRANT SELECT ON TABLE public.users TO \"a TO CURRENT_USER\""}) {
    EXPECT_EQ(NamingOwner(kUsers, statement), statement);
  }
}

TEST(NamingOwner, QuotesWithWhatTheNameHasNot) {
  const std::string statement =
      NamingOwner({Kind::kTable, "public", "$$", ""},
                  "REVOKE ALL ON TABLE public.\"$$\" FROM CURRENT_USER CASCADE");
  EXPECT_TRUE(statement.starts_with("DO $o$BEGIN "));
  EXPECT_TRUE(statement.ends_with(", ' CASCADE'); END$o$"));
}

TEST(BuildPlan, NeverTakesWhoRunsItForTheOwnerOfWhatStays) {
  const Object open{kUsers, {}, Table{}};
  Object closed = open;
  closed.attributes.privileges[{}].revoked = {kOwnerRole};
  const auto schema = [](const Object& object) {
    Schema made;
    made.objects.emplace(object.id, object);
    return made;
  };
  for (const auto& [from, to] : {std::pair(open, closed), std::pair(closed, open)}) {
    const Plan plan = BuildPlan(schema(from), schema(to));
    ASSERT_EQ(plan.parts.size(), 1U);
    ASSERT_EQ(plan.parts[0].size(), 1U);
    EXPECT_EQ(plan.parts[0][0].sql.find(kOwnerRole), std::string::npos);
    EXPECT_TRUE(plan.parts[0][0].sql.starts_with("DO $$")) << plan.parts[0][0].sql;
  }
}

}  // namespace
}  // namespace pggit
