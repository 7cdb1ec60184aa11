#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "core/catalog/reader.h"

namespace pggit {

/// The types and collations of many columns, each asked for once.
class ColumnTypes {
 public:
  struct Type {
    std::string name;  ///< As SQL names it, with its modifier.
    Oid32 collation = 0;
    char storage = 'p';
    ColumnFacts::TypeClass type_class = ColumnFacts::TypeClass::kPlain;
  };

  void Want(Oid32 type, int modifier, Oid32 collation);
  /// Asks for all that is wanted.
  void Read(Reader& reader);

  const Type& Of(Oid32 type, int modifier) const;
  /// Qualified and quoted; empty for none.
  const std::string& Collation(Oid32 collation) const;

 private:
  std::unordered_map<std::uint64_t, Type> types_;
  std::unordered_map<Oid32, std::string> collations_;
};

}  // namespace pggit
