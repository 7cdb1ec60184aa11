#!/usr/bin/env python3
"""Runs clang-tidy on every compiled source of ours, as many at a time as a build would compile.

A file that was clean is not looked at again until something changes that decides the answer: its own
text, the headers of ours it includes, its compile command, .clang-tidy or clang-tidy itself. The
memory is a folder of empty files named by hash in build/lint.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

import sources

ROOT = pathlib.Path.cwd()
DATABASE = ROOT / "build/release/compile_commands.json"
MEMORY = ROOT / "build/lint/tidy"
# What makes the compiler take a precompiled header, which clang-tidy cannot read.
PRECOMPILED = re.compile(r" -fpch-preprocess| -Winvalid-pch| -include \S*cmake_pch\.hxx")


def plain_database():
    """The compile commands without precompiled headers, in a file for clang-tidy; its entries."""
    entries = json.loads(DATABASE.read_text())
    for entry in entries:
        entry["command"] = PRECOMPILED.sub("", entry["command"])
    MEMORY.mkdir(parents=True, exist_ok=True)
    (MEMORY / DATABASE.name).write_text(json.dumps(entries))
    return entries


def fingerprint(version, entry, path):
    """What the answer for this file depends on, as one hash."""
    digest = hashlib.sha256()
    for part in (version, (ROOT / ".clang-tidy").read_text(), entry["command"]):
        digest.update(part.encode() + b"\0")
    for source in sources.closure(ROOT, path):
        digest.update(source.as_posix().encode() + b"\0" + (ROOT / source).read_bytes() + b"\0")
    return digest.hexdigest()


def check(path, mark):
    """clang-tidy's complaints about one file; remembers when there are none."""
    run = subprocess.run(["clang-tidy", "--quiet", "-p", str(MEMORY), str(ROOT / path)],
                         capture_output=True, text=True, check=False)
    if run.returncode == 0:
        mark.touch()
        return ""
    return run.stdout or run.stderr


def main():
    version = subprocess.run(["clang-tidy", "--version"], check=True, capture_output=True,
                             text=True).stdout
    tracked = set(sources.tracked(ROOT, "*.cc"))
    work, seen = [], set()
    for entry in plain_database():
        file = pathlib.Path(entry["directory"], entry["file"]).resolve()
        path = pathlib.PurePosixPath(file.relative_to(ROOT)) if file.is_relative_to(ROOT) else None
        if path not in tracked or path in seen:
            continue
        seen.add(path)
        mark = MEMORY / fingerprint(version, entry, path)
        if not mark.exists():
            work.append((path, mark))
    if not seen:
        print("the compilation database names none of our sources")
        return 1
    at_once = int(os.environ.get("CMAKE_BUILD_PARALLEL_LEVEL") or os.cpu_count())
    with concurrent.futures.ThreadPoolExecutor(max_workers=at_once) as pool:
        complaints = 0
        for text in pool.map(lambda job: check(*job), work):
            if text:
                complaints += 1
                print(text, flush=True)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
