"""What the checks share: the tracked files of a checkout, and which of ours a file includes."""

import pathlib
import re
import subprocess

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


def tracked(root, *patterns):
    """Paths of the tracked files below `root`, relative to it, sorted."""
    listing = subprocess.run(
        ["git", "-C", str(root), "ls-files", "-z", "--", *patterns],
        check=True, capture_output=True, text=True).stdout
    paths = (pathlib.PurePosixPath(name) for name in listing.split("\0") if name)
    return sorted(path for path in paths if (root / path).exists())


def text_of(root, path):
    """The file's text, or None when it is not text."""
    try:
        return (root / path).read_text(encoding="utf-8")
    except (UnicodeDecodeError, IsADirectoryError):
        return None


def includes(root, path):
    """The includes of a source file, as (bracket, name), in order."""
    return INCLUDE.findall(text_of(root, path) or "")


def resolve(root, path, name):
    """Which of our files `path` means by "name": from src/, from the root, or beside it; or None."""
    for base in (pathlib.PurePosixPath("src"), pathlib.PurePosixPath("."), path.parent):
        candidate = base / name
        if (root / candidate).is_file():
            return candidate
    return None


def closure(root, path):
    """`path` and every file of ours that it includes, directly or not."""
    seen, waiting = set(), [path]
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        for bracket, name in includes(root, current):
            target = resolve(root, current, name) if bracket == '"' else None
            if target is not None:
                waiting.append(target)
    return sorted(seen)
