#!/usr/bin/env bash
# Manual pages and completions: installed, well formed, and they complete in the real shells.
set -u
# shellcheck source=tests/support/tap.sh
. "$PGGIT_ROOT/tests/support/tap.sh"
# shellcheck source=tests/support/cli.sh
. "$PGGIT_ROOT/tests/support/cli.sh"

prefix=$(dirname "$(dirname "$(command -v pggit)")")
ok "the overview's manual page is installed" test -s "$prefix/share/man/man1/pggit.1"
for verb in $(pggit help --json | json '" ".join(c["name"] for c in d["commands"])'); do
  ok "the manual page of $verb is installed" test -s "$prefix/share/man/man1/pggit-$verb.1"
done
for page in "$prefix"/share/man/man1/pggit*.1; do
  name=$(basename "$page" .1)
  is "$(MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null)" "" "$name(1) is well formed"
  like "$(lexgrog "$page")" "$name - [a-z]" "$name(1) can be found by apropos"
done
like "$(MANWIDTH=80 man -P cat -l "$prefix/share/man/man1/pggit-doctor.1" | col -b)" '-h, --host=HOST' \
  "options read as they are typed"

# bash: what the function offers for a command line whose last word the cursor is in.
bash_offers() {
  bash --norc -c '
    compopt() { :; }
    . "$1"; shift
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _pggit; printf "%s\n" "${COMPREPLY[@]}" | sort | paste -sd" "
  ' bash "$prefix/share/bash-completion/completions/pggit" "$@"
}
is "$(bash_offers pggit doc)" "doctor" "bash completes a verb"
is "$(bash_offers pggit '')" "apply bisect blame branch cherry-pick commit completion conflicts diff doctor gc generate help ignore init lint log merge merge-tree mr psql rebase reset restore restore-schema revert show snapshot stash status switch tag undo version" "... offers all of them"
is "$(bash_offers pggit -h doctor ver)" "version" "... and takes no value for one"
is "$(bash_offers pggit --host = doctor ver)" "version" "... however it is written"
is "$(bash_offers pggit doctor --js)" "--json" "... options of a verb"
is "$(bash_offers pggit doctor --ho)" "--host=" "... those with a value too"
is "$(bash_offers pggit help --ho)" "" "... and only those of that verb"
is "$(bash_offers pggit doctor --color = al)" "always" "... values of an option"
is "$(bash_offers pggit doctor --color =)" "always auto never" "... all of them"
is "$(bash_offers pggit completion f)" "fish" "... arguments"
is "$(bash_offers pggit help ver)" "version" "... and verbs as arguments"

# The same at a real keyboard: a prompt, a Tab, and what stands on the line when Enter follows.
at_keyboard() {
  TERM=xterm "$PGGIT_ROOT/tests/support/on_terminal.py" --expect 'ready> ' --send 'pggit vers\t--js\t\n' \
    --expect '"libpq"' --send 'exit 0\n' -- "$@"
}
bash_file=$prefix/share/bash-completion/completions/pggit
printf '%s\n' "PS1='ready> '" "unset HISTFILE" ". '$bash_file'" >bashrc
exits 0 "bash completes at a prompt" at_keyboard bash --rcfile bashrc -i
like "$out" '"command": "version"' "... verb and option"

zsh_file=$prefix/share/zsh/site-functions/_pggit
ok "zsh reads its completions" zsh -n "$zsh_file"
printf '%s\n' "PROMPT='ready> '" "fpath=('${zsh_file%/*}' \$fpath)" "autoload -U compinit" "compinit -D -u" >.zshrc
exits 0 "zsh completes at a prompt" env ZDOTDIR="$PWD" bash -c "$(declare -f at_keyboard); at_keyboard zsh -i"
like "$out" '"command": "version"' "... verb and option"

fish_file=$prefix/share/fish/vendor_completions.d/pggit.fish
ok "fish reads its completions" fish --no-config --no-execute "$fish_file"
fish_offers() { fish --no-config -c "source $fish_file; complete -C '$1'" | cut -f1 | sort | paste -sd' '; }
is "$(fish_offers 'pggit do')" "doctor" "fish completes a verb"
is "$(fish_offers 'pggit -h doctor ver')" "version" "... and takes no value for one"
is "$(fish_offers 'pggit doctor --js')" "--json" "... options of a verb"
is "$(fish_offers 'pggit help --ho')" "" "... and only those of that verb"
is "$(fish_offers 'pggit doctor --color=al')" "--color=always" "... values of an option"
is "$(fish_offers 'pggit completion ba')" "bash" "... arguments"

for shell in bash zsh fish; do
  case $shell in
    bash) file=$bash_file ;;
    zsh) file=$zsh_file ;;
    fish) file=$fish_file ;;
  esac
  is "$(pggit completion "$shell")" "$(<"$file")" "pggit completion $shell prints what is installed"
done

done_testing
