"""A long history of a large schema, as rows: every commit alters one of its tables.

    developers.py TABLES COMMITS FOLDER    writes objects.copy, trees.copy, graph.copy, changes.copy, head

Trees are whole once in 64 commits and differences in between, as commits write them. Each table has a
hundred columns' worth of history at most: its definition gains a column with each change.
"""

import hashlib
import random
import sys

tables, count, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
rng = random.Random(20250601)


def sha(kind, body):
    return hashlib.sha256(f"{kind} {len(body)}\0".encode() + body).hexdigest()


objects = open(f"{folder}/objects.copy", "w")
trees = open(f"{folder}/trees.copy", "w")
graph = open(f"{folder}/graph.copy", "w")
changes = open(f"{folder}/changes.copy", "w")
stored = set()


def blob(text):
    body = text.encode()
    name = sha("blob", body)
    if name not in stored:
        stored.add(name)
        objects.write(f"{name}\t3\t{len(body)}\t\\\\x{body.hex()}\n")
    return name


def entry(mode, name, target):
    return f"{mode} {name}\0".encode() + bytes.fromhex(target)


def store_tree(content, base, depth, delta):
    name = sha("tree", content)
    if name in stored:
        return name, depth
    stored.add(name)
    if base is None or depth >= 64:
        trees.write(f"{name}\t{len(content)}\t0\t\\N\t\\\\x{content.hex()}\n")
        return name, 0
    trees.write(f"{name}\t{len(content)}\t{depth + 1}\t{base}\t\\\\x{delta.hex()}\n")
    return name, depth + 1


def definition(number, columns):
    extra = "".join(f",\n    c{c} text" for c in range(columns))
    return f"CREATE TABLE s{number % SCHEMAS:02d}.t{number:05d} (\n    id integer NOT NULL{extra}\n);\n"


class Directory:
    """A tree that is written anew with each change of one of its entries."""

    def __init__(self, entries):
        self.entries = entries  # mode and id by name
        self.parts = {name: entry(mode, name, target) for name, (mode, target) in entries.items()}
        self.sha, self.depth = store_tree(b"".join(self.parts.values()), None, 0, b"")

    def put(self, name, target):
        self.parts[name] = entry(self.entries[name][0], name, target)
        content = b"".join(self.parts.values())
        self.sha, self.depth = store_tree(content, self.sha, self.depth, self.parts[name])
        return self.sha


SCHEMAS = 20
columns = [0] * tables
ids = [blob(definition(n, 0)) for n in range(tables)]
schemas = [f"s{s:02d}" for s in range(SCHEMAS)]
paths = [f"{schemas[n % SCHEMAS]}/tables/t{n:05d}.sql" for n in range(tables)]
inner = [Directory({f"t{n:05d}.sql": ("100644", ids[n]) for n in range(s, tables, SCHEMAS)}) for s in range(SCHEMAS)]
makes = [blob(f"CREATE SCHEMA {name};\n") for name in schemas]
middle = [Directory({"schema.sql": ("100644", makes[s]), "tables": ("40000", inner[s].sha)}) for s in range(SCHEMAS)]
form = blob("version 1\npostgresql 15\nowners no\ntablespaces no\n")
own = Directory({"format": ("100644", form)})
root = Directory({".pggit": ("40000", own.sha)} | {name: ("40000", middle[s].sha) for s, name in enumerate(schemas)})

parent = None
for number in range(count):
    when = 1000000000 + 60 * number
    message = f"change {number}\n"
    if number:
        n = rng.randrange(tables)
        s = n % SCHEMAS
        columns[n] = columns[n] % 99 + 1
        old, ids[n] = ids[n], blob(definition(n, columns[n]))
        root.put(schemas[s], middle[s].put("tables", inner[s].put(f"t{n:05d}.sql", ids[n])))
        changed = [(paths[n], old, ids[n])]
    else:
        changed = [(path, "\\N", i) for path, i in zip(paths, ids)]
        changed += [(f"{name}/schema.sql", "\\N", makes[s]) for s, name in enumerate(schemas)]
        changed.append((".pggit/format", "\\N", form))
    who = f"Dev {number % 20} <dev{number % 20}@example.com> {when} +0000"
    body = (f"tree {root.sha}\n" + (f"parent {parent}\n" if parent else "") + f"author {who}\ncommitter {who}\n\n{message}").encode()
    name = sha("commit", body)
    objects.write(f"{name}\t1\t{len(body)}\t\\\\x{body.hex()}\n")
    person = who.rsplit(" ", 2)[0]
    graph.write(f"{name}\t{{{parent or ''}}}\t{root.sha}\t{number + 1}\t{person}\t{when}\t{person}\t{when}\t{message[:-1]}\\n\n")
    for path, old, new in changed:
        changes.write(f"{path}\t{name}\t{old}\t{new}\n")
    parent = name
open(f"{folder}/head", "w").write(parent + "\n")
