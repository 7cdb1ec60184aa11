#!/usr/bin/env bash
# How the command is called: verbs, options, help, suggestions, exit status of wrong usage.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/support/cli.sh
. "$PGGIT_ROOT/tests/support/cli.sh"

exits 2 "without a verb the overview is shown, as wrong usage" pggit
like "$out" '^usage: pggit ' "... on standard output"
is "$err" "" "... and nothing else"
exits 0 "--help is asked for, so it succeeds" pggit --help
for verb in init doctor psql help version completion; do
  like "$out" "   $verb +[a-z]" "the overview lists $verb"
  exits 0 "pggit $verb --help succeeds" pggit "$verb" --help
  own_help=$out
  like "$own_help" 'Options|options' "... and shows options"
  like "$own_help" 'Examples' "... examples"
  like "$own_help" 'Exit status' "... and exit statuses"
  exits 0 "pggit help $verb succeeds" pggit help "$verb"
  is "$out" "$own_help" "... and says the same"
  exits 0 "pggit help overview is the same everywhere" pggit help
done
exits 0 "-? is help" pggit doctor '-?'

exits 2 "an unknown verb is wrong usage" pggit dcotor
is "$err" 'pggit: error: "dcotor" is not a pggit command
HINT:  The most similar command is "doctor".' "... with the verb that was meant"
is "$out" "" "... and no answer"
exits 2 "a verb like no other is wrong usage" pggit xyzzy
like "$err" 'See "pggit --help"' "... and leads to the help"
exits 2 "an unknown option is wrong usage" pggit doctor --jsn
like "$err" 'The most similar option is "--json"' "... with the option that was meant"
exits 2 "an unknown option beside -v is wrong usage" pggit doctor -qv --jsn
like "$err" '^pggit: error: 22023: ' "... told with its SQLSTATE"
exits 2 "a v that is an option's value asks for nothing" pggit doctor -hv --jsn
like "$err" '^pggit: error: "--jsn"' "... so no SQLSTATE is told"
exits 2 "help about an unknown verb is wrong usage" pggit help verzion
like "$err" 'The most similar command is "version"' "... with the verb that was meant"
exits 2 "a value no option takes is wrong usage" pggit version --color=blue
like "$err" '"auto", "always" and "never"' "... with those it takes"
exits 2 "a missing value is wrong usage" pggit doctor --port
exits 2 "a missing argument is wrong usage" pggit completion
exits 2 "an argument too many is wrong usage" pggit version 2

exits 2 "nobody types definitions on a terminal" "$PGGIT_ROOT/tests/support/on_terminal.py" -- pggit restore-schema
like "$out" 'Name what "pggit snapshot" wrote, or pipe it in\.' "... and is told what to do"

exits 0 "version needs no server" env PGHOST=/nowhere pggit version
like "$out" '^pggit [0-9]+\.[0-9]+\.[0-9]+$' "... and is one line"
plain=$out
exits 0 "--version is the same" env PGHOST=/nowhere pggit --version
is "$out" "$plain" "... to the letter"
exits 0 "version --server asks the server" pggit version --server
like "$out" "server $(psql -Atc 'SHOW server_version' | cut -d' ' -f1)" "... for its version"
like "$out" "extension none" "... and the extension's"

exits 0 "psql runs on the same connection" pggit -d "$PGDATABASE" psql -Atc 'SELECT current_database()'
is "$out" "$PGDATABASE" "... as the options before the verb say"
exits 3 "its exit status is psql's" pggit psql -v ON_ERROR_STOP=1 -f - <<<'SELECT 1/0;'
exits 2 "without psql there is a plain error" env PATH="$(dirname "$(command -v pggit)")" \
  "$(command -v pggit)" psql
like "$err" 'postgresql-client' "... that says what to install"

done_testing
