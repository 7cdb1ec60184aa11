#!/usr/bin/env python3
"""Finds tracked files that nothing reaches.

A source is compiled (the compilation database knows it), a header is included, a test is found by its
suite's pattern and has its other half, and everything else is named by another tracked file: a part of
the SQL script in sql/CMakeLists.txt, a script by whoever runs it, a document by whoever links to it.
"""

import argparse
import json
import pathlib
import re
import sys

import sources

AREAS = ("src", "sql", "tests", "scripts", "cmake", "docs")

# Found by pattern, each with the other half that must be there.
PATTERNS = [
    (r"tests/regress/sql/(.+)\.sql", r"tests/regress/expected/{}.out"),
    (r"tests/regress/expected/(.+?)(_\d)?\.out", r"tests/regress/sql/{}.sql"),
    (r"tests/isolation/specs/(.+)\.spec", r"tests/isolation/expected/{}.out"),
    (r"tests/isolation/expected/(.+?)(_\d)?\.out", r"tests/isolation/specs/{}.spec"),
    (r"tests/e2e/.+_test\.[^/]+", None),
    (r"tests/[^/]+/run\.sh", None),
    (r"tests/cases/[^/]+/[^/]+/[^/]+", None),
    (r"sql/upgrade/[^/]+--[^/]+\.sql", None),
    (r"tests/snapshot/kinds/[^/]+\.sql", None),
    (r"tests/upgrade/pggit--[^/]+\.sql", None),
    (r"scripts/lint/[^/]+\.(py|sh)", None),
]


def compiled(root, database):
    """The sources in a compilation database, relative to the checkout."""
    entries = json.loads(database.read_text())
    files = (pathlib.Path(entry["directory"], entry["file"]).resolve() for entry in entries)
    return {file.relative_to(root).as_posix() for file in files if file.is_relative_to(root)}


def found_by_pattern(root, path):
    """True or False when a pattern speaks about the file, None when none does."""
    for pattern, other_half in PATTERNS:
        match = re.fullmatch(pattern, path)
        if match:
            return other_half is None or (root / other_half.format(match.group(1))).exists()
    return None


def is_named(path, texts):
    """Whether another file names this one, as a path's end or as include(Name) does."""
    names = {re.escape(path.name)}
    if path.suffix == ".cmake":
        names = {rf"include\({re.escape(path.stem)}\)", re.escape(path.name)}
    if path.name == "CMakeLists.txt":
        names = {rf"add_subdirectory\((?:[^)]*/)?{re.escape(path.parent.name)}\)"}
    wanted = re.compile(r"(?<![\w-])(?:" + "|".join(sorted(names)) + r")(?![\w-])")
    return any(wanted.search(text) for other, text in texts.items() if other != path)


def findings(root, database):
    paths = sources.tracked(root)
    texts = {path: sources.text_of(root, path) or "" for path in paths}
    included = {sources.resolve(root, path, name)
                for path in paths if path.suffix in (".cc", ".h")
                for bracket, name in sources.includes(root, path) if bracket == '"'}
    known = compiled(root, database)
    found = []
    for path in paths:
        name = path.as_posix()
        if path.parts[0] not in AREAS:
            continue
        by_pattern = found_by_pattern(root, name)
        if path.suffix == ".cc":
            reason = None if name in known else "is not compiled"
        elif path.suffix == ".h":
            reason = None if path in included else "is included by nothing"
        elif by_pattern is not None:
            reason = None if by_pattern else "has no other half"
        else:
            reason = None if is_named(path, texts) else "is named by nothing"
        if reason:
            found.append(f"{name} {reason}")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path.cwd())
    parser.add_argument("--database", type=pathlib.Path,
                        default=pathlib.Path("build/release/compile_commands.json"))
    arguments = parser.parse_args()
    root = arguments.root.resolve()
    found = findings(root, arguments.database)
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
