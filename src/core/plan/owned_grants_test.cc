#include "core/plan/owned_grants.h"

#include <gtest/gtest.h>

#include "core/ddl/document.h"

namespace pggit {
namespace {

std::string Table(const std::string& rest) {
  return "-- TABLE public.t\nCREATE TABLE public.t (\n    a integer\n);\n" + rest;
}

Schema LeftOut(const std::string& grants, const std::string& owner) {
  Schema schema = ParseDocument(Table(grants));
  LeaveOutGrantsToOwners(schema, {{schema.objects.begin()->first, owner}});
  return schema;
}

TEST(OwnedGrants, WhatTheOwnerIsGrantedIsLeftOut) {
  EXPECT_EQ(LeftOut("\nGRANT SELECT ON TABLE public.t TO ann;\n"
                    "GRANT SELECT ON TABLE public.t TO bob;\n",
                    "ann"),
            ParseDocument(Table("\nGRANT SELECT ON TABLE public.t TO bob;\n")));
  EXPECT_EQ(LeftOut("\nGRANT SELECT ON TABLE public.t TO ann;\n", "ann"), ParseDocument(Table("")));
}

TEST(OwnedGrants, OthersStay) {
  const std::string grants = "\nGRANT SELECT ON TABLE public.t TO bob;\n";
  Schema schema = ParseDocument(Table(grants));
  EXPECT_EQ(LeaveOutGrantsToOwners(schema, {{schema.objects.begin()->first, "ann"}}), 0U);
  EXPECT_EQ(schema, ParseDocument(Table(grants)));
}

TEST(OwnedGrants, OwnersAreTakenOut) {
  Schema schema = ParseDocument(Table("\nALTER TABLE public.t OWNER TO ann;\n"));
  const ObjectId id = schema.objects.begin()->first;
  EXPECT_EQ(TakeOwners(schema), (Owners{{id, "ann"}}));
  EXPECT_EQ(schema, ParseDocument(Table("")));
}

}  // namespace
}  // namespace pggit
