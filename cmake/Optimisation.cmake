# How the default build (RelWithDebInfo) is optimised: compiling everything with -O2 takes twice the time.
# CMAKE_BUILD_TYPE=Release leaves everything to CMake's own flags.

# pggit_optimised_least(target): for code that runs once a call or for what has changed, not once for each
# object of a database.
function(pggit_optimised_least target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:RelWithDebInfo>:-Og>)
endfunction()

# pggit_optimised_lightly(target file...): for code that runs once for each object. The files named are
# the inner loops, which are optimised in full; the others compile in three quarters of the time,
# and reading 10,000 tables takes about 3 % more. (With -Og it takes a fifth more.)
function(pggit_optimised_lightly target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:RelWithDebInfo>:-O1>)
  set_source_files_properties(${ARGN} PROPERTIES SKIP_PRECOMPILE_HEADERS ON
    COMPILE_OPTIONS $<$<CONFIG:RelWithDebInfo>:-O2>)
endfunction()
