#!/usr/bin/env bash
# Every source file is as `make format` leaves it.
set -euo pipefail
git ls-files -z '*.cc' '*.h' | xargs -0 -r clang-format --dry-run -Werror
