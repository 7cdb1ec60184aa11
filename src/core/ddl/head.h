#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/attributes.h"

namespace pggit {

/// The comment lines that open a definition:
///
///     -- TABLE public.orders
///     -- needs TYPE public.status
///     -- constraint orders_customer_fkey needs TABLE public.customers: constraint customers_pkey
///     -- returns id integer
///
/// The first names the object. "needs" lines hold the dependencies, each for the part that has it.
/// The rest are facts of the kind. Line breaks and backslashes in names are written \n, \r and \\.
struct Head {
  ObjectId id;
  std::vector<Dependency> needs;
  std::vector<std::string> facts;

  bool operator==(const Head&) const = default;
};

std::string RenderHead(const Head& head);

/// Takes the head off the front of `text`; throws Error(kInvalidDefinition) when there is none.
Head TakeHead(std::string_view& text);

/// `FUNCTION public.f(integer)` and back.
ObjectId ParseObjectId(std::string_view text);

}  // namespace pggit
