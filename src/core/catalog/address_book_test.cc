#include "core/catalog/address_book.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

TEST(AddressBookTest, FindsWhatWasPut) {
  Object table;
  table.id = {Kind::kTable, "public", "t", ""};
  AddressBook book;
  book.Put({Catalog::kClass, 16400}, &table, {}, true);
  book.Put({Catalog::kClass, 16400, 2}, &table, {ElementKind::kColumn, "b"}, false);
  const auto found = book.Find({Catalog::kClass, 16400, 2});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->object, &table);
  EXPECT_EQ(found->element(), (Element{ElementKind::kColumn, "b"}));
  EXPECT_FALSE(found->itself);
  EXPECT_EQ(book.Find({Catalog::kClass, 16400})->element(), Element{});
  EXPECT_FALSE(book.Find({Catalog::kType, 16400}));
  EXPECT_FALSE(book.Find({Catalog::kClass, 16400, 3}));
}

TEST(AddressBookTest, KeepsTheLastThatWasPut) {
  Object first;
  Object second;
  AddressBook book;
  book.Put({Catalog::kType, 1}, &first, {}, true);
  book.Put({Catalog::kType, 1}, &second, {}, false);
  EXPECT_EQ(book.Find({Catalog::kType, 1})->object, &second);
}

TEST(AddressBookTest, GrowsWithoutLosingAnything) {
  std::vector<Object> objects(5000);
  AddressBook book;
  for (Oid32 i = 0; i < objects.size(); ++i) {
    for (int column = -1; column < 4; ++column) {
      book.Put({Catalog::kClass, 16384 + i, column}, &objects[i],
               {ElementKind::kColumn, std::to_string(column)}, column == 0);
    }
  }
  for (Oid32 i = 0; i < objects.size(); ++i) {
    for (int column = -1; column < 4; ++column) {
      const auto found = book.Find({Catalog::kClass, 16384 + i, column});
      ASSERT_TRUE(found);
      EXPECT_EQ(found->object, &objects[i]);
      EXPECT_EQ(*found->name, std::to_string(column));
      EXPECT_EQ(found->itself, column == 0);
    }
  }
}

}  // namespace
}  // namespace pggit
