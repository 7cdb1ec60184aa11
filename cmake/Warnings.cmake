# pggit_warnings(target): the warnings our own code is held to, all of them errors.
function(pggit_warnings target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
    -Wimplicit-fallthrough -Wswitch-enum -Werror)
endfunction()
