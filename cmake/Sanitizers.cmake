# Sanitizers are for the whole build: mixing instrumented and plain code hides findings.
if(PGGIT_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
