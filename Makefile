# One door for each thing a person does here; CMake presets, Ninja and scripts/ do the work.

# On the command line or in the environment:
#   PG_CONFIG  another PostgreSQL              PREFIX, DESTDIR  where `make install` puts things
#   ONLY       some suites of `make test`      UPDATE=1         rewrite the expected output of tests
#   PG=17|18   test against that major, fetched from Debian into the build folder
export PG_CONFIG PREFIX DESTDIR ONLY UPDATE PGGIT_BUILD
unexport $(foreach name,PG_CONFIG PGGIT_BUILD,$(if $($(name)),,$(name)))

.DEFAULT_GOAL := all
.PHONY: all install demo demo-stop test bench lint format asan fuzz clean help

all: ## build the extension and the command
	@scripts/install-deps.sh build
	@scripts/build.sh

install: ## install both, for the PostgreSQL of PG_CONFIG
	@scripts/install.sh

demo: ## a private server with a story on a small shop, left running
	@scripts/install-deps.sh build demo
	@scripts/build.sh
	@scripts/demo.sh start

demo-stop: ## stop that server and delete its data
	@scripts/demo.sh stop

ifdef PG
test: ## every test, on a private server; the last line counts them
	@scripts/install-deps.sh build test majors
	@scripts/test-major.sh $(PG)
else
test:
	@scripts/install-deps.sh build test
	@scripts/build.sh release all tests
	@scripts/test.sh
endif

bench: ## the benchmarks
	@scripts/install-deps.sh build bench
	@scripts/build.sh bench
	@scripts/bench.sh

lint: ## everything a reviewer should not have to look for
	@scripts/install-deps.sh build lint
	@scripts/build.sh
	@scripts/lint.sh

format: ## clang-format on every source file
	@scripts/install-deps.sh lint
	@git ls-files -z '*.cc' '*.h' | xargs -0 -r clang-format -i

asan: ## core's unit tests under the address and undefined-behaviour sanitizers
	@scripts/install-deps.sh build
	@scripts/build.sh asan core_tests
	@build/asan/src/core/core_tests --gtest_brief=1

fuzz: ## core's decoders under libFuzzer, a minute each
	@scripts/install-deps.sh build fuzz
	@scripts/build.sh fuzz
	@scripts/fuzz.sh

clean: ## stop what runs from the build folder and delete it
	@for build in build/*/; do [ ! -e "$$build/server-files" ] || PGGIT_BUILD=$$build scripts/cluster.sh remove-all; done
	@rm -rf build

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@sed -n '3,/^export/{/^# /s/^# //p}' $(MAKEFILE_LIST)
