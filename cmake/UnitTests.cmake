# pggit_unit_tests(target): a test runs once for each time it is compiled, so its own code is not optimised.
function(pggit_unit_tests target)
  find_package(GTest REQUIRED)
  target_link_libraries(${target} PRIVATE GTest::gmock GTest::gtest_main)
  target_compile_options(${target} PRIVATE $<$<CONFIG:RelWithDebInfo>:-O0>)
  pggit_warnings(${target})
endfunction()
