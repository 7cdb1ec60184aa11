"""One history for git and for pggit, with a merge in every thirteen commits or so.

    graph.py COMMITS FOLDER    writes import (for git fast-import), objects.copy, graph.copy, refs

Every commit has the empty tree. "main" is the trunk, with branches of a few commits merged into it; "deep"
left it after a tenth of the history and has a thousand commits of its own, "side" after nearly all of it.
"""

import hashlib
import random
import sys

count, folder = int(sys.argv[1]), sys.argv[2]
rng = random.Random(20250601)
EMPTY = hashlib.sha256(b"tree 0\0").hexdigest()

stream = open(f"{folder}/import", "wb")
objects = open(f"{folder}/objects.copy", "w")
graph = open(f"{folder}/graph.copy", "w")
commits = []  # (id, generation)
merges = 0


def commit(parents):
    number = len(commits)
    when = 1000000000 + 60 * number
    message = f"change {number}\n"
    who = f"Ann <ann@example.com> {when} +0000"
    text = f"tree {EMPTY}\n" + "".join(f"parent {commits[p][0]}\n" for p in parents)
    text += f"author {who}\ncommitter {who}\n\n{message}"
    body = text.encode()
    sha = hashlib.sha256(b"commit %d\0" % len(body) + body).hexdigest()
    generation = 1 + max((commits[p][1] for p in parents), default=0)
    commits.append((sha, generation))
    mark = number + 1
    stream.write(f"commit refs/heads/build\nmark :{mark}\nauthor {who}\ncommitter {who}\ndata {len(message)}\n{message}".encode())
    if parents:
        stream.write(f"from :{parents[0] + 1}\n".encode())
        stream.write("".join(f"merge :{p + 1}\n" for p in parents[1:]).encode())
    elif number:
        sys.exit("one root alone")
    stream.write(b"\n")
    objects.write(f"{sha}\t1\t{len(body)}\t\\\\x{body.hex()}\n")
    ids = ",".join(commits[p][0] for p in parents)
    graph.write(f"{sha}\t{{{ids}}}\t{EMPTY}\t{generation}\tAnn <ann@example.com>\t{when}\tAnn <ann@example.com>\t{when}\t{message[:-1]}\\n\n")
    return number


trunk = [commit([])]
deep = side = None
while len(commits) < count:
    for _ in range(rng.randrange(4, 9)):
        trunk.append(commit([trunk[-1]]))
    tip = trunk[-rng.randrange(1, min(30, len(trunk)) + 1)]
    for _ in range(rng.randrange(4, 9)):
        tip = commit([tip])
    trunk.append(commit([trunk[-1], tip]))
    merges += 1
    if deep is None and len(commits) > count // 10:
        deep = trunk[-1]
        for _ in range(1000):
            deep = commit([deep])
    if side is None and len(commits) > count - count // 1000:
        side = trunk[-1]
        for _ in range(20):
            side = commit([side])
with open(f"{folder}/refs", "w") as refs:
    for name, tip in (("main", trunk[-1]), ("deep", deep), ("side", side)):
        stream.write(f"reset refs/heads/{name}\nfrom :{tip + 1}\n\n".encode())
        refs.write(f"{name} {commits[tip][0]}\n")
print(f"{len(commits)} commits, {merges} merges")
