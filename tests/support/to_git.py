"""Writes objects into a git repository as they come: lines `id|type|content in hexadecimal` on stdin.

The id in the line names the file, so `git fsck` tells when it is not the content's.
"""

import pathlib
import sys
import zlib

objects = pathlib.Path(sys.argv[1]) / "objects"
for line in sys.stdin:
    sha, kind, digits = line.rstrip("\n").split("|")
    content = bytes.fromhex(digits)
    path = objects / sha[:2] / sha[2:]
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(zlib.compress(f"{kind} {len(content)}\0".encode() + content))
