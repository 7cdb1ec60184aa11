# Sanitizers are for the whole build: mixing instrumented and plain code hides findings.
if(PGGIT_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(PGGIT_BUILD_FUZZ)
  # The fuzzer follows its inputs through everything that is built, not only through its own file.
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
