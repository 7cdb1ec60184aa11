#!/usr/bin/env bash
# What goes where and how it looks: colours, pager, JSON, pipes that close, disks that are full.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/support/cli.sh
. "$PGGIT_ROOT/tests/support/cli.sh"

esc=$'\e'
unset NO_COLOR CLICOLOR CLICOLOR_FORCE PAGER PGGIT_PAGER
unlike "$(pggit doctor)" "$esc" "a pipe gets no colours"
like "$(pggit doctor --color=always)" "$esc\[32m" "... unless told so"
like "$(CLICOLOR_FORCE=1 pggit doctor)" "$esc\[32m" "... by the environment too"
like "$(pggit nonsense 2>&1)" '^pggit: error: "nonsense"' "errors in a pipe are plain"
like "$(pggit nonsense --color=always 2>&1)" "^pggit: $esc\[31merror:" "... unless told so"

export PGGIT_PAGER=''
like "$(terminal -- pggit doctor 2>&1)" "$esc\[32m" "a terminal gets colours"
unlike "$(NO_COLOR=1 terminal -- pggit doctor 2>&1)" "$esc" "... but not with NO_COLOR"
unlike "$(terminal -- env TERM=dumb pggit doctor 2>&1)" "$esc" "... nor when it is dumb"
unlike "$(CLICOLOR=0 terminal -- pggit doctor 2>&1)" "$esc" "... nor with CLICOLOR=0"
unlike "$(terminal -- pggit doctor --color=never 2>&1)" "$esc" "... nor with --color=never"
like "$(LC_ALL=C.UTF-8 terminal -- pggit doctor 2>&1)" '✓' "a UTF-8 locale gets signs"
like "$(LC_ALL=C terminal -- pggit doctor 2>&1)" 'ok ' "... any other plain ASCII"
like "$(terminal -- pggit nonsense 2>&1)" "$esc\[31merror:" "errors on a terminal are coloured"

export PGGIT_PAGER='sed s/^/paged:/'
like "$(terminal -- pggit doctor 2>&1)" 'paged:' "a terminal gets a pager"
unlike "$(terminal -- pggit doctor --no-pager 2>&1)" 'paged:' "... but not with --no-pager"
unlike "$(pggit doctor)" 'paged:' "... and a pipe gets none"
exits 1 "the exit status is the command's, not the pager's" terminal -- pggit doctor
exits 1 "... even when the pager leaves early" env PGGIT_PAGER=false "$PGGIT_ROOT/tests/support/on_terminal.py" -- pggit doctor
unset PGGIT_PAGER
like "$(PAGER='sed s/^/general:/' terminal -- pggit doctor 2>&1)" 'general:' "PAGER is heeded"

is "$(pggit nonsense --json)" "$(sed -n '/^{/,/^}/p' "$PGGIT_ROOT/docs/formats/command-json.md")" \
  "the example in docs/formats/command-json.md is real"
exits 2 "a failure with --json" pggit --json nonsense
is "$err" "" "... keeps standard error empty"
is "$(json 'd["pggit"], d["error"]["exit_status"], d["error"]["sqlstate"], d["error"]["message"]' <<<"$out")" \
  "(1, 2, '22023', '\"nonsense\" is not a pggit command')" "... and is one document"
exits 3 "no connection with --json" pggit doctor --json -p 1
is "$(json 'd["command"], d["error"]["exit_status"], d["error"]["sqlstate"]' <<<"$out")" "('doctor', 3, '08001')" \
  "... tells the exit status and the SQLSTATE"
is "$(json 'sorted(d["error"])' <<<"$out")" \
  "['context', 'detail', 'exit_status', 'hint', 'message', 'sqlstate']" "every error has the same members"
exits 0 "help has a form for programs" pggit help --json
is "$(json '[c["name"] for c in d["commands"] if "usage" in c and c["options"]]' <<<"$out")" \
  "['init', 'status', 'commit', 'log', 'show', 'diff', 'tag', 'branch', 'switch', 'blame', 'bisect', 'ignore', 'reset', 'restore', 'undo', 'revert', 'cherry-pick', 'stash', 'merge', 'merge-tree', 'conflicts', 'mr', 'rebase', 'gc', 'doctor', 'snapshot', 'restore-schema', 'apply', 'lint', 'generate', 'psql', 'help', 'version', 'completion']" "... with every verb"
exits 0 "so has a completion script" pggit completion bash --json
is "$(json 'd["script"].startswith("# bash")' <<<"$out")" True "... as text"
exits 2 "what has no form for programs says so" pggit --json psql

exits 2 "a full disk is an error" bash -c 'pggit help >/dev/full'
like "$err" 'cannot write to standard output' "... that says so"
is "$(pggit help 2>&1 | head -n 1 | cut -c1-6)" "usage:" "a reader that leaves early gets what it wanted"
is "$( (trap '' PIPE; pggit completion zsh; echo "status $?" >&2) 2>&1 >/dev/null | cat)" "status 0" "... without a word"

done_testing
