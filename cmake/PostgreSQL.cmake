# Finds one PostgreSQL through its pg_config. PG_CONFIG picks which; the default is Debian 12's 15.
#
# Defines PG_INCLUDEDIR_SERVER, PG_INCLUDEDIR, PG_LIBDIR, PG_PKGLIBDIR, PG_SHAREDIR, PG_BINDIR and PG_VERSION.
if(NOT PG_CONFIG)
  find_program(PG_CONFIG NAMES pg_config
    HINTS /usr/lib/postgresql/15/bin NO_CMAKE_SYSTEM_PATH NO_SYSTEM_ENVIRONMENT_PATH)
  find_program(PG_CONFIG NAMES pg_config REQUIRED)
endif()

function(pg_config_value flag variable)
  execute_process(COMMAND ${PG_CONFIG} --${flag} OUTPUT_VARIABLE value
    OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  set(${variable} "${value}" PARENT_SCOPE)
endfunction()

pg_config_value(includedir-server PG_INCLUDEDIR_SERVER)
pg_config_value(includedir PG_INCLUDEDIR)
pg_config_value(libdir PG_LIBDIR)
pg_config_value(pkglibdir PG_PKGLIBDIR)
pg_config_value(sharedir PG_SHAREDIR)
pg_config_value(bindir PG_BINDIR)
pg_config_value(version PG_VERSION)
message(STATUS "PostgreSQL: ${PG_VERSION} (${PG_CONFIG})")
