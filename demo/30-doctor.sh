# shellcheck shell=bash
# Is everything as it should be?
#
# The command asks the same questions from outside, and says what to do about what it does not like.
show pggit doctor
