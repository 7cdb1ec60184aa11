#!/usr/bin/env python3
"""Runs a command on a terminal of its own and plays a person at the keyboard.

usage: on_terminal.py [--expect TEXT --send TEXT]... -- COMMAND...

Each --send is typed once the --expect before it has appeared (\\n, \\t, \\x03 ... are understood).
What the terminal showed goes to standard output, line ends as \\n; a last line "echo: on" or
"echo: off" on standard error tells how the command left the terminal. Exits with the command's
status, 124 after 20 seconds without an end.
"""
import fcntl
import os
import select
import signal
import struct
import sys
import termios
import time

PATIENCE_SECONDS = 20


def parse(words):
    steps = []
    while words and words[0] == "--expect" and words[2] == "--send":
        steps.append((words[1].encode(), words[3].encode().decode("unicode_escape").encode("latin1")))
        words = words[4:]
    if len(words) < 2 or words[0] != "--":
        sys.exit(__doc__)
    return steps, words[1:]


def converse(child, master, steps):
    """Plays the steps; returns the command's exit code, None when it took too long, and what it showed."""
    shown, seen, status = b"", 0, None
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if select.select([master], [], [], 0.05)[0]:
            shown += os.read(master, 65536)
            while steps and steps[0][0] in shown[seen:]:
                seen = shown.index(steps[0][0], seen) + len(steps[0][0])
                os.write(master, steps.pop(0)[1])
        elif status is not None:
            break
        if status is None:
            done, code = os.waitpid(child, os.WNOHANG)
            if done:
                status = os.waitstatus_to_exitcode(code)
    return status, shown


def main():
    steps, command = parse(sys.argv[1:])
    # Our own hold on the terminal lets its settings outlive the command.
    master, terminal = os.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    child = os.fork()
    if child == 0:
        os.setsid()
        fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
        for fd in range(3):
            os.dup2(terminal, fd)
        os.execvp(command[0], command)
    status, shown = converse(child, master, steps)
    if status is None:
        os.kill(child, signal.SIGKILL)
        status = 124
    sys.stdout.buffer.write(shown.replace(b"\r\n", b"\n"))
    sys.stdout.flush()
    echoes = termios.tcgetattr(terminal)[3] & termios.ECHO
    print("echo: on" if echoes else "echo: off", file=sys.stderr)
    sys.exit(status if status >= 0 else 128 - status)


main()
