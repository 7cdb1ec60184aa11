#include "core/catalog/server_identity.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

std::string Identified(std::string_view type, std::string_view identity) {
  const auto found = IdentifyObject(type, identity);
  if (!found) return "none";
  return Describe(found->id) + (found->kind_is_guess ? "?" : "");
}

TEST(ServerIdentity, WholeObjects) {
  EXPECT_EQ(Identified("table", "public.users"), "TABLE public.users");
  EXPECT_EQ(Identified("table", "\"S.1\".\"a \"\"b\"\" on c.d\""),
            "TABLE \"S.1\".\"a \"\"b\"\" on c.d\"");
  EXPECT_EQ(Identified("materialized view", "s.m"), "MATERIALIZED VIEW s.m");
  EXPECT_EQ(Identified("schema", "\"Strange.Name\""), "SCHEMA \"Strange.Name\"");
  EXPECT_EQ(Identified("extension", "citext"), "EXTENSION citext");
  EXPECT_EQ(Identified("foreign-data wrapper", "w"), "FOREIGN DATA WRAPPER w");
  EXPECT_EQ(Identified("statistics object", "public.s"), "STATISTICS public.s");
  EXPECT_EQ(Identified("text search configuration", "public.c"),
            "TEXT SEARCH CONFIGURATION public.c");
  EXPECT_EQ(Identified("composite type", "public.c"), "TYPE public.c?");
  EXPECT_EQ(Identified("type", "public.d"), "TYPE public.d?");
}

TEST(ServerIdentity, Signatures) {
  EXPECT_EQ(Identified("function", "public.f(integer,pg_catalog.text,\"S\".\"t,(\"[])"),
            "FUNCTION public.f(integer,text,\"S\".\"t,(\"[])");
  EXPECT_EQ(Identified("procedure", "public.\"p(\"()"), "PROCEDURE public.\"p(\"()");
  EXPECT_EQ(Identified("operator", "public.+(pg_catalog.\"char\",integer)"),
            "OPERATOR public.+ (\"char\",integer)");
  EXPECT_EQ(Identified("operator class", "public.o USING btree"),
            "OPERATOR CLASS public.o USING btree");
  EXPECT_EQ(Identified("operator of access method",
                       "operator 1 (integer, public.\"x of y\") of public.f USING btree"),
            "OPERATOR FAMILY public.f USING btree");
  EXPECT_EQ(Identified("cast", "(pg_catalog.text AS public.t)"), "CAST (text AS public.t)");
  EXPECT_EQ(Identified("transform", "for pg_catalog.jsonb on language l"),
            "TRANSFORM FOR jsonb LANGUAGE l");
  EXPECT_EQ(Identified("user mapping", "public on server s"), "USER MAPPING FOR PUBLIC SERVER s");
  EXPECT_EQ(Identified("user mapping", "\"Joe on server\" on server s"),
            "USER MAPPING FOR \"Joe on server\" SERVER s");
}

TEST(ServerIdentity, PartsGiveTheirOwner) {
  EXPECT_EQ(Identified("table column", "public.users.\"e.mail\""), "TABLE public.users");
  EXPECT_EQ(Identified("view column", "public.v.c"), "VIEW public.v");
  EXPECT_EQ(Identified("table constraint", "\"c on x.y\" on public.orders"),
            "TABLE public.orders?");
  EXPECT_EQ(Identified("trigger", "t on public.v"), "TABLE public.v?");
  EXPECT_EQ(Identified("rule", "\"_RETURN\" on public.v"), "TABLE public.v?");
  EXPECT_EQ(Identified("policy", "p on \"S\".t"), "TABLE \"S\".t?");
  EXPECT_EQ(Identified("default value", "for public.users.email"), "TABLE public.users?");
  EXPECT_EQ(Identified("domain constraint", "c on public.d"), "DOMAIN public.d");
  EXPECT_EQ(Identified("publication relation", "public.t in publication p"), "PUBLICATION p");
}

TEST(ServerIdentity, WhatHasNoDefinition) {
  EXPECT_EQ(Identified("index", "public.i"), "none");
  EXPECT_EQ(Identified("toast table", "pg_toast.pg_toast_1"), "none");
  EXPECT_EQ(Identified("role", "joe"), "none");
  EXPECT_EQ(Identified("default acl", "for role joe on tables"), "none");
  EXPECT_EQ(Identified("table", "no_schema"), "none");
  EXPECT_EQ(Identified("trigger", "no relation"), "none");
  EXPECT_EQ(Identified("function", "public.f"), "none");
}

}  // namespace
}  // namespace pggit
