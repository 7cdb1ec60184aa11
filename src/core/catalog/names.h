#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pggit {

// What DDL takes for functions and operators, out of what the server's regprocedure and regoperator
// print. These tell overloaded ones apart and are qualified unless in pg_catalog.

/// `public.f(integer)` gives `public.f`; "-", which stands for none, gives "".
std::string FunctionName(std::string_view regprocedure);

/// `public.f(integer)` as it is; "-" gives "".
std::string FunctionWithTypes(std::string_view regprocedure);

/// `public.<(integer,text)` gives `OPERATOR(public.<)`; "0", which stands for none, gives "".
std::string OperatorReference(std::string_view regoperator);

/// `integer,text`: types as signatures list them.
std::string TypeList(const std::vector<std::string>& types);

}  // namespace pggit
