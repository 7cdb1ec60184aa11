"""A random history: objects as to_git.py reads them, the SQL that stores them, and questions.

    random_history.py SEED COMMITS    writes objects, store.sql, refs, revisions, pairs, ranges
"""

import hashlib
import random
import sys

rng = random.Random(int(sys.argv[1]))
count = int(sys.argv[2])
objects = []


def add(kind, content):
    sha = hashlib.sha256(f"{kind} {len(content)}\0".encode() + content).hexdigest()
    objects.append((sha, kind, content.hex()))
    return sha


blob = add("blob", b"a definition\n")
inner = add("tree", b"100644 t.sql\0" + bytes.fromhex(blob))
trees = [add("tree", b"40000 public\0" + bytes.fromhex(inner)), inner]
commits = []
for i in range(count):
    parents = []
    if i and rng.random() > 0.05:
        for _ in range(1 + (rng.random() < 0.3) + (rng.random() < 0.05)):
            parent = commits[max(0, i - 1 - rng.randrange(10))]
            if parent not in parents:
                parents.append(parent)
    when = 1700000000 + 60 * i
    text = f"tree {rng.choice(trees)}\n"
    text += "".join(f"parent {p}\n" for p in parents)
    text += f"author Ann <ann@example.com> {when - 7} +0100\ncommitter Bob <bob@example.com> {when} +0000\n"
    commits.append(add("commit", f"{text}\nchange {i}\n\nwhy {i}\n".encode()))
tag = add("tag", f"object {commits[count // 2]}\ntype commit\ntag v1\ntagger T <t@x> 1700000000 +0000\n\none\n".encode())
refs = {"refs/heads/main": commits[-1], "refs/heads/side/b": commits[-3], "refs/tags/v1": tag,
        "refs/tags/light": commits[count // 3], "refs/remotes/origin/main": commits[-9]}

bases = ["HEAD", "@", "main", "side/b", "heads/side/b", "refs/heads/main", "v1", "tags/v1", "light",
         "origin/main", "remotes/origin/main"]


def revision():
    name = rng.choice(bases + [rng.choice(commits), rng.choice(commits)[:rng.randrange(8, 20)]])
    for _ in range(rng.randrange(4)):
        name += rng.choice(["~", "^", "~0", "^0", "^2", "^3", f"~{rng.randrange(6)}", "^{commit}", "^{}"])
    if rng.random() < 0.2:
        name += rng.choice(["^{tree}", "^{tree}:t.sql", ":", ":public/t.sql", ":t.sql", ":public",
                            "^{tag}", "^{object}", "^{blob}", "^{tree}:public"])
    return name


def write(name, lines):
    with open(name, "w", encoding="utf-8") as out:
        out.writelines(f"{line}\n" for line in lines)


write("objects", ["|".join(o) for o in objects])
write("store.sql", [rf"SELECT pggit_v0.hash_object('\x{content}'::bytea, '{kind}', true) = '{sha}';"
                    for sha, kind, content in objects]
      + [f"SELECT pggit_v0.update_ref('{name}', '{sha}');" for name, sha in refs.items()])
write("refs", [f"{sha} {name}" for name, sha in refs.items()])
write("revisions", {revision(): None for _ in range(count * 2)})
write("pairs", [f"{rng.choice(commits)} {rng.choice(commits)}" for _ in range(count // 2)])
write("ranges", [rng.choice(["{0}", "{0}..{1}", "{0}...{1}"]).format(rng.choice(commits), rng.choice(commits))
                 for _ in range(count // 5)])
