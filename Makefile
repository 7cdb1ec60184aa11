# One door for each thing a person does here; CMake presets and Ninja do the work behind it.
# Variables: PG_CONFIG=/path/to/pg_config picks the PostgreSQL to build against.

cmake_flags := $(if $(PG_CONFIG),-DPG_CONFIG=$(PG_CONFIG))

.PHONY: all asan format clean

all:
	@cmake --preset release $(cmake_flags) >build-configure.log 2>&1 || { cat build-configure.log; rm -f build-configure.log; exit 1; }
	@rm -f build-configure.log
	@cmake --build --preset release

asan:
	cmake --preset asan && cmake --build --preset asan && build/asan/src/core/core_tests

format:
	git ls-files '*.cc' '*.h' | xargs -r clang-format -i

clean:
	rm -rf build
