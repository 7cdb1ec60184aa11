# What only tests need is built for tests alone: the target "tests".
add_custom_target(tests)

# pggit_only_for_tests(target): leaves it out of "all".
function(pggit_only_for_tests target)
  set_target_properties(${target} PROPERTIES EXCLUDE_FROM_ALL TRUE)
  add_dependencies(tests ${target})
endfunction()

# pggit_unit_tests(target): a test runs once for each time it is compiled, so its own code is not optimised.
function(pggit_unit_tests target)
  find_package(GTest REQUIRED)
  target_link_libraries(${target} PRIVATE GTest::gmock GTest::gtest_main)
  pggit_precompiled(${target} <gmock/gmock.h> <gtest/gtest.h>)
  target_compile_options(${target} PRIVATE $<$<CONFIG:RelWithDebInfo>:-O0>)
  pggit_warnings(${target})
  pggit_only_for_tests(${target})
endfunction()
