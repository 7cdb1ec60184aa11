#include "core/plan/same_view.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

Object ViewOf(const std::string& query, const std::string& type, const std::string& name = "x") {
  View view;
  view.query = query;
  view.columns = {{name, type, ""}};
  return {{Kind::kView, "public", "v", ""}, {}, view};
}

TEST(SameView, AliasesAndTypesOfOutputsFollowFromWhatItReads) {
  const Object foretold = ViewOf("SELECT t.x\n   FROM public.t", "integer");
  EXPECT_TRUE(IsSameView(foretold, foretold));
  EXPECT_TRUE(IsSameView(foretold, ViewOf("SELECT t.x AS x\n   FROM public.t", "integer")));
  EXPECT_TRUE(IsSameView(foretold, ViewOf("SELECT t.x\n   FROM public.t", "bigint")));
}

TEST(SameView, AnotherQueryOrOutputIsAnother) {
  const Object foretold = ViewOf("SELECT t.x\n   FROM public.t", "integer");
  EXPECT_FALSE(IsSameView(foretold, ViewOf("SELECT t.y\n   FROM public.t", "integer")));
  EXPECT_FALSE(IsSameView(foretold, ViewOf("SELECT t.x AS y\n   FROM public.t", "integer", "y")));
  Object commented = foretold;
  commented.attributes.comments[{}] = "other";
  EXPECT_FALSE(IsSameView(foretold, commented));
}

}  // namespace
}  // namespace pggit
