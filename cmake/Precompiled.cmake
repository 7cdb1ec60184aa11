# pggit_precompiled(target [header...]): what nearly every file of a target includes, compiled once.
#
# Every file still includes what it uses: `make lint` and the fuzzers compile without this. Only for
# GCC, whose precompiled headers clang-tidy does not read.
option(PGGIT_PRECOMPILED "Compile the headers that all files share only once" ON)

function(pggit_precompiled target)
  if(NOT PGGIT_PRECOMPILED OR NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    return()
  endif()
  # Named in angle brackets, and seen by the preprocessor, so that a compiler cache can share them
  # between two checkouts.
  target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
  target_precompile_headers(${target} PRIVATE
    <algorithm> <array> <charconv> <compare> <cstdint> <functional> <map> <memory> <optional> <set>
    <span> <stdexcept> <string> <string_view> <tuple> <utility> <variant> <vector> ${ARGN})
endfunction()
